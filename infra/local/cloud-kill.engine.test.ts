import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, it } from 'vitest';
import { scratchFolder } from '../../functions/testing/scratch-folder.ts';
import { textIn, parseJson } from './json.ts';
import { startCloud } from './cloud.ts';
import { tinyAssembly } from './testing/tiny-assembly.ts';

const WRITES_A_ROUND = 30;
// A message that is being handled at each kill has been received as often: it must not be set aside for that.
const assembly = tinyAssembly({ maxReceives: 10 });
const dataDir = scratchFolder();
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

const launch = async (): Promise<{ readonly child: ChildProcess; readonly apiOrigin: string; readonly endpoint: string }> => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', new URL('./testing/run-tiny.ts', import.meta.url).pathname, assembly, dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  started.push(child);
  const [line] = await once(child.stdout ?? process.stdin, 'data');
  const said = parseJson(String(line));
  return { child, apiOrigin: textIn(said, 'apiOrigin') ?? '', endpoint: textIn(said, 'endpoint') ?? '' };
};

/** Processes whose command line names the data folder: the engine, its guard. */
const leftBehind = (): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir);
    } catch {
      return false;
    }
  });

const options = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-3',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});

it('loses nothing that it acknowledged and leaves no process behind when it is killed, again and again', async () => {
  const notes: string[] = [];
  const files: string[] = [];
  let next = 0;
  for (let round = 0; round < 3; round += 1) {
    const { child, apiOrigin, endpoint } = await launch();
    const s3 = new S3Client(options(endpoint));
    const writer = async (): Promise<void> => {
      while (child.exitCode === null && child.signalCode === null) {
        const id = `n${(next += 1)}`;
        const answer = await fetch(`${apiOrigin}/notes/${id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text: id }),
        }).catch(() => undefined);
        if (answer?.status === 200) notes.push(id);
        const stored = await s3.send(new PutObjectCommand({ Bucket: 'tiny-data-files', Key: id, Body: id.repeat(1_000) })).then(
          () => true,
          () => false,
        );
        if (stored) files.push(id);
      }
    };
    const writers = [writer(), writer(), writer()];
    const wanted = notes.length + WRITES_A_ROUND;
    while (notes.length < wanted && child.exitCode === null) await pause(7);
    child.kill('SIGKILL');
    await Promise.all(writers);
    const deadline = Date.now() + 30_000;
    while (leftBehind().length > 0 && Date.now() < deadline) await pause(50);
    expect(leftBehind()).toEqual([]);
  }
  const cloud = await startCloud({ assembly, dataDir, apiPort: 0, fast: true });
  try {
    const s3 = new S3Client(options(cloud.endpoint));
    for (const id of files)
      expect(await (await s3.send(new GetObjectCommand({ Bucket: 'tiny-data-files', Key: id }))).Body?.transformToString()).toBe(
        id.repeat(1_000),
      );
    const deadline = Date.now() + 60_000;
    const missing = (): readonly string[] => {
      const mailed = new Set(cloud.outbox.list(10_000).flatMap((sent) => sent.to));
      return notes.filter((id) => !mailed.has(`${id}@famille.example`));
    };
    while (missing().length > 0 && Date.now() < deadline) await pause(200);
    expect(missing()).toEqual([]);
  } finally {
    await cloud.close();
  }
}, 240_000);
