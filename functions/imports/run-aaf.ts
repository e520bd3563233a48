import { join } from 'node:path';
import { academyName } from '@preau/shared/kernel/academies.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import type { Anomaly, Plan } from '@preau/shared/imports/schema.ts';
import { applyDifferences } from './apply.ts';
import { comparePlan, countDifferences } from './compare.ts';
import { faultBook } from './fault-book.ts';
import { anomalyOf } from './faults.ts';
import { stageDirectory, stageKnown } from './known.ts';
import { readDelivery } from './read-delivery.ts';
import type { Examined, Progressing } from './examined.ts';
import type { WorkerServices } from './services.ts';
import { openStage, type Stage } from './stage.ts';
import type { StoredImport } from './store.ts';
import { buildTargets } from './targets/build.ts';

/** Zones of the academies that do not live by Paris. */
const ZONES: Readonly<Record<string, string>> = {
  LA_REUNION: 'Indian/Reunion',
  MARTINIQUE: 'America/Martinique',
  GUADELOUPE: 'America/Guadeloupe',
  GUYANE: 'America/Cayenne',
  NOUVELLE_CALEDONIE: 'Pacific/Noumea',
  POLYNESIE: 'Pacific/Tahiti',
  WALLIS_ET_FUTUNA: 'Pacific/Wallis',
  MAYOTTE: 'Indian/Mayotte',
  ST_PIERRE_ET_MIQUELON: 'America/Miquelon',
};

/** Time kept back to hand the work over. */
const RESERVE_MS = 60_000;

const ownAcademy = (numbers: readonly string[]): string => {
  const name = academyName(numbers[0] ?? '');
  if (name === undefined) throw new Error('The academy has no known number');
  return name;
};

const scanDirectory = async (stage: Stage, { directory }: WorkerServices, progress: Progressing): Promise<void> => {
  const put = stageKnown(stage);
  let done = 0;
  for await (const page of directory.scanKnown()) {
    for (const known of page) put(known);
    done += page.length;
    await progress('Lecture de l’annuaire en place', done);
  }
  stage.commit();
};

/** Reads an AAF delivery against the directory: what it changes, what is wrong in it, and how to write it. */
export const examineAaf = async (
  record: StoredImport,
  folder: string,
  services: WorkerServices,
  progress: Progressing,
): Promise<Examined> => {
  const { academyNumbers, imports, download, limits } = services;
  const academy = ownAcademy(academyNumbers);
  const path = join(folder, 'delivery');
  await progress('Réception du fichier', 0);
  await download(record.importId, path);

  const stage = openStage(join(folder, 'stage.sqlite'));
  const book = faultBook();
  await scanDirectory(stage, services, progress);
  const applied = await imports.findApplied('aaf');
  const facts = await readDelivery(path, {
    stage,
    book,
    academyNumbers,
    last: { date: applied?.date, complete: applied?.complete ?? false },
    ...(limits === undefined ? {} : { limits }),
    onDelta: async () => stageDirectory(stage, academy),
    onRecords: async (count) => progress('Lecture de la livraison', count),
  });
  const refusal = book.refusal();
  if (refusal === undefined) buildTargets({ stage, academy, zone: ZONES[academy] ?? 'Europe/Paris', onFault: book.add });

  const found: readonly Anomaly[] = book.anomalies();
  const compared = refusal === undefined ? comparePlan(stage) : { kinds: [], vanished: 0, knownPeople: 0, confirmVanished: false };
  const plan: Plan = {
    ...(facts.date === undefined ? {} : { deliveryDate: facts.date }),
    delta: facts.delta,
    ...compared,
    anomalies: book.counts(),
  };
  const now = services.now();
  return {
    plan,
    anomalies: found,
    ...(refusal === undefined ? {} : { refusal: { code: refusal.code, message: anomalyOf(refusal).message } }),
    total: refusal === undefined ? countDifferences(stage) : 0,
    apply: (onWritten) =>
      applyDifferences(
        stage,
        { importId: record.importId, now, today: localDateOf(now) },
        { directory: services.directory, hasTime: () => services.remaining() > RESERVE_MS, onWritten },
      ),
    applied: { ...(facts.date === undefined ? {} : { date: facts.date }), complete: !facts.delta || (applied?.complete ?? false) },
    close: () => stage.close(),
  };
};
