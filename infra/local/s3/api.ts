import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { escaped } from '../http-answer.ts';
import { listIn, objectIn, textsIn, type Json } from '../json.ts';
import { unchunked } from './chunked.ts';
import { receiveForm } from './form.ts';
import type { Objects, StoredObject } from './objects.ts';
import { linkFault } from './signature.ts';

/** A bucket's CORS rules, as the template writes them. */
export type BucketCors = ReadonlyMap<string, Json>;

interface Request {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly bucket: string;
  readonly key: string;
}

const KNOWN_QUERY =
  /^(x-id|list-type|prefix|max-keys|start-after|continuation-token|encoding-type|delimiter|response-content-(type|disposition)|x-amz-.*)$/i;

const send = ({ outgoing }: Request, status: number, headers: Readonly<Record<string, string>>, body: string): void => {
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
};

const refuse = (request: Request, status: number, code: string, message: string): void =>
  send(
    request,
    status,
    { 'content-type': 'application/xml' },
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`,
  );

const corsHeaders = (cors: BucketCors, request: Request): Readonly<Record<string, string>> => {
  const origin = request.headers['origin'];
  if (origin === undefined) return {};
  const rule = listIn(cors.get(request.bucket), 'CorsRules').find((one) =>
    textsIn(one, 'AllowedOrigins').some((allowed) => allowed === origin || allowed === '*'),
  );
  if (rule === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': textsIn(rule, 'AllowedMethods').join(', '),
    'access-control-allow-headers': textsIn(rule, 'AllowedHeaders').join(', '),
    'access-control-expose-headers': textsIn(rule, 'ExposedHeaders').join(', '),
    vary: 'origin',
  };
};

const described = (object: StoredObject): Readonly<Record<string, string>> => ({
  'content-type': object.contentType,
  etag: object.etag,
  'last-modified': new Date(object.modified).toUTCString(),
  'accept-ranges': 'bytes',
  ...object.headers,
});

const rangeOf = (header: string | undefined, size: number): { start: number; end: number } | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') return { start: Math.max(0, size - Number(match[2])), end: size - 1 };
  return { start: Number(match[1]), end: match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2])) };
};

const getObject = async (objects: Objects, request: Request): Promise<void> => {
  const object = objects.find(request.bucket, request.key);
  if (object === undefined) {
    if (request.incoming.method === 'HEAD') return send(request, 404, {}, '');
    return refuse(request, 404, 'NoSuchKey', 'The specified key does not exist.');
  }
  const range = rangeOf(request.headers['range'], object.size);
  if (range !== undefined && range.start > range.end) return refuse(request, 416, 'InvalidRange', 'The requested range is not satisfiable');
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  const type = request.query.get('response-content-type');
  const disposition = request.query.get('response-content-disposition');
  request.outgoing.writeHead(range === undefined ? 200 : 206, {
    ...described(object),
    ...(type === null ? {} : { 'content-type': type }),
    ...(disposition === null ? {} : { 'content-disposition': disposition }),
    ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${object.size}` }),
    'content-length': end - start + 1,
  });
  if (request.incoming.method === 'HEAD' || object.size === 0) {
    request.outgoing.end();
    return;
  }
  await pipeline(objects.read(object, start, end), request.outgoing);
};

