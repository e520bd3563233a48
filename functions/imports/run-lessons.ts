import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Anomaly, AnomalyCount, KindPlan } from '@preau/shared/imports/schema.ts';
import { FEW_LESSONS, needsVanishConfirmation } from '@preau/shared/imports/rules.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { applyLessons, planLessons, type LessonsPlan } from '../timetable/import-lessons.ts';
import type { Examined, Progressing } from './examined.ts';
import type { WorkerServices } from './services.ts';
import type { StoredImport } from './store.ts';

const SAMPLES = 5;
type Change = LessonsPlan['schools'][number]['added'][number];

const labelOf = ({ after }: Change): string =>
  `${after.subject}, ${[...after.groups, ...after.classes].map((one) => one.name).join(' ')}, ${after.start}`;

const kindPlanOf = ({ schools }: LessonsPlan): KindPlan => {
  const all = (name: 'added' | 'changed' | 'ended') => schools.flatMap((school) => school[name]);
  const sample = (changes: readonly Change[]) => changes.slice(0, SAMPLES).map(labelOf);
  const [added, changed, ended] = [all('added'), all('changed'), all('ended')];
  return {
    kind: 'lesson',
    added: added.length,
    changed: changed.length,
    detached: ended.length,
    unchanged: schools.reduce((sum, school) => sum + school.unchanged, 0),
    samples: { added: sample(added), changed: sample(changed), detached: sample(ended) },
  };
};

const anomalyOf =
  (file: string) =>
  ({ line, severity, message }: LessonsPlan['anomalies'][number]): Anomaly => ({
    file,
    ...(line > 0 ? { record: `ligne ${line}` } : {}),
    code: severity === 'error' ? 'lesson-dropped' : 'lesson-warning',
    severity: severity === 'error' ? 'drops' : 'warns',
    message,
    count: 1,
  });

const isEmptied = ({ vanished, known }: LessonsPlan['schools'][number]): boolean => needsVanishConfirmation(vanished, known, FEW_LESSONS);

const emptiedOf =
  (file: string) =>
  ({ school, vanished, known }: LessonsPlan['schools'][number]): Anomaly => ({
    file,
    record: school.uai,
    code: 'lessons-vanish',
    severity: 'warns',
    message: `${school.name} : ${vanished} cours sur ${known} finissent sans être remplacés. Vérifiez que le fichier est complet.`,
    count: 1,
  });

const countsOf = (anomalies: readonly Anomaly[]): AnomalyCount[] =>
  [...Map.groupBy(anomalies, (anomaly) => anomaly.code)].flatMap(([code, same]) =>
    same[0] === undefined ? [] : [{ code, severity: same[0].severity, count: same.length }],
  );

/** Reads a timetable file against the slots in place; reading and writing are the timetable's own. */
export const examineLessons = async (
  record: StoredImport,
  folder: string,
  services: WorkerServices,
  progress: Progressing,
): Promise<Examined> => {
  const path = join(folder, 'lessons.csv');
  await progress('Réception du fichier', 0);
  await services.download(record.importId, path);
  await progress('Lecture de l’emploi du temps', 0);
  const lessonServices = { directory: services.reads, timetable: services.timetable, today: localDateOf(services.now()) };
  const plan = await planLessons(await readFile(path), lessonServices);
  const emptied = plan.schools.filter(isEmptied);
  const anomalies = [...emptied.map(emptiedOf(record.fileName)), ...plan.anomalies.map(anomalyOf(record.fileName))];
  const kind = kindPlanOf(plan);
  const unreadable = plan.schools.length === 0 ? anomalies.find((anomaly) => anomaly.severity === 'drops') : undefined;
  return {
    plan: {
      delta: false,
      kinds: [kind],
      vanished: emptied.reduce((sum, { vanished }) => sum + vanished, 0),
      knownPeople: 0,
      confirmVanished: emptied.length > 0,
      anomalies: countsOf(anomalies),
    },
    anomalies,
    ...(unreadable === undefined ? {} : { refusal: { code: unreadable.code, message: unreadable.message } }),
    total: kind.added + kind.changed + kind.detached,
    apply: async (onWritten) => {
      let written = 0;
      await applyLessons(plan, lessonServices, (count) => {
        written += count;
      });
      await onWritten(written);
      return true;
    },
    applied: { complete: true },
    close: () => undefined,
  };
};
