import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

// Functions sign with this key, as their environment says; it protects nothing but the fidelity of the tests.
const SECRET = 'local';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const signatureOf = (credential: string, text: string): string => {
  const [, date = '', region = '', service = ''] = credential.split('/');
  return hmac(hmac(hmac(hmac(hmac(`AWS4${SECRET}`, date), region), service), 'aws4_request'), text).toString('hex');
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** True when a form's policy was signed by one of our functions. */
export const isSignedPolicy = (policy: string, credential: string, signature: string): boolean =>
  isSame(signatureOf(credential, policy), signature);

export type LinkFault = 'SignatureDoesNotMatch' | 'AccessDenied';

const instantOf = (amzDate: string): number =>
  Date.parse(amzDate.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** What is wrong with a presigned link: another signature, or its time is over. */
export const linkFault = (
  method: string,
  path: string,
  rawQuery: string,
  headers: Readonly<Record<string, string>>,
  now: number,
): LinkFault | undefined => {
  const query = new URLSearchParams(rawQuery);
  const signed = (query.get('X-Amz-SignedHeaders') ?? 'host').split(';');
  const date = query.get('X-Amz-Date') ?? '';
  const credential = query.get('X-Amz-Credential') ?? '';
  const pairs = rawQuery
    .split('&')
    .filter((pair) => !pair.startsWith('X-Amz-Signature='))
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .sort();
  const canonical = [
    method,
    path,
    pairs.join('&'),
    ...signed.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    signed.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const scope = credential.slice(credential.indexOf('/') + 1);
  const text = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  if (!isSame(signatureOf(credential, text), query.get('X-Amz-Signature') ?? '')) return 'SignatureDoesNotMatch';
  return now > instantOf(date) + Number(query.get('X-Amz-Expires') ?? 0) * 1000 ? 'AccessDenied' : undefined;
};
