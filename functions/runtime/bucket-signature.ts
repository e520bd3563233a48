import { createScope, SignatureV4 } from '@smithy/signature-v4';

type SignerParts = ConstructorParameters<typeof SignatureV4>[0];

/** What an AWS client of ours already holds: its credentials, its region and its hash. */
export interface SigningConfig extends Pick<SignerParts, 'credentials' | 'region' | 'sha256'> {
  readonly credentials: () => Promise<{ readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }>;
  readonly region: () => Promise<string>;
}

const SERVICE = 's3';

const signerOf = ({ credentials, region, sha256 }: SigningConfig): SignatureV4 =>
  new SignatureV4({ credentials, region, sha256, service: SERVICE, uriEscapePath: false, applyChecksum: false });

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The address by which whoever holds it may GET, PUT or DELETE one object until it expires. */
const presign = async (
  method: 'GET' | 'PUT' | 'DELETE',
  url: URL,
  extra: Readonly<Record<string, string>>,
  expiresInSeconds: number,
  config: SigningConfig,
  at: Date,
): Promise<string> => {
  const { query = {} } = await signerOf(config).presign(
    {
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      query: { ...extra },
    },
    { expiresIn: expiresInSeconds, signingDate: at },
  );
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
  return `${url.origin}${url.pathname}?${pairs.join('&')}`;
};

type Presign = (
  url: URL,
  extra: Readonly<Record<string, string>>,
  expiresInSeconds: number,
  config: SigningConfig,
  at: Date,
) => Promise<string>;

export const presignGet: Presign = (...asked) => presign('GET', ...asked);
export const presignPut: Presign = (...asked) => presign('PUT', ...asked);
export const presignDelete: Presign = (...asked) => presign('DELETE', ...asked);

type Condition = readonly [string, ...(string | number)[]];

/** The fields of a form that a browser may post to a bucket until it expires: each field is bound by the signed policy, besides `conditions`. */
export const signForm = async (
  bucket: string,
  fields: Readonly<Record<string, string>>,
  conditions: readonly Condition[],
  expiresInSeconds: number,
  config: SigningConfig,
  at: Date,
): Promise<Record<string, string>> => {
  const [{ accessKeyId, sessionToken }, region] = await Promise.all([config.credentials(), config.region()]);
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const bound = {
    ...fields,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${accessKeyId}/${createScope(stamp.slice(0, 8), region, SERVICE)}`,
    'X-Amz-Date': stamp,
    ...(sessionToken === undefined ? {} : { 'X-Amz-Security-Token': sessionToken }),
  };
  const policy = {
    expiration: new Date(at.getTime() + expiresInSeconds * 1000).toISOString(),
    conditions: [{ bucket }, ...Object.entries(bound).map(([name, value]) => ({ [name]: value })), ...conditions],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  return { ...bound, Policy: encoded, 'X-Amz-Signature': await signerOf(config).sign(encoded, { signingDate: at }) };
};
