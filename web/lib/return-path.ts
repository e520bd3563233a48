/** Only a path of our own may be returned to: never another host, whatever an address or a form says. */
export const returnPath = (wanted: unknown, otherwise = '/accueil'): string =>
  typeof wanted === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/u.test(wanted) && !wanted.includes('..') ? wanted : otherwise;

/** The same path with one more word in its query: what has just been done, or what was refused. */
export const withWord = (path: string, name: 'ok' | 'erreur', word: string): string => {
  const [where = '/', query = ''] = path.split('?');
  const words = new URLSearchParams(query);
  words.delete('ok');
  words.delete('erreur');
  words.set(name, word);
  return `${where}?${words.toString()}`;
};
