/** The words of a page's address, as Next gives them. */
export type Search = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;

type Value = string | readonly string[] | undefined;

export const textOf = (value: Value): string | undefined => (typeof value === 'string' ? value : value?.[0]);

/** A word of the address when it is one of those expected, else nothing. */
export const oneOf = <const T extends string>(value: Value, words: readonly T[]): T | undefined =>
  words.find((word) => word === textOf(value));

export const allOf = (value: Value): readonly string[] => {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
};
