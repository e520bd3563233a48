import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../start.ts', import.meta.url));

const start = async (...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  return { code: Number(code), said };
};

it('refuses a busy port with what to do, before starting anything', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { code, said } = await start('--no-web', '--api-port', String(port));
  server.close();
  expect(code).toBe(1);
  expect(said).toContain(`Le port ${port} est déjà pris`);
  expect(said).toContain(`npm start -- --api-port ${port + 1}`);
}, 30_000);

it('prints its help', async () => {
  expect(await start('--help')).toMatchObject({ code: 0, said: expect.stringContaining('--data DOSSIER') });
}, 30_000);
