import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly isLocked: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** The entry's bytes; `too-large` when they are more than was declared, `damaged` when they cannot be read. */
  readonly open: () => Uint8Array | 'too-large' | 'damaged';
}

const END = 0x06_05_4b_50;
const CENTRAL = 0x02_01_4b_50;
const LOCAL = 0x04_03_4b_50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

interface Directory {
  readonly offset: number;
  readonly count: number;
}

const findDirectory = (view: DataView): Directory | undefined => {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END || at + END_BYTES + view.getUint16(at + 20, true) > view.byteLength) continue;
    const offset = at - view.getUint32(at + 12, true);
    const count = view.getUint16(at + 10, true);
    if (count > 0 && offset >= 0 && view.getUint32(offset, true) === CENTRAL) return { offset, count };
  }
  return undefined;
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** True when an archive is readable from the end of these bytes, whatever their beginning says. */
export const endsAsZip = (bytes: Uint8Array): boolean => bytes.byteLength > END_BYTES && findDirectory(viewOf(bytes)) !== undefined;

const isTooLarge = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

const unpack = (bytes: Uint8Array, view: DataView, at: number, method: number, packed: number, unpacked: number) => {
  if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== LOCAL) return 'damaged';
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.byteLength < packed) return 'damaged';
  if (method === 0) return packed === unpacked ? content : 'damaged';
  if (method !== 8) return 'damaged';
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'damaged';
  }
};

/** The entries of a zip archive as its central directory declares them; undefined when it cannot be read. Nothing is unpacked before it is opened. */
export const readZip = (bytes: Uint8Array): readonly ZipEntry[] | undefined => {
  if (bytes.byteLength <= END_BYTES) return undefined;
  const view = viewOf(bytes);
  const directory = findDirectory(view);
  if (directory === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined;
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    const nameBytes = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameBytes)).toString('utf8'),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      packed,
      unpacked,
      open: () => unpack(bytes, view, local, method, packed, unpacked),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};
