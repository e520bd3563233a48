import { randomBytes } from 'node:crypto';
import { happened } from '@preau/shared/kernel/event.ts';
import { BatchId, PersonId, type SchoolId } from '@preau/shared/kernel/ids.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import type { Batch } from '@preau/shared/reports/batch.ts';
import { ClassSealingAsked } from '@preau/shared/reports/events.ts';
import type { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { reportsTable } from '@preau/shared/reports/table.ts';
import { directoryReads } from '../functions/directory/reads.ts';
import { schoolIdOf } from '../functions/directory/ids.ts';
import { directoryStore } from '../functions/directory/store.ts';
import { reportsStore } from '../functions/reports/store.ts';
import { openDatabase } from '../functions/runtime/database/database.ts';
import { tableStore } from '../functions/runtime/entity.ts';
import { MAIN_SCHOOLS } from '../scripts/demo/schools.ts';
import { engineOf } from './registers.ts';
import type { Line } from './report.ts';
import { startMeasured } from './running-system.ts';

const BUDGET_SECONDS = 60;
const POLL_MS = 250;
const GIVE_UP_MS = 300_000;

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The school's own first period: an agricultural lycée counts by semesters. */
const periodOf = (kind: (typeof MAIN_SCHOOLS)[number]['kind'], today: string): CardPeriodKey =>
  `${schoolYearOf(today)}-${kind === 'agricole' ? 'S' : 'T'}1`;

/** The thousand pupils of the demonstration, from what the heads ask to the last paper: relay, queue, workers, engine and bucket of the local cloud. */
export const reports = async (): Promise<readonly Line[]> => {
  const system = await startMeasured();
  try {
    const client = openDatabase(engineOf(system));
    const store = reportsStore(tableStore(reportsTable, system.reports, client));
    const directory = directoryReads(directoryStore(system.directory, client));
    const at = new Date().toISOString();

    const batchOf = async (schoolId: SchoolId, period: CardPeriodKey): Promise<Batch> => ({
      schoolId,
      period,
      batchId: BatchId.parse(`bat_bench${randomBytes(8).toString('hex')}`),
      classes: (await directory.listClasses(schoolId)).map(({ classId, name }) => ({ classId, name })),
      by: PersonId.parse('per_benchbench'),
      byName: 'Banc d’essai',
      at,
      secret: randomBytes(32).toString('hex'),
    });
    const batches = await Promise.all(MAIN_SCHOOLS.map(({ uai, kind }) => batchOf(schoolIdOf(uai), periodOf(kind, at.slice(0, 10)))));

    const before = system.processor();
    const startedAt = performance.now();
    for (const batch of batches) {
      const { schoolId, period, batchId } = batch;
      const events = batch.classes.map(({ classId }) =>
        happened(ClassSealingAsked, { id: `${batchId}#${classId}`, at, schoolId, data: { schoolId, classId, period, batchId } }),
      );
      await store.addBatch(batch, events);
    }
    const sealedOf = async ({ schoolId, period, classes }: Batch) => {
      const { progress } = await store.listBatches(schoolId, period);
      return {
        done: progress.filter(({ state }) => state === 'done').length === classes.length,
        sealed: progress.reduce((sum, one) => sum + one.sealed, 0),
      };
    };
    let found = await Promise.all(batches.map(sealedOf));
    while (!found.every(({ done }) => done)) {
      if (performance.now() - startedAt > GIVE_UP_MS)
        throw new Error(`Only ${found.reduce((sum, { sealed }) => sum + sealed, 0)} cards are sealed`);
      await wait(POLL_MS);
      found = await Promise.all(batches.map(sealedOf));
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const after = system.processor();
    const used = Object.entries(after).map(([name, total]) => [name, total - (before[name] ?? 0)] as const);
    const all = used.reduce((sum, [, one]) => sum + one, 0);
    const cards = found.reduce((sum, { sealed }) => sum + sealed, 0);
    client.destroy();
    return [
      {
        journey: 'reports.batch',
        metric: 'seconds',
        value: seconds,
        unit: `s, ${cards} cards and papers`,
        budget: BUDGET_SECONDS,
        kind: 'measured',
      },
      { journey: 'reports.batch', metric: 'cpu_ms', value: all / cards, unit: 'ms a card, the local cloud included', kind: 'measured' },
      ...used.map(([name, one]): Line => ({
        journey: `reports.batch.${name}`,
        metric: 'cpu_ms',
        value: one / cards,
        unit: 'ms a card',
        kind: 'measured',
      })),
    ];
  } finally {
    await system.stop();
  }
};
