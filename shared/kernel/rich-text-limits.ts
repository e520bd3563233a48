// Apart from the schema, so that what a browser loads for an editor does not bring a validator along.

/** The most characters that one text may show: ten pages. */
export const RICH_TEXT_MAX_CHARACTERS = 10_000;
/** The most bytes that one text may weigh as JSON, so that several of them fit in one stored item. */
export const RICH_TEXT_MAX_BYTES = 60_000;
/** A list may hold lists, and these lists again; no deeper. */
export const RICH_TEXT_LIST_DEPTH = 3;
/** The longest formula. */
export const RICH_TEXT_LATEX_MAX = 1000;

const HREF_MAX = 2000;

/** A link leads to a secure page, without a name or a password in its address, or to a mail address: never to a script nor to a file. */
export const isSafeHref = (href: string): boolean => {
  if (href.length > HREF_MAX || /[\s\p{Cc}<>"`\\]/u.test(href) || !URL.canParse(href)) return false;
  const url = new URL(href);
  if (url.protocol === 'mailto:') return /^mailto:[^@/?]+@[^@/?]+$/i.test(href);
  return url.protocol === 'https:' && /^https:\/\/[^/]/i.test(href) && url.username === '' && url.password === '';
};

/** A dollar inside a formula is escaped and its last character is not a lone backslash, so that `$…$` writes any formula. */
export const isWritableLatex = (latex: string): boolean => latex === latex.trim() && /^(?:\\.|[^$\\])+$/u.test(latex);
