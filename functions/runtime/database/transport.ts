import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface WireRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** DynamoDB answers in milliseconds: a silence that long is a connection lost, which is retried. */
const SILENCE_MS = 10_000;
const KEPT_ALIVE = { keepAlive: true, maxSockets: 50 } as const;

const silent = (): Error => Object.assign(new Error(`No answer within ${SILENCE_MS} ms`), { name: 'TimeoutError' });

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Whole requests for whole answers over connections kept alive: what DynamoDB needs of HTTP, for a fifth of the general handler's processor time. */
export const transport = (silenceMs: number = SILENCE_MS) => {
  const agents = { http: new HttpAgent(KEPT_ALIVE), https: new HttpsAgent(KEPT_ALIVE) };

  const send = ({ protocol, hostname, port, method, path, headers, body }: WireRequest): Promise<WireResponse> =>
    new Promise((resolve, reject) => {
      const options = { host: hostname, port, method, path, headers, timeout: silenceMs };
      const receive = (incoming: IncomingMessage): void => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const [first] = pieces;
          const whole = pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces);
          resolve({ statusCode: incoming.statusCode ?? 0, headers: headersOf(incoming), body: whole });
        });
      };
      const outgoing =
        protocol === 'https:'
          ? httpsRequest({ ...options, agent: agents.https }, receive)
          : httpRequest({ ...options, agent: agents.http }, receive);
      outgoing.on('error', reject);
      outgoing.on('timeout', () => outgoing.destroy(silent()));
      outgoing.end(body);
    });

  return {
    send,
    destroy: (): void => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
};
