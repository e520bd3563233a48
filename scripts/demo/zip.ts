import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipMember {
  readonly name: string;
  readonly chunks: Iterable<Buffer>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x08_08;
const DEFLATE = 8;
const DATE_1980 = 0x21;

const localHeader = (name: Buffer): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt16LE(DATE_1980, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};

const descriptor = ({ crc, compressed, size }: Written): Buffer => {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08_07_4b_50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(compressed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
};

const centralHeader = ({ name, crc, compressed, size, offset }: Written): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02_01_4b_50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATE, 10);
  header.writeUInt16LE(DATE_1980, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(compressed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
};

const endOf = (written: readonly Written[], size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/** The bytes of a zip, member after member and never a whole one in memory; under 4 GB in all. */
async function* zipBytes(members: Iterable<ZipMember>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const start = offset;
    const header = localHeader(name);
    offset += header.length;
    yield header;
    let [crc, size, compressed] = [0, 0, 0];
    const counted = function* (): Generator<Buffer> {
      for (const chunk of member.chunks) {
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    for await (const chunk of Readable.from(counted()).pipe(createDeflateRaw({ level: 4 }))) {
      const part = Buffer.from(chunk as Uint8Array);
      compressed += part.length;
      yield part;
    }
    const entry = { name, crc, compressed, size, offset: start };
    const tail = descriptor(entry);
    offset += compressed + tail.length;
    written.push(entry);
    yield tail;
  }
  const central = Buffer.concat(written.map(centralHeader));
  yield central;
  yield endOf(written, central.length, offset);
}

/** Writes members to a zip file. */
export const writeZip = async (path: string, members: Iterable<ZipMember>): Promise<void> => {
  const file = createWriteStream(path);
  Readable.from(zipBytes(members)).pipe(file);
  await finished(file);
};
