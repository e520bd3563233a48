export type Service = 'dynamodb' | 'sqs' | 'sns' | 's3' | 'ses' | 'cognito-idp' | 'ssm' | 'lambda';

const SERVICES: readonly string[] = ['dynamodb', 'sqs', 'sns', 's3', 'ses', 'cognito-idp', 'ssm', 'lambda'] satisfies readonly Service[];

/** Who a request is for: an AWS service of ours, one that nobody plays, or the HTTP API. */
export type Destination =
  | { readonly kind: 'service'; readonly service: Service }
  | { readonly kind: 'unplayed'; readonly service: string }
  | { readonly kind: 'api' };

const isService = (name: string): name is Service => SERVICES.includes(name);

const destination = (name: string): Destination =>
  isService(name) ? { kind: 'service', service: name } : { kind: 'unplayed', service: name };

const scoped = (credential: string): string | undefined => {
  const parts = credential.split('/');
  return parts.at(-1) === 'aws4_request' ? parts.at(-2) : undefined;
};

/** Routes by the service named in the signature; unsigned Cognito calls by their target; forms posted to a bucket by its name. */
export const destinationOf = (
  request: {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: Readonly<Record<string, string>>;
  },
  isBucket: (name: string) => boolean,
): Destination => {
  const signed = /Credential=([^,\s]+)/.exec(request.headers['authorization'] ?? '')?.[1] ?? request.query.get('X-Amz-Credential');
  const service = signed === undefined || signed === null ? undefined : scoped(signed);
  if (service !== undefined) return destination(service);
  if ((request.headers['x-amz-target'] ?? '').startsWith('AWSCognito')) return { kind: 'service', service: 'cognito-idp' };
  const bucket = request.path.split('/')[1] ?? '';
  if (request.method === 'OPTIONS' && isBucket(bucket)) return { kind: 'service', service: 's3' };
  if (request.method === 'POST' && isBucket(bucket) && (request.headers['content-type'] ?? '').startsWith('multipart/form-data'))
    return { kind: 'service', service: 's3' };
  return { kind: 'api' };
};
