const isControl = (byte: number): boolean => (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f;

const WIDE_MARKS = ['\uFEFF', '\uFFFE'];

const isWide = (bytes: Uint8Array): boolean =>
  bytes.byteLength >= 2 && WIDE_MARKS.includes(String.fromCharCode((bytes[1] ?? 0) * 256 + (bytes[0] ?? 0)));

const wide = (bytes: Uint8Array): string => new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);

/** True when nothing but characters is there: UTF-8, the French Windows' own, or UTF-16 with its mark. */
export const isPlainText = (bytes: Uint8Array): boolean => {
  if (isWide(bytes)) return !/[^\P{Cc}\t\n\f\r]/u.test(wide(bytes));
  return !bytes.some(isControl);
};

/** True when a browser could take the text for a page or a drawing: its first visible character opens a tag. */
export const isWebPage = (bytes: Uint8Array): boolean => {
  const head = isWide(bytes) ? wide(bytes.subarray(0, 4096)) : Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
  return head.replace(/^[\uFEFF\s]+/u, '').startsWith('<');
};
