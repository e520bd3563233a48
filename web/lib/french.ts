// A mute h begins French names, an aspirate one names from elsewhere; « Yves » is elided, « Yasmine » is not.
const ELIDED = /^(?:[aeiouœæ]|y[^aeiou]|h(?:e[lnrc]|ipp|on|or|ub|ug|ya))/u;

/** « d’Irina », « de Léa ». */
export const ofName = (name: string): string => {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return ELIDED.test(plain) ? `d’${name}` : `de ${name}`;
};
