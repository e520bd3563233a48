import { isAscii, isUtf8 } from 'node:buffer';

/** Segments end at `>`, one byte in every encoding accepted here; none is longer than this. */
const MAX_SEGMENT_BYTES = 8 * 1024 * 1024;
const GREATER_THAN = 0x3e;

const LABELS: Readonly<Record<string, 'utf-8' | 'iso-8859-15'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-15': 'iso-8859-15',
  'iso8859-15': 'iso-8859-15',
  'latin-9': 'iso-8859-15',
  'iso-8859-1': 'iso-8859-15',
  'windows-1252': 'iso-8859-15',
};

export type DecodeFault =
  | { readonly code: 'encoding-unsupported'; readonly encoding: string }
  | { readonly code: 'encoding-wrong'; readonly declared: string; readonly actual: string }
  | { readonly code: 'xml-broken' };

const declaredEncoding = (head: Buffer): string => {
  if (head.length > 1 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))) return 'UTF-16';
  return /^[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(head.subarray(0, 300).toString('latin1'))?.[1] ?? 'UTF-8';
};

const latin9 = new TextDecoder('iso-8859-15');

/** Bytes to text by the declared encoding; a declaration that the bytes contradict is reported once and the bytes are believed. */
export async function* decodeXml(chunks: AsyncIterable<Buffer>, onFault: (fault: DecodeFault) => void): AsyncGenerator<string> {
  let pending: Buffer = Buffer.alloc(0);
  let declared: 'utf-8' | 'iso-8859-15' | undefined;
  let told = false;

  const contradicted = (actual: 'utf-8' | 'iso-8859-15', bytes: Buffer): boolean => {
    if (declared === actual || (actual === 'utf-8' && isAscii(bytes))) return false;
    if (!told) onFault({ code: 'encoding-wrong', declared: declared?.toUpperCase() ?? '', actual: actual.toUpperCase() });
    told = true;
    return true;
  };

  const decode = (bytes: Buffer): string => {
    const actual = isUtf8(bytes) ? 'utf-8' : 'iso-8859-15';
    contradicted(actual, bytes);
    return actual === 'utf-8' ? bytes.toString('utf8') : latin9.decode(bytes);
  };

  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (declared === undefined && pending.length > 0) {
      const label = declaredEncoding(pending);
      declared = LABELS[label.toLowerCase()];
      if (declared === undefined) {
        onFault({ code: 'encoding-unsupported', encoding: label });
        return;
      }
    }
    const end = pending.lastIndexOf(GREATER_THAN) + 1;
    if (end > 0) yield decode(pending.subarray(0, end));
    pending = pending.subarray(end);
    if (pending.length > MAX_SEGMENT_BYTES) {
      onFault({ code: 'xml-broken' });
      return;
    }
  }
  if (pending.length > 0) yield decode(pending);
}
