import { byteReader } from './byte-reader.ts';
import { TooLarge, TooSmall, type Objects, type StoredObject } from './objects.ts';
import { readPolicy } from './policy.ts';
import { isSignedPolicy } from './signature.ts';

export type FormResult =
  | { readonly ok: true; readonly object: StoredObject; readonly fields: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly message: string };

const LONGEST_FIELD = 64 * 1024;

const refused = (status: number, code: string, message: string): FormResult => ({ ok: false, status, code, message });

const parameterOf = (header: string, name: string): string | undefined => new RegExp(`[; ]${name}="([^"]*)"`, 'i').exec(header)?.[1];

const metadataOf = (fields: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...fields].filter(([name]) => name.startsWith('x-amz-meta-') || name === 'content-disposition' || name === 'cache-control'),
  );

/** Receives a browser's form as S3 does: the fields, then the file, all of them under the signed policy. */
export const receiveForm = async (
  objects: Objects,
  bucket: string,
  contentType: string,
  source: AsyncIterable<Buffer>,
  now: number,
): Promise<FormResult> => {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined)
    return refused(400, 'MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');
  const reader = byteReader(source);
  const fields = new Map<string, string>();
  await reader.until(`--${boundary}\r\n`, LONGEST_FIELD);
  for (;;) {
    const head = (await reader.until('\r\n\r\n', LONGEST_FIELD))?.toString('utf8');
    const disposition = head?.split('\r\n').find((line) => /^content-disposition:/i.test(line));
    if (head === undefined || disposition === undefined) return refused(400, 'MalformedPOSTRequest', 'The form has no file.');
    const name = parameterOf(disposition, 'name') ?? '';
    if (name.toLowerCase() === 'file')
      return receiveFile(objects, bucket, fields, parameterOf(disposition, 'filename') ?? '', reader.piecesUntil(`\r\n--${boundary}`), now);
    const value = await reader.until(`\r\n--${boundary}\r\n`, LONGEST_FIELD);
    if (value === undefined) return refused(400, 'MalformedPOSTRequest', `The field ${name} is too long or the form has no file.`);
    fields.set(name.toLowerCase(), value.toString('utf8'));
  }
};

const receiveFile = async (
  objects: Objects,
  bucket: string,
  given: ReadonlyMap<string, string>,
  filename: string,
  content: AsyncIterable<Buffer>,
  now: number,
): Promise<FormResult> => {
  const base = filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
  const fields = new Map(given).set('key', (given.get('key') ?? '').replaceAll('${filename}', base));
  const encoded = fields.get('policy');
  if (encoded === undefined) return refused(403, 'AccessDenied', 'Access Denied');
  if (!isSignedPolicy(encoded, fields.get('x-amz-credential') ?? '', fields.get('x-amz-signature') ?? '')) {
    return refused(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.');
  }
  const policy = readPolicy(encoded);
  if (!(policy.expiresAt > now)) return refused(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.');
  const fault = policy.faultIn(fields, bucket);
  if (fault !== undefined) return refused(403, 'AccessDenied', fault);
  try {
    const object = await objects.put(
      {
        bucket,
        key: fields.get('key') ?? '',
        contentType: fields.get('content-type') ?? 'binary/octet-stream',
        headers: metadataOf(fields),
      },
      content,
      policy,
    );
    return { ok: true, object, fields };
  } catch (error) {
    if (error instanceof TooLarge) return refused(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    if (error instanceof TooSmall) return refused(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    throw error;
  }
};
