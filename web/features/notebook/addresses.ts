/** The notebook at a day, of oneself or of one child, class or teacher. */
export const notebookAt = (words: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '/cahier' : `/cahier?${new URLSearchParams(given).toString()}`;
};
