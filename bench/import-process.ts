import { rmSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { directoryTable } from '@preau/shared/directory/table.ts';
import { importsTable } from '@preau/shared/imports/table.ts';
import { ImportId } from '@preau/shared/kernel/ids.ts';
import type { TableSpec } from '@preau/shared/kernel/table.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { directoryImport } from '../functions/directory/import-people.ts';
import { directoryReads } from '../functions/directory/reads.ts';
import { directoryStore } from '../functions/directory/store.ts';
import type { WorkerServices } from '../functions/imports/services.ts';
import { importsStore, type StoredImport } from '../functions/imports/store.ts';
import { runImport } from '../functions/imports/worker.ts';
import { openDatabase } from '../functions/runtime/database/database.ts';
import { meter } from '../functions/testing/meter.ts';
import { lessonsImportDoor } from '../functions/timetable/import-door.ts';
import { startEngine } from '../infra/local/engine/engine.ts';
import { writeDemo } from '../scripts/demo/write.ts';

const key = (name: string, type: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType: type }) as const;

const createTable = (client: DynamoDBClient, { domain, indexes }: TableSpec) =>
  client.send(
    new CreateTableCommand({
      TableName: domain,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', ...indexes.flatMap((index) => [`${index}pk`, `${index}sk`])].map((name) => ({
        AttributeName: name,
        AttributeType: 'S' as const,
      })),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index,
        KeySchema: [key(`${index}pk`, 'HASH'), key(`${index}sk`, 'RANGE')],
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  );

const pupils = Number(process.argv[2] ?? 1000);
const folder = await mkdtemp(join(tmpdir(), 'preau-bench-import-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const now = new Date().toISOString();
const { aaf } = await writeDemo(folder, { now, seed: 1, pupils });
const engine = await startEngine(undefined);
const raw = new DynamoDBClient({
  endpoint: engine.url,
  region: 'eu-west-3',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
// Counted on a client of its own: a request that asks for its units is the same request.
const units = meter(raw);
for (const spec of [directoryTable, importsTable, timetableTable] as const) await createTable(raw, spec);
const client = openDatabase(raw);

const store = directoryStore(directoryTable.domain, client);
const imports = importsStore(importsTable.domain, client);
const services: WorkerServices = {
  now: () => now,
  imports,
  download: async (_, path) => copyFile(aaf, path),
  directory: directoryImport(store),
  reads: directoryReads(store),
  timetable: lessonsImportDoor(timetableTable.domain, client),
  academyNumbers: ['12'],
  remaining: () => 900_000,
  scratch: folder,
  runId: 'bench',
  onError: (error) => {
    throw error;
  },
};

const asked: StoredImport = {
  importId: ImportId.parse('imp_benchmark'),
  kind: 'aaf',
  fileName: 'delivery.zip',
  bytes: 1,
  status: 'planning',
  createdAt: now,
  createdBy: 'Banc d’essai',
  updatedAt: now,
  attempt: 1,
  started: false,
  written: 0,
  anomalyCount: 0,
  anomaliesOf: 0,
};

const secondsOf = async (action: 'plan' | 'apply', attempt: number): Promise<number> => {
  const startedAt = performance.now();
  await runImport({ importId: asked.importId, action, attempt }, services);
  return (performance.now() - startedAt) / 1000;
};

await imports.addImport(asked);
const planSeconds = await secondsOf('plan', 1);
const planned = await imports.findImport(asked.importId);
if (planned?.status !== 'planned') throw new Error(`The delivery was ${planned?.status ?? 'lost'}`);
await imports.putImport({ ...planned, attempt: 2, status: 'applying' }, planned);
units.reset();
const applySeconds = await secondsOf('apply', 2);
const applied = await imports.findImport(asked.importId);
if (applied?.status !== 'applied') throw new Error(`The import was ${applied?.status ?? 'lost'}`);
const people = applied.written;
console.log(JSON.stringify({ people, pupils, planSeconds, applySeconds, wru: units.units().wru }));
client.destroy();
await engine.stop();
