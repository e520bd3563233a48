/** True when these bytes are there, written one character for one byte. */
export const hasAt = (bytes: Uint8Array, text: string, offset = 0): boolean =>
  bytes.byteLength >= offset + text.length && text.split('').every((character, index) => bytes[offset + index] === character.charCodeAt(0));

/** True when this text stands anywhere, one character for one byte. */
export const contains = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1');

/** True when this text stands anywhere as Windows writes it. */
export const containsWide = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'utf16le');
