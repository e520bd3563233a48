import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { comparePlan } from '../compare.ts';
import { faultBook } from '../fault-book.ts';
import { readDelivery } from '../read-delivery.ts';
import { openStage } from '../stage.ts';
import { buildTargets } from '../targets/build.ts';
import { aDelivery, aGuardianRecord, aPupilRecord, feedXml, memberName } from './deliveries.ts';

// Run as processes of its own: `write PATH BYTES` generates a delivery whose file of pupils has that size, `read PATH` reads it as the worker does and prints the memory it took.

const BLOCK = 1000;
const FILLER = {
  ENTPersonAdresse: '12 rue des Érables$$$',
  ENTEleveEnseignements: Array.from({ length: 130 }, (_, index) => `OPTION ${index} ENSEIGNEMENT FACULTATIF`),
};

const recordOf = (key: number): string =>
  aPupilRecord(String(key), { ...FILLER, ENTElevePersRelEleve: [`${9_000_000 + Math.floor(key / 2)}$10$1$1$1$0`] });

/** A member of exact size, written by blocks: nothing of it stands in memory. */
const writePupils = async (tar: Pack, size: number): Promise<number> => {
  const [head = '', tail = ''] = feedXml(['<!--split-->']).split('<!--split-->');
  const block = (from: number): Buffer =>
    Buffer.from(Array.from({ length: BLOCK }, (_, index) => recordOf(1_000_000 + from + index)).join('\n'));
  const blockBytes = block(0).length;
  const blocks = Math.ceil(size / blockBytes);
  const total = Buffer.byteLength(head) + Buffer.byteLength(tail) + blocks * blockBytes;
  const entry = tar.entry({ name: memberName('Eleve'), size: total });
  const write = async (bytes: Buffer | string): Promise<void> => {
    if (!entry.write(bytes)) await once(entry, 'drain');
  };
  await write(head);
  for (let index = 0; index < blocks; index += 1) await write(block(index * BLOCK));
  await write(tail);
  entry.end(undefined);
  await finished(entry);
  return blocks * BLOCK;
};

const writeDelivery = async (path: string, size: number): Promise<number> => {
  const tar = pack();
  const file = tar.pipe(createGzip({ level: 1 })).pipe(createWriteStream(path));
  const pupils = await writePupils(tar, size);
  const guardians = feedXml(Array.from({ length: pupils / 2 }, (_, index) => aGuardianRecord(String(9_500_000 + index))));
  for (const [name, content] of Object.entries(aDelivery())) {
    if (!name.includes('_Eleve_')) tar.entry({ name }, name.includes('PersRelEleve') ? guardians : Buffer.from(content as string));
  }
  tar.finalize();
  await finished(file);
  return pupils;
};

const megabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2);

const readAll = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-gigabyte-'));
  try {
    const stage = openStage(join(folder, 'stage.sqlite'));
    const book = faultBook();
    const started = performance.now();
    const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
    await readDelivery(path, {
      stage,
      book,
      academyNumbers: ['12'],
      last: { complete: false },
      onDelta: async () => undefined,
      onRecords: async () => undefined,
    });
    const [readSeconds, readMb] = [seconds(), megabytes(process.resourceUsage().maxRSS * 1024)];
    buildTargets({ stage, academy: 'NANCY-METZ', zone: 'Europe/Paris', onFault: book.add });
    const builtMb = megabytes(process.resourceUsage().maxRSS * 1024);
    const added = comparePlan(stage).kinds.find((kind) => kind.kind === 'pupil')?.added;
    stage.close();
    const maxRssMb = megabytes(process.resourceUsage().maxRSS * 1024);
    return {
      added,
      refusal: book.refusal()?.code,
      readMb,
      builtMb,
      maxRssMb,
      readSeconds,
      totalSeconds: seconds(),
      ...process.memoryUsage(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const [, , action, path = '', size = '0'] = process.argv;
const report = action === 'write' ? { pupils: await writeDelivery(path, Number(size)) } : await readAll(path);
process.stdout.write(JSON.stringify(report));
