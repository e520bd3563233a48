/** Reads a stream of bytes by delimiters, without ever holding more of it than a chunk and a delimiter. */
export interface ByteReader {
  /** What precedes the delimiter, which is consumed; undefined when the stream ends first or `max` bytes pass. */
  readonly until: (delimiter: string, max: number) => Promise<Buffer | undefined>;
  /** The same, piece by piece; throws when the stream ends first. */
  readonly piecesUntil: (delimiter: string) => AsyncGenerator<Buffer>;
  readonly exactly: (length: number) => AsyncGenerator<Buffer>;
}

export const byteReader = (source: AsyncIterable<Buffer>): ByteReader => {
  const iterator = source[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);

  const fill = async (): Promise<boolean> => {
    const { done, value } = await iterator.next();
    if (done === true) return false;
    buffer = buffer.length === 0 ? value : Buffer.concat([buffer, value]);
    return true;
  };

  const take = (length: number): Buffer => {
    const taken = buffer.subarray(0, length);
    buffer = buffer.subarray(length);
    return taken;
  };

  return {
    until: async (delimiter, max) => {
      for (;;) {
        const at = buffer.indexOf(delimiter);
        if (at >= 0) {
          const taken = take(at);
          take(delimiter.length);
          return taken;
        }
        if (buffer.length > max || !(await fill())) return undefined;
      }
    },
    piecesUntil: async function* (delimiter) {
      for (;;) {
        const at = buffer.indexOf(delimiter);
        if (at >= 0) {
          if (at > 0) yield take(at);
          take(delimiter.length);
          return;
        }
        const safe = buffer.length - delimiter.length;
        if (safe > 0) yield take(safe);
        if (!(await fill())) throw new Error('The stream ended before its delimiter');
      }
    },
    exactly: async function* (length) {
      let left = length;
      while (left > 0) {
        if (buffer.length === 0 && !(await fill())) throw new Error('The stream ended early');
        const piece = take(Math.min(left, buffer.length));
        left -= piece.length;
        yield piece;
      }
    },
  };
};
