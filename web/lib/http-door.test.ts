import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ApiRequest } from './api.ts';
import { askOverHttp } from './http-door.ts';

const listening = async (listener: RequestListener) => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address of a listening socket is never a path nor null.
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
};

const asking = (method: string, body?: string): ApiRequest => ({
  method,
  headers: { accept: 'application/json' },
  cache: 'no-store',
  redirect: 'manual',
  signal: AbortSignal.timeout(2_000),
  ...(body === undefined ? {} : { body }),
});

describe('the door to the API', () => {
  it('sends the body whole, accents counted in bytes, and reads the answer', async () => {
    const { origin, close } = await listening((incoming, answer) => {
      incoming
        .setEncoding('utf8')
        .once('data', (body: string) => answer.writeHead(201).end(JSON.stringify({ method: incoming.method, body })));
    });
    const answer = await askOverHttp(`${origin}/x`, asking('POST', 'fièvre'));
    expect([answer.ok, answer.status, await answer.json()]).toEqual([true, 201, { method: 'POST', body: 'fièvre' }]);
    close();
  });

  it('does not follow where it is led', async () => {
    const { origin, close } = await listening((_, answer) => answer.writeHead(303, { location: 'https://files.example/x' }).end());
    const answer = await askOverHttp(origin, asking('GET'));
    expect([answer.ok, answer.status, answer.headers.get('location')]).toEqual([false, 303, 'https://files.example/x']);
    close();
  });

  it.each([
    ['GET', 'asks again', 200],
    ['POST', 'never sends again', undefined],
  ])('when a kept connection is closed under a %s, %s', async (method, _, status) => {
    let asked = 0;
    const { origin, close } = await listening((incoming, answer) => {
      asked += 1;
      if (asked === 2) incoming.socket.resetAndDestroy();
      else answer.end('{}');
    });
    await askOverHttp(origin, asking('GET'));
    const second = await askOverHttp(origin, asking(method)).catch(() => undefined);
    expect([second?.status, asked]).toEqual([status, status === undefined ? 2 : 3]);
    close();
  });

  it('gives up when its time is over', async () => {
    const { origin, server, close } = await listening(() => undefined);
    await expect(askOverHttp(origin, { ...asking('GET'), signal: AbortSignal.timeout(50) })).rejects.toThrow('aborted');
    server.closeAllConnections();
    close();
  });
});
