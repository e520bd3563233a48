import { byteReader } from './byte-reader.ts';

const LONGEST_LINE = 4_096;

/** The content of a body that the SDK sends as `aws-chunked`, its trailing checksum dropped. */
export async function* unchunked(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = byteReader(source);
  for (;;) {
    const line = await reader.until('\r\n', LONGEST_LINE);
    const length = Number.parseInt(line?.toString('latin1').split(';')[0] ?? '', 16);
    if (Number.isNaN(length)) throw new Error('Malformed aws-chunked body');
    if (length === 0) break;
    yield* reader.exactly(length);
    await reader.until('\r\n', LONGEST_LINE);
  }
  for await (const _ of source) {
    // The trailer is read so that the connection can serve again.
  }
}
