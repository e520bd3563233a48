import { cardViewOf } from '@preau/shared/reports/card-view.ts';
import type { SealedCard } from '@preau/shared/reports/sealed.ts';
import { writable } from '@preau/shared/reports/xml.ts';
import { CARD_TEMPLATE } from './card-template.ts';
import { typst } from './typst.ts';

/** Letters of the two fonts and the signs that people type; tabs and ends of lines. */
const SHOWABLE = /[^\t\n\r\u0020-\u007E\u00A0-\u024F\u0600-\u06FF\u2010-\u2026\u2030-\u203A\u20AC\u2122\u2212]/gu;

/** Unknown to both fonts: shown as a mark, for a paper that leaves a letter out without a word says another name. */
const plain = (text: string): string => text.normalize('NFC').replaceAll(SHOWABLE, '?');

const isGlyphMissing = (error: unknown): boolean =>
  JSON.stringify(error, Object.getOwnPropertyNames(Object(error))).includes('could not be displayed');

const compile = typst(CARD_TEMPLATE);

/** A sealed card on paper: the same card is the same bytes. */
export const cardPdf = (sealed: SealedCard): Uint8Array => {
  const text = JSON.stringify(cardViewOf(sealed), (_name, value: unknown) => (typeof value === 'string' ? writable(value) : value));
  try {
    return compile({ card: text });
  } catch (error) {
    if (!isGlyphMissing(error)) throw error;
    return compile({ card: plain(text) });
  }
};
