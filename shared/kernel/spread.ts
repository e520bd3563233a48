/** A number that a text always gives (FNV-1a): what is spread is spread the same way when it is computed again. */
export const spreadOf = (text: string, below: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash % below;
};
