import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportRequested } from '@preau/shared/imports/events.ts';
import type { DataOf, Envelope } from '@preau/shared/kernel/event.ts';
import type { Examined, Progressing } from './examined.ts';
import { requestOf } from './request.ts';
import { examineAaf } from './run-aaf.ts';
import { examineLessons } from './run-lessons.ts';
import type { WorkerServices } from './services.ts';
import type { StoredImport } from './store.ts';

const LEASE_SECONDS = 240;
const PROGRESS_EVERY_MS = 1000;
const KEPT_ANOMALIES = 2000;

const VANISHED_MESSAGE =
  'Le nombre de ce qui disparaît n’est pas celui qui a été confirmé. Relisez l’examen, puis tapez le nombre qu’il annonce.';

/** Another import of this kind is being written: the queue brings the message back later. */
class ImportBusy extends Error {
  override readonly name = 'ImportBusy';
}

const working = (services: WorkerServices, start: StoredImport) => {
  let record = start;
  let shownAt = 0;

  /** Refused when another request changed this import meanwhile. */
  const save = async (change: Partial<StoredImport>, outbox: readonly Envelope[] = []): Promise<void> => {
    const next: StoredImport = { ...record, ...change, updatedAt: services.now() };
    if (!(await services.imports.putImport(next, record, outbox))) throw new ImportBusy('Another run took this import over');
    record = next;
  };

  /** The end of a piece of work: what only concerned its course is forgotten. */
  const settle = (change: Partial<StoredImport>): Promise<void> => {
    const { progress: _progress, refusal: _refusal, ...kept } = record;
    const before = record;
    record = kept;
    return services.imports.putImport({ ...kept, ...change, updatedAt: services.now() }, before).then((saved) => {
      if (!saved) throw new ImportBusy('Another run took this import over');
    });
  };

  const holdLease = async (): Promise<void> => {
    if (!(await services.imports.takeLease(record.kind, services.runId, services.now(), LEASE_SECONDS)))
      throw new ImportBusy('Another import of this kind is at work');
  };

  return {
    record: () => record,
    save,
    settle,
    holdLease,
    progress: (async (step, done) => {
      const now = Date.now();
      if (now - shownAt < PROGRESS_EVERY_MS) return;
      shownAt = now;
      await holdLease();
      await save({ progress: { step, done } });
    }) satisfies Progressing,
    written: (base: number, total: number) => async (count: number) => {
      const now = Date.now();
      if (now - shownAt < PROGRESS_EVERY_MS && count < total) return;
      shownAt = now;
      await holdLease();
      await save({ written: base + count, progress: { step: 'Écriture', done: base + count, total: base + total } });
    },
  };
};
type Work = ReturnType<typeof working>;

const keepAnomalies = async (work: Work, examined: Examined, services: WorkerServices): Promise<Partial<StoredImport>> => {
  const { importId, attempt } = work.record();
  await services.imports.putAnomalies(importId, attempt, examined.anomalies.slice(0, KEPT_ANOMALIES), services.now());
  return { anomaliesOf: attempt, anomalyCount: examined.plan.anomalies.reduce((sum, { count }) => sum + count, 0), plan: examined.plan };
};

const finishPlan = async (work: Work, examined: Examined, services: WorkerServices): Promise<void> => {
  const kept = await keepAnomalies(work, examined, services);
  const { refusal } = examined;
  await work.settle({ ...kept, status: refusal === undefined ? 'planned' : 'refused', ...(refusal === undefined ? {} : { refusal }) });
};

/** A confirmation holds for the count that was read, not for whatever the delivery does by now. */
const isUnconfirmed = (record: StoredImport, { plan }: Examined): boolean =>
  !record.started && plan.confirmVanished && record.confirmedVanished !== plan.vanished;

const finishApply = async (work: Work, examined: Examined, services: WorkerServices): Promise<void> => {
  if (examined.refusal !== undefined) return finishPlan(work, examined, services);
  if (isUnconfirmed(work.record(), examined)) {
    const kept = await keepAnomalies(work, examined, services);
    return work.settle({ ...kept, status: 'planned', refusal: { code: 'confirm-vanished', message: VANISHED_MESSAGE } });
  }
  const { plan: _resumed, ...kept } = await keepAnomalies(work, examined, services);
  // What the operator confirmed stays on the page: a resumed run would only see what is left.
  await work.save({ ...kept, ...(work.record().started ? {} : { plan: examined.plan }), started: true });
  const base = work.record().written;
  let latest = 0;
  const show = work.written(base, examined.total);
  const done = await examined.apply((written) => {
    latest = written;
    return show(written);
  });
  if (!done) {
    const attempt = work.record().attempt + 1;
    return work.save({ attempt, written: base + latest }, [
      requestOf({ importId: work.record().importId, attempt }, 'apply', services.now()),
    ]);
  }
  const { importId, kind } = work.record();
  await services.imports.putApplied({ kind, importId, at: services.now(), ...examined.applied });
  return work.settle({ status: 'applied', written: base + examined.total });
};

const EXAMINERS = { aaf: examineAaf, lessons: examineLessons } as const;

const FAILED_MESSAGE =
  'Une erreur imprévue a interrompu l’import ; ce qui est déjà écrit reste. Relancez-le : il reprendra où il en était.';

const examineAndFinish = async (work: Work, action: 'plan' | 'apply', services: WorkerServices): Promise<void> => {
  const folder = await mkdtemp(join(services.scratch, 'import-'));
  try {
    const examined = await EXAMINERS[work.record().kind](work.record(), folder, services, work.progress);
    try {
      await (action === 'plan' ? finishPlan : finishApply)(work, examined, services);
    } finally {
      examined.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Does what was asked of an import, once per attempt: a message that comes again finds its work done, or goes on where a crash left it. */
export const runImport = async (request: DataOf<typeof ImportRequested>, services: WorkerServices): Promise<void> => {
  const record = await services.imports.findImport(request.importId);
  const expected = request.action === 'plan' ? 'planning' : 'applying';
  if (record === undefined || record.attempt !== request.attempt || record.status !== expected) return;
  const work = working(services, record);
  await work.holdLease();
  try {
    await examineAndFinish(work, request.action, services);
  } catch (error) {
    if (error instanceof ImportBusy) throw error;
    services.onError(error, request.importId);
    await work.settle({ status: 'failed', refusal: { code: 'failed', message: FAILED_MESSAGE } });
  } finally {
    await services.imports.dropLease(record.kind, services.runId);
  }
};
