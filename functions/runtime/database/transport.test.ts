import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { transport } from './transport.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const serve = async (listener: Parameters<typeof createServer>[1]): Promise<number> => {
  server = createServer(listener as never);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const ask = (port: number) => ({ protocol: 'http:', hostname: '127.0.0.1', port, method: 'POST', path: '/', headers: {}, body: 'é' });

it('calls a long silence a time-out, by the name that retries know', async () => {
  const port = await serve(() => undefined);
  await expect(transport(100).send(ask(port))).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('takes no answer that ends before its end', async () => {
  const port = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"Item":');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(transport().send(ask(port))).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('gives a large answer whole', async () => {
  const text = 'é'.repeat(500_000);
  const port = await serve((_, response) => void response.end(text));
  const wire = transport();
  expect((await wire.send(ask(port))).body.toString()).toBe(text);
  wire.destroy();
});
