/** « 06 39 98 95 11 » for a French number, two by two; any other number is left as it came. */
export const phoneWords = (number: string): string => {
  const national = /^(?:\+33|0)([1-9]\d{8})$/u.exec(number.replaceAll(/[\s.]/gu, ''))?.[1];
  return national === undefined ? number : `0${national}`.replaceAll(/(\d{2})(?=\d)/gu, '$1\u00A0');
};
