import { createHash, createHmac } from 'node:crypto';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface Signing {
  readonly credentials: AwsCredentials;
  readonly region: string;
  readonly at: Date;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** `20261123T070500Z`, as signatures write an instant. */
const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

const scopeOf = ({ region, at }: Signing): string => `${stampOf(at).slice(0, 8)}/${region}/s3/aws4_request`;

const sign = ({ credentials, region, at }: Signing, text: string): string => {
  const dated = hmac(`AWS4${credentials.secretAccessKey}`, stampOf(at).slice(0, 8));
  return hmac(hmac(hmac(hmac(dated, region), 's3'), 'aws4_request'), text).toString('hex');
};

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The address by which whoever holds it may GET one object until it expires. */
export const presignGet = (url: URL, extra: Readonly<Record<string, string>>, expiresInSeconds: number, signing: Signing): string => {
  const token = signing.credentials.sessionToken;
  const query = Object.entries({
    ...extra,
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': `${signing.credentials.accessKeyId}/${scopeOf(signing)}`,
    'X-Amz-Date': stampOf(signing.at),
    'X-Amz-Expires': String(expiresInSeconds),
    ...(token === undefined ? {} : { 'X-Amz-Security-Token': token }),
    'X-Amz-SignedHeaders': 'host',
  })
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const canonical = ['GET', url.pathname, query, `host:${url.host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const signature = sign(signing, [ALGORITHM, stampOf(signing.at), scopeOf(signing), hashed].join('\n'));
  return `${url.origin}${url.pathname}?${query}&X-Amz-Signature=${signature}`;
};

type Condition = readonly [string, ...(string | number)[]];

/** The fields of a form that a browser may post to a bucket until it expires: each field is bound by the signed policy, besides `conditions`. */
export const signForm = (
  bucket: string,
  fields: Readonly<Record<string, string>>,
  conditions: readonly Condition[],
  expiresInSeconds: number,
  signing: Signing,
): Record<string, string> => {
  const token = signing.credentials.sessionToken;
  const bound = {
    ...fields,
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': `${signing.credentials.accessKeyId}/${scopeOf(signing)}`,
    'X-Amz-Date': stampOf(signing.at),
    ...(token === undefined ? {} : { 'X-Amz-Security-Token': token }),
  };
  const policy = {
    expiration: new Date(signing.at.getTime() + expiresInSeconds * 1000).toISOString(),
    conditions: [{ bucket }, ...Object.entries(bound).map(([name, value]) => ({ [name]: value })), ...conditions],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  return { ...bound, Policy: encoded, 'X-Amz-Signature': sign(signing, encoded) };
};
