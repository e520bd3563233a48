import { crc32, deflateRawSync } from 'node:zlib';

interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isLocked?: boolean;
  /** What the directory says, whatever is true. */
  readonly declares?: number;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xff_ff), u16((value >>> 16) & 0xff_ff)]);

/** A zip archive, honest or not. */
export const aZip = (entries: readonly Packed[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isLocked = false, declares } of entries) {
    const bytes = Buffer.from(content);
    const isStored = name === 'mimetype';
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const shared = [
      u16(isLocked ? 1 : 0),
      u16(isStored ? 0 : 8),
      u32(0),
      u32(crc32(bytes)),
      u32(packed.length),
      u32(declares ?? bytes.length),
    ];
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      u16(20),
      ...shared,
      u16(Buffer.byteLength(name)),
      u16(0),
      Buffer.from(name),
      packed,
    ]);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        u16(20),
        u16(20),
        ...shared,
        u16(Buffer.byteLength(name)),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        Buffer.from(name),
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([
    Buffer.from('PK\u0005\u0006'),
    u16(0),
    u16(0),
    u16(entries.length),
    u16(entries.length),
    u32(listed.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...parts, listed, end]);
};

const CONTENT_TYPES = { name: '[Content_Types].xml', content: '<Types/>' };

export const aDocx = (more: readonly Packed[] = []): Buffer =>
  aZip([CONTENT_TYPES, { name: 'word/document.xml', content: '<w:document>Bonjour</w:document>' }, ...more]);

export const anOdt = (more: readonly Packed[] = []): Buffer =>
  aZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: '<office:document/>' },
    ...more,
  ]);

export const aPng = (width = 800, height = 600): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    Buffer.from([0, 0, 0, 13]),
    Buffer.from('IHDR'),
    header,
    Buffer.alloc(40),
    Buffer.from('IEND'),
  ]);
};

export const aJpeg = (width = 4000, height = 3000): Buffer => {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 17, 0, 2, 17, 1, 3, 17, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 12]), Buffer.from('Exif\u0000\u0000MM..')]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, Buffer.alloc(40), Buffer.from([0xff, 0xd9])]);
};

export const aPdf = (text = 'Devoir'): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj % ${text}\n%%EOF`);

/** The antivirus industry's harmless test file, in two parts so that no antivirus takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
