import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

interface Signable {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Moment {
  readonly signingDate?: Date | string | number;
  readonly signingRegion?: string;
  readonly signingService?: string;
}

const hmac = (key: KeyObject, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const signingKey = (secret: string, scope: readonly string[]): KeyObject =>
  scope.reduce((key, part) => createSecretKey(hmac(key, part)), createSecretKey(Buffer.from(`AWS4${secret}`)));

/** Signs what SigV4 wants signed of a request without a query: its host, its type, its body and every `x-amz-` header. */
export const requestSigner = (credentials: () => Promise<Credentials>) => {
  let kept: { readonly of: string; readonly key: KeyObject } | undefined;

  /** One key a day for each secret: deriving it costs four HMACs. */
  const keyFor = (secret: string, scope: readonly string[]): KeyObject => {
    const of = [secret, ...scope].join('/');
    if (kept?.of !== of) kept = { of, key: signingKey(secret, scope) };
    return kept.key;
  };

  return {
    sign: async <R extends Signable>(
      request: R,
      { signingDate = new Date(), signingRegion = '', signingService = '' }: Moment = {},
    ): Promise<R & { readonly headers: Record<string, string> }> => {
      const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
      const date = new Date(signingDate).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
      const scope = [date.slice(0, 8), signingRegion, signingService, 'aws4_request'];
      const headers: Record<string, string> = { ...request.headers, 'x-amz-date': date };
      if (sessionToken !== undefined) headers['x-amz-security-token'] = sessionToken;
      const names = Object.keys(headers)
        .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-amz-'))
        .toSorted();
      const signed = names.join(';');
      const lines = names.map((name) => `${name}:${headers[name] ?? ''}\n`).join('');
      const canonical = `${request.method}\n${request.path}\n\n${lines}\n${signed}\n${hash('sha256', request.body)}`;
      const toSign = `AWS4-HMAC-SHA256\n${date}\n${scope.join('/')}\n${hash('sha256', canonical)}`;
      const signature = hmac(keyFor(secretAccessKey, scope), toSign).toString('hex');
      headers['authorization'] =
        `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${signed}, Signature=${signature}`;
      return { ...request, headers };
    },
  };
};