const putObject = async (objects: Objects, request: Request): Promise<void> => {
  const { headers, bucket, key, incoming } = request;
  if (headers['x-amz-copy-source'] !== undefined) return refuse(request, 501, 'NotImplemented', 'CopyObject is not played locally.');
  if (headers['if-none-match'] === '*' && objects.find(bucket, key) !== undefined) {
    incoming.resume();
    return refuse(request, 412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  const isChunked =
    (headers['content-encoding'] ?? '').includes('aws-chunked') || (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const kept = Object.entries(headers).filter(
    ([name]) => name.startsWith('x-amz-meta-') || name === 'content-disposition' || name === 'cache-control',
  );
  const stored = await objects.put(
    { bucket, key, contentType: headers['content-type'] ?? 'binary/octet-stream', headers: Object.fromEntries(kept) },
    isChunked ? unchunked(incoming) : incoming,
  );
  send(request, 200, { etag: stored.etag }, '');
};

const listObjects = (objects: Objects, request: Request): void => {
  if (request.query.has('delimiter')) return refuse(request, 501, 'NotImplemented', 'Delimiters are not played locally.');
  const prefix = request.query.get('prefix') ?? '';
  const max = Number(request.query.get('max-keys') ?? 1_000);
  const after = request.query.get('continuation-token') ?? request.query.get('start-after') ?? '';
  const found = objects.list(request.bucket, prefix, after, max + 1);
  const shown = found.slice(0, max);
  const rows = shown.map(
    (object) =>
      `<Contents><Key>${escaped(object.key)}</Key><LastModified>${object.modified}</LastModified><ETag>${escaped(object.etag)}</ETag><Size>${object.size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const next = found.length > max ? `<NextContinuationToken>${escaped(shown.at(-1)?.key ?? '')}</NextContinuationToken>` : '';
  send(
    request,
    200,
    { 'content-type': 'application/xml' },
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult><Name>${request.bucket}</Name><Prefix>${escaped(prefix)}</Prefix><KeyCount>${shown.length}</KeyCount><MaxKeys>${max}</MaxKeys><IsTruncated>${String(found.length > max)}</IsTruncated>${rows.join('')}${next}</ListBucketResult>`,
  );
};

const drain = async (incoming: IncomingMessage): Promise<void> => {
  for await (const _ of incoming) {
    // A browser shows an answer only once it could send everything.
  }
};

const postForm = async (objects: Objects, cors: BucketCors, request: Request): Promise<void> => {
  const result = await receiveForm(
    objects,
    request.bucket,
    request.headers['content-type'] ?? '',
    request.incoming.iterator({ destroyOnReturn: false }),
    Date.now(),
  );
  await drain(request.incoming);
  const shared = corsHeaders(cors, request);
  for (const [name, value] of Object.entries(shared)) request.outgoing.setHeader(name, value);
  if (!result.ok) return refuse(request, result.status, result.code, result.message);
  const { object, fields } = result;
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const location = new URL(redirect);
    for (const [name, value] of [
      ['bucket', object.bucket],
      ['key', object.key],
      ['etag', object.etag],
    ] as const)
      location.searchParams.set(name, value);
    return send(request, 303, { location: location.href }, '');
  }
  const status = fields.get('success_action_status');
  if (status === '201')
    return send(
      request,
      201,
      { etag: object.etag, 'content-type': 'application/xml' },
      `<PostResponse><Bucket>${object.bucket}</Bucket><Key>${escaped(object.key)}</Key><ETag>${escaped(object.etag)}</ETag></PostResponse>`,
    );
  send(request, status === '200' ? 200 : 204, { etag: object.etag }, '');
};

/** Amazon S3, path style: objects, listing, presigned links and browsers' signed forms, all of it streamed; the rest is refused by name. */
export const s3Api =
  (objects: Objects, cors: BucketCors) =>
  async (incoming: IncomingMessage, outgoing: ServerResponse, url: URL, headers: Readonly<Record<string, string>>): Promise<void> => {
    const [, bucket = '', ...rest] = url.pathname.split('/');
    const request: Request = {
      incoming,
      outgoing,
      headers,
      query: url.searchParams,
      bucket: decodeURIComponent(bucket),
      key: rest.map(decodeURIComponent).join('/'),
    };
    const { method = 'GET' } = incoming;
    if (!objects.hasBucket(request.bucket)) return refuse(request, 404, 'NoSuchBucket', 'The specified bucket does not exist');
    if (method === 'OPTIONS') {
      const allowed = corsHeaders(cors, request);
      return Object.keys(allowed).length === 0
        ? refuse(request, 403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.')
        : send(request, 200, allowed, '');
    }
    if (method === 'POST' && request.key === '' && (headers['content-type'] ?? '').startsWith('multipart/form-data'))
      return postForm(objects, cors, request);
    const unknown = [...url.searchParams.keys()].find((name) => !KNOWN_QUERY.test(name));
    if (unknown !== undefined) return refuse(request, 501, 'NotImplemented', `${unknown} is not played locally.`);
    if (url.searchParams.has('X-Amz-Signature')) {
      const fault = linkFault(method, url.pathname, url.search.slice(1), headers, Date.now());
      if (fault !== undefined)
        return refuse(
          request,
          403,
          fault,
          fault === 'AccessDenied'
            ? 'Request has expired'
            : 'The request signature we calculated does not match the signature you provided.',
        );
    }
    if (request.key === '')
      return method === 'GET'
        ? listObjects(objects, request)
        : method === 'HEAD'
          ? send(request, 200, {}, '')
          : refuse(request, 501, 'NotImplemented', `${method} of a bucket is not played locally.`);
    if (method === 'GET' || method === 'HEAD') return getObject(objects, request);
    if (method === 'PUT') return putObject(objects, request);
    if (method !== 'DELETE') return refuse(request, 501, 'NotImplemented', `${method} is not played locally.`);
    objects.remove(request.bucket, request.key);
    return send(request, 204, {}, '');
  };

/** The CORS rules of each bucket of the template. */
export const bucketCors = (buckets: readonly { readonly ref: string; readonly properties: Json }[]): BucketCors =>
  new Map(buckets.map(({ ref, properties }) => [ref, objectIn(properties, 'CorsConfiguration')]));
