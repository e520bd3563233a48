/** Sorts texts the same on every machine. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
