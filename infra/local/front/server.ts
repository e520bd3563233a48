import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { awsError, type Answer, type Question } from '../http-answer.ts';
import type { Faults } from './faults.ts';
import { destinationOf, type Service } from './scope.ts';
import { serve, type ServiceCall } from './services.ts';

export interface FrontDoor {
  readonly services: Readonly<Record<Exclude<Service, 's3'>, ServiceCall>>;
  readonly s3: (incoming: IncomingMessage, outgoing: ServerResponse, url: URL, headers: Readonly<Record<string, string>>) => Promise<void>;
  readonly isBucket: (name: string) => boolean;
  readonly pages: (question: Question) => Promise<Answer>;
  readonly discovery: (path: string) => Answer | undefined;
  readonly api: (question: Question, rawQuery: string, sourceIp: string) => Promise<Answer>;
  readonly faults: Faults;
  readonly report: (error: unknown) => void;
}

const MAX_BYTES = 64 * 1024 * 1024;

const headersOf = (incoming: IncomingMessage): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    const [first = ''] = values;
    headers[name] = values.length === 1 ? first : values.join(name === 'cookie' ? '; ' : ',');
  }
  return headers;
};

/** By events: an iterator over the request costs ten times as much. */
const readBody = (incoming: IncomingMessage): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    incoming.on('data', (piece: Buffer) => {
      size += piece.length;
      // Read to the end all the same: the sender hears the answer only then.
      if (size <= MAX_BYTES) pieces.push(piece);
    });
    incoming.on('error', reject);
    incoming.on('end', () => resolve(size > MAX_BYTES ? undefined : Buffer.concat(pieces)));
  });

const send = (outgoing: ServerResponse, answer: Answer): void => {
  const headers: Record<string, string | string[] | number> = {};
  for (const [name, value] of Object.entries(answer.headers)) headers[name] = typeof value === 'string' ? value : [...value];
  const hasBody = answer.status !== 204 && answer.status !== 304;
  if (hasBody) headers['content-length'] = Buffer.byteLength(answer.body);
  outgoing.writeHead(answer.status, headers).end(hasBody ? answer.body : '');
};

const unplayed = (service: string): Answer => awsError(501, 'NotImplemented', `The local cloud does not play the service ${service}.`);

/** One server for every AWS client, the HTTP API and the local pages; signatures say which service is meant. */
export const openFrontDoor = (door: FrontDoor): Server => {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', 'http://local');
    const headers = headersOf(incoming);
    const request = { method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, headers };
    const destination = destinationOf(request, door.isBucket);
    if (destination.kind === 'service' && destination.service === 's3') {
      if (door.faults.strike('s3', request.method, url.pathname) === undefined) return door.s3(incoming, outgoing, url, headers);
      incoming.resume();
      return send(outgoing, {
        status: 503,
        headers: { 'content-type': 'application/xml' },
        body: '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>',
      });
    }
    const body = await readBody(incoming);
    if (body === undefined)
      return send(outgoing, {
        status: 413,
        headers: { 'content-type': 'application/json' },
        body: '{"message":"Request Entity Too Large"}',
      });
    const question: Question = { ...request, body };
    if (destination.kind === 'unplayed') return send(outgoing, unplayed(destination.service));
    if (destination.kind === 'service' && destination.service !== 's3') {
      const gone = new AbortController();
      outgoing.once('close', () => gone.abort());
      const served = await serve(destination.service, door.services[destination.service], door.faults, question, gone.signal);
      if (served === 'cut') {
        incoming.socket.destroy();
        return;
      }
      return send(outgoing, served);
    }
    if (url.pathname.startsWith('/_local/')) return send(outgoing, await door.pages(question));
    send(
      outgoing,
      door.discovery(url.pathname) ?? (await door.api(question, url.search.slice(1), incoming.socket.remoteAddress ?? '127.0.0.1')),
    );
  };

  const server = createServer({ keepAliveTimeout: 65_000, noDelay: true }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      door.report(error);
      if (outgoing.headersSent) outgoing.destroy();
      else send(outgoing, { status: 502, headers: { 'content-type': 'application/json' }, body: '{"message":"Bad Gateway"}' });
    });
  });
  // Large deliveries take longer than Node's five minutes on a slow disk.
  server.requestTimeout = 0;
  return server;
};

/** Listens on this machine only. */
export const listen = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
};
