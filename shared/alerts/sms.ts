/** GSM 03.38 basic alphabet; the extension costs two places. @see 3GPP TS 23.038 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

/** What French typography writes and GSM-7 does not: replaced rather than halving the length of the message. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

const isGsm = (character: string): boolean => BASIC.includes(character) || EXTENSION.includes(character);

const toGsmCharacter = (character: string): string => {
  if (isGsm(character)) return character;
  const replaced = REPLACEMENTS[character];
  if (replaced !== undefined) return replaced;
  const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return bare !== '' && Array.from(bare).every(isGsm) ? bare : character;
};

export interface Sms {
  readonly text: string;
  readonly encoding: 'gsm7' | 'ucs2';
  /** What the operator charges for. */
  readonly parts: number;
  /** Characters that were replaced. */
  readonly replaced: number;
}

const partsOf = (widths: readonly number[], alone: number, joined: number): number => {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    // A pair (escape, surrogate) is never cut between two parts.
    if (used + width > joined) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
};

/** A message as an operator carries it: GSM-7 with replacements when it can be, else UCS-2, and the number of parts it costs. */
export const toSms = (message: string): Sms => {
  const original = Array.from(message.normalize('NFC'));
  const gsm = original.map(toGsmCharacter);
  const characters = gsm.flatMap((character) => Array.from(character));
  if (characters.every(isGsm)) {
    const widths = characters.map((character) => (EXTENSION.includes(character) ? 2 : 1));
    const replaced = original.filter((character, index) => gsm[index] !== character).length;
    return { text: characters.join(''), encoding: 'gsm7', parts: partsOf(widths, 160, 153), replaced };
  }
  // One character forces UCS-2 for all: nothing is gained by replacing the others.
  return {
    text: original.join(''),
    encoding: 'ucs2',
    parts: partsOf(
      original.map((character) => character.length),
      70,
      67,
    ),
    replaced: 0,
  };
};
