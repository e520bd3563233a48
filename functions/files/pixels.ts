import { hasAt } from './bytes.ts';
import type { MediaType } from '@preau/shared/files/media-types.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 250_000_000;
const LONGEST_SIDE = 32_000;

/** Markers of a JPEG that carry its size: every SOF but the tables' (C4), the extensions' (C8) and the arithmetic conditioning's (CC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegSize = (view: DataView): Size | undefined => {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Padding and markers that stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += marker === 0xff ? 1 : 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
};

const webpSize = (bytes: Uint8Array, view: DataView): Size | undefined => {
  if (hasAt(bytes, 'VP8X', 12)) {
    const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1;
    return { width: three(24), height: three(27) };
  }
  if (hasAt(bytes, 'VP8L', 12)) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3f_ff) + 1, height: ((packed >> 14) & 0x3f_ff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3f_ff, height: view.getUint16(28, true) & 0x3f_ff };
};

/** The largest of the pictures that a HEIC declares. */
const heicSize = (bytes: Uint8Array, view: DataView): Size | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_000_000));
  const sizes: Size[] = [];
  for (let at = buffer.indexOf('ispe'); at >= 0 && at + 16 <= buffer.length; at = buffer.indexOf('ispe', at + 4)) {
    sizes.push({ width: view.getUint32(at + 8), height: view.getUint32(at + 12) });
  }
  return sizes.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
};

const sizeOf = (bytes: Uint8Array, mediaType: MediaType): Size | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 30) return undefined;
  if (mediaType === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) };
  if (mediaType === 'image/gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (mediaType === 'image/jpeg') return jpegSize(view);
  return mediaType === 'image/webp' ? webpSize(bytes, view) : heicSize(bytes, view);
};

/** How large a picture declares to be, before anybody opens it: `undefined` is reasonable. */
export const faultOfSize = (bytes: Uint8Array, mediaType: MediaType): 'too-many-pixels' | 'damaged' | undefined => {
  const size = sizeOf(bytes, mediaType);
  if (size === undefined || size.width === 0 || size.height === 0) return 'damaged';
  return size.width * size.height > MOST_PIXELS || Math.max(size.width, size.height) > LONGEST_SIDE ? 'too-many-pixels' : undefined;
};
