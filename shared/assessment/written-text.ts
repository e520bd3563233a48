/** What XML 1.0 cannot carry. */
const isCarried = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x20 ? code !== 0xfffe && code !== 0xffff : character === '\n' || character === '\t';
};

/** A remark as it is kept and as national files carry it: accents in one piece, line ends of one kind, nothing that XML refuses. */
export const cleanText = (text: string): string =>
  Array.from(text.replaceAll(/\r\n?/g, '\n').toWellFormed().normalize('NFC')).filter(isCarried).join('').trim();

/** Characters as the LSU counts them, those of Unicode: an emoji is one even where it takes two places, an accent none of its own. @see XSD 7.0 of the LSU, `maxLength` */
export const lengthOf = (text: string): number => Array.from(cleanText(text)).length;
