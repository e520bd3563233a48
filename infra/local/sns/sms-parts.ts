const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENDED = '^{}\\[~]|€\f';

export interface SmsParts {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly parts: number;
  /** Septets in GSM-7, UTF-16 units in UCS-2. */
  readonly units: number;
}

const septets = (text: string): number | undefined => {
  let count = 0;
  for (const character of text) {
    if (GSM_BASIC.includes(character)) count += 1;
    else if (GSM_EXTENDED.includes(character)) count += 2;
    else return undefined;
  }
  return count;
};

/** How many messages an SMS is billed: 160 then 153 septets in GSM-7, 70 then 67 units as soon as one character is outside it. */
export const smsParts = (text: string): SmsParts => {
  const gsm = septets(text);
  if (gsm !== undefined) return { encoding: 'GSM-7', units: gsm, parts: gsm <= 160 ? 1 : Math.ceil(gsm / 153) };
  return { encoding: 'UCS-2', units: text.length, parts: text.length <= 70 ? 1 : Math.ceil(text.length / 67) };
};
