const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** A spreadsheet's UTF-16 without its mark: every other byte of the header is zero. */
const unmarkedUtf16 = (bytes: Uint8Array): string | undefined => {
  const head = bytes.subarray(0, 64);
  const zeros = [0, 1].map((parity) => head.filter((byte, index) => index % 2 === parity && byte === 0).length);
  const many = head.length / 4;
  if ((zeros[1] ?? 0) > many) return 'utf-16le';
  return (zeros[0] ?? 0) > many ? 'utf-16be' : undefined;
};

/** Bytes 80 to 9F are letters and quotes in Windows, and nothing in ISO-8859-15, whose A4 and BD are € and œ. */
const eightBit = (bytes: Uint8Array): string => (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'windows-1252' : 'iso-8859-15');

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : eightBit(bytes));
};

/** The text of a file that a spreadsheet or a timetable program saved, whatever it chose: UTF-8, UTF-16, Windows or ISO-8859-15, with or without a mark. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);
