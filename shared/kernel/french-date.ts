/** The first of a month is « 1er » in French, which `Intl` does not know: « lundi 1er février ». */
export const firstOfMonth = (text: string): string => text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ');
