import { crc32 } from 'node:zlib';

export interface ZipContent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xff_ff), u16((value >>> 16) & 0xff_ff)]);

/** Names in UTF-8; photos and documents are compressed already, so that everything is stored as it is. */
const UTF8 = 1 << 11;
/** 1 January 1980, the first date of the format: none is said. */
const NO_DATE = u32(0x00_21_00_00);

/** No folder, and nothing that a system would refuse in a name. */
const plain = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');

/** The same name twice, whatever its case, becomes `name (2)`, before its extension. */
const distinct = (contents: readonly ZipContent[]): readonly ZipContent[] => {
  const taken = new Set<string>();
  return contents.map(({ name: given, bytes }) => {
    const wanted = plain(given);
    let name = wanted;
    for (let rank = 2; taken.has(name.toLowerCase()); rank += 1) name = wanted.replace(/(?=\.[^.]*$)|$/, ` (${rank})`);
    taken.add(name.toLowerCase());
    return { name, bytes };
  });
};

/** An archive of files as they are, in their order. */
export const writeZip = (contents: readonly ZipContent[]): Buffer => {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of distinct(contents)) {
    const encoded = Buffer.from(name);
    const shared = Buffer.concat([
      u16(UTF8),
      u16(0),
      NO_DATE,
      u32(crc32(bytes)),
      u32(bytes.byteLength),
      u32(bytes.byteLength),
      u16(encoded.length),
      u16(0),
    ]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), u16(20), shared, encoded]);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), u16(20), u16(20), shared, u16(0), u16(0), u16(0), u32(0), u32(offset), encoded]),
    );
    parts.push(local, bytes);
    offset += local.length + bytes.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = [
    Buffer.from('PK\u0005\u0006'),
    u16(0),
    u16(0),
    u16(directory.length),
    u16(directory.length),
    u32(listed.length),
    u32(offset),
    u16(0),
  ];
  return Buffer.concat([...parts, listed, ...end]);
};
