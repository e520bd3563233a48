import { Agent, request } from 'node:http';

export interface Shot {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly origin: string;
  /** Each connection waits for its answer before it asks again. */
  readonly connections: number;
  readonly requests: number;
  readonly shoot: (connection: number) => Shot;
}

/** Something that people do, asked of the system again and again. */
export interface Journey {
  readonly name: string;
  readonly origin: string;
  readonly shoot: Load['shoot'];
  /** Milliseconds of processor a request, divided by k. */
  readonly budget?: number;
}

export interface Outcome {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds of each answer, sorted. */
  readonly times: readonly number[];
}

const send = (agent: Agent, origin: URL, { method, path, headers, body }: Shot): Promise<void> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(
      // An address, so that no connection waits for a name.
      { agent, host: '127.0.0.1', port: origin.port, method, path, headers: { ...headers, host: origin.host, ...length } },
      (incoming) => {
        let start = '';
        incoming.setEncoding('utf8').on('data', (text: string) => {
          if (start.length < 300) start += text;
        });
        incoming.on('error', reject);
        incoming.on('end', () => {
          if (incoming.statusCode === 200) resolve();
          else reject(new Error(`${method} ${path} answered ${incoming.statusCode}: ${start.slice(0, 300)}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** Asks as fast as answers come; any answer but 200 stops the measure. */
export const runLoad = async ({ origin, connections, requests, shoot }: Load): Promise<Outcome> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(origin);
  const times: number[] = [];
  let left = requests;
  const connect = async (connection: number): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const startedAt = performance.now();
      await send(agent, target, shoot(connection));
      times.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, (_, connection) => connect(connection)));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return { requests, seconds, times: times.toSorted((a, b) => a - b) };
};
