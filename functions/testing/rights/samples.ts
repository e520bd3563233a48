import { DEFAULT_DECISION } from '@preau/shared/directory/settings.ts';
import { HoldId } from '@preau/shared/kernel/ids.ts';
import { lessonIdOf } from '@preau/shared/timetable/rules.ts';
import type { Asked } from '../play.ts';
import type { SmallAcademy } from '../small-academy-world.ts';
import { councilSamples } from './council-samples.ts';
import { marksSamples, playMarks, type MarksScene } from './marks-samples.ts';
import { notebookSamples, playNotebook, type NotebookScene } from './notebook-samples.ts';
import { playReports, reportsSamples } from './reports-samples.ts';
import { CLASS_HERE, GRANT_TO_END, LESSON, NOW, person, SCHOOL_HERE, slot, TODAY } from '../small-academy.ts';

const SECRET = 'A'.repeat(43);
const HOLD = HoldId.parse('hld_burstofmonday');

/** What exists of one pupil once the morning has gone on. */
export interface Scene extends NotebookScene, MarksScene {
  readonly absenceId: string;
  readonly justificationId: string;
  readonly declarationId: string;
  readonly fileId: string;
  readonly importId: string;
  readonly uploadId: string;
  /** Given to the whole class, for next Monday’s lesson. */
  readonly homeworkId: string;
  /** Given to the pupil alone. */
  readonly personalWorkId: string;
  /** To be handed in by the pupil alone. */
  readonly workToHandInId: string;
}

const must = (value: string | undefined, what: string): string => {
  if (value === undefined) throw new Error(`The scene lacks ${what}`);
  return value;
};

const NEXT_LESSON = lessonIdOf(slot.slotId, '2026-11-30');

const aWork = (change: Record<string, unknown> = {}) => ({
  audience: { kind: 'class', classId: CLASS_HERE },
  due: { kind: 'lesson', lessonId: NEXT_LESSON },
  kind: 'do',
  minutes: 20,
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Exercice 12 page 87' }] }] },
  links: [],
  files: [],
  as: 'publish',
  ...change,
});

const forPupil = (pupilId: string) => ({ kind: 'pupils', of: { kind: 'class', classId: CLASS_HERE }, pupilIds: [pupilId] });

const giveWork = async (academy: SmallAcademy, body: Record<string, unknown>): Promise<string> => {
  const given = JSON.parse((await academy.send('homework.give-work', 'teacher', { body })).body);
  return must(given.row?.homeworkId, 'a piece of work');
};

/** The morning: the roll is called, the pupil is absent, the day is justified with a file and declared by the office. */
export const playMorning = async (academy: SmallAcademy, pupil: string, justifiedBy: string): Promise<Scene> => {
  const lesson = await academy.days.timetable.findLesson(LESSON);
  if (lesson === undefined) throw new Error('No lesson this morning');
  const pupilId = person(pupil);
  await academy.send('attendance.take-register', 'teacher', {
    path: { lessonId: LESSON },
    body: {
      baseVersion: 0,
      called: ['pupil', 'classmate', 'adult'].map(person),
      marks: ['pupil', 'adult'].map((name) => ({ pupilId: person(name), kind: 'absent' })),
      requestId: 'morning-roll',
    },
  });
  await academy.foldRegisters(lesson);
  const seen = await academy.days.store.findDay(pupilId, TODAY);
  const absenceId = must(seen?.absenceId, 'an absence');

  const prepared = JSON.parse((await academy.send('attendance.prepare-file', justifiedBy, { path: { absenceId }, body: {} })).body);
  const fileId = must(prepared.fileId, 'a file');
  await academy.send('attendance.justify-absence', justifiedBy, {
    path: { absenceId },
    body: {
      lessonIds: [LESSON],
      restOfDay: false,
      reason: 'transport',
      comment: '',
      files: [{ fileId, name: 'mot.pdf' }],
      requestId: `justify-${pupil}`,
    },
  });
  await academy.send('attendance.declare-absence', 'cpe', {
    path: { pupilId },
    body: { date: TODAY, from: '14:00', until: '15:00', kind: 'school', requestId: `declare-${pupil}` },
  });
  const announced = JSON.parse(
    (await academy.send('imports.start-upload', 'operator', { body: { kind: 'aaf', fileName: 'ENT2D.20261122.zip', bytes: 1000 } })).body,
  );
  const upload = JSON.parse((await academy.send('files.prepare-upload', pupil, { body: { purpose: 'hand-in' } })).body);
  const day = await academy.days.store.findDay(pupilId, TODAY);
  await playReports(academy, pupil);
  return {
    ...(await playNotebook(academy)),
    ...(await playMarks(academy, pupil)),
    absenceId,
    fileId,
    justificationId: must(day?.justifications[0]?.justificationId, 'a justification'),
    declarationId: must(day?.declarations[0]?.declarationId, 'a declaration'),
    importId: must(announced.import?.importId, 'an import'),
    uploadId: must(upload.fileId, 'an upload'),
    homeworkId: await giveWork(academy, aWork({ requestId: `class-work-${pupil}` })),
    personalWorkId: await giveWork(academy, aWork({ audience: forPupil(pupilId), requestId: `own-work-${pupil}` })),
    workToHandInId: await giveWork(academy, aWork({ kind: 'handIn', audience: forPupil(pupilId), requestId: `hand-in-${pupil}` })),
  };
};

/** A burst that waits for the office. */
export const holdMonday = (academy: SmallAcademy): Promise<boolean> =>
  academy.alerts.saveHold({
    holdId: HOLD,
    schoolId: SCHOOL_HERE,
    cause: 'unusualVolume',
    openedAt: NOW,
    counted: 90,
    usual: 4,
    status: 'open',
    version: 1,
  });

/** One valid request per operation, about one pupil: an operation without a sample fails the matrix and the fuzzer. */
export const samples = (scene: Scene, pupil: string): Readonly<Record<string, Asked>> => {
  const pupilId = person(pupil);
  const school = { path: { schoolId: SCHOOL_HERE } };
  const absence = { absenceId: scene.absenceId };
  const work = { homeworkId: scene.homeworkId };
  const personal = { homeworkId: scene.personalWorkId };
  const toHandIn = { homeworkId: scene.workToHandInId };
  const handIn = { ...toHandIn, pupilId };
  const { audience: _audience, ...changed } = aWork();
  return {
    'identity.list-guichets': {},
    'identity.start-sign-in': { query: { guichet: 'educonnect', challenge: SECRET } },
    'identity.consume-assertion': { body: { SAMLResponse: 'PHg+', RelayState: 'x' } },
    'identity.complete-hosted-sign-in': { query: { code: 'x', state: 'y' } },
    'identity.read-metadata': {},
    'identity.read-profile-choice': { path: { ticket: SECRET } },
    'identity.choose-profile': { path: { ticket: SECRET }, body: { choice: 'x' } },
    'identity.exchange-code': { body: { code: SECRET, verifier: SECRET } },
    'identity.refresh-session': { body: { refreshToken: 'x'.repeat(40) } },
    'identity.sign-in-locally': { body: { login: 'operateur', password: 'secret' } },
    'identity.sign-out': { body: { refreshToken: 'x'.repeat(40), everywhere: false } },
    'identity.read-session': {},
    'directory.read-home': {},
    'directory.list-classes': school,
    'directory.read-roster': { path: { schoolId: SCHOOL_HERE, classId: CLASS_HERE } },
    'directory.read-pupil': { path: { pupilId } },
    'directory.decide-rights': {
      path: { pupilId, guardianId: person('informedOnly') },
      body: { informed: true, decides: true, evidence: 'Jugement du 3 novembre', revision: 0 },
    },
    'directory.set-objection': { path: { pupilId }, body: { active: true, evidence: 'Lettre du 3 novembre' } },
    'directory.set-preferences': { body: { language: 'fr' } },
    'directory.list-detached': school,
    'directory.read-school-settings': school,
    'directory.change-school-settings': { ...school, body: { decided: DEFAULT_DECISION, version: 0 } },
    'directory.list-teachers': school,
    'directory.list-grants': school,
    'directory.give-grant': {
      ...school,
      body: {
        mail: 'visitor@ac-nancy-metz.fr',
        access: { kind: 'aesh', pupilId },
        from: TODAY,
        until: '2027-07-02',
        evidence: 'Notification de la MDPH',
        requestId: 'sample-grant',
      },
    },
    'directory.revoke-grant': {
      path: { schoolId: SCHOOL_HERE, grantId: GRANT_TO_END },
      body: { reason: 'Visite terminée' },
    },
    'timetable.read-day': { path: { date: TODAY }, query: { pupilId } },
    'timetable.change-lesson': { path: { lessonId: LESSON }, body: { change: { kind: 'room', room: 'B12' }, requestId: 'sample-change' } },
    'timetable.withdraw-change': { path: { lessonId: LESSON }, body: { basedOn: NOW, requestId: 'sample-withdraw' } },
    'timetable.list-colleagues': school,
    'timetable.list-changes': { ...school, query: { from: TODAY, until: TODAY } },
    'attendance.read-register': { path: { lessonId: LESSON } },
    'attendance.take-register': {
      path: { lessonId: LESSON },
      body: { baseVersion: 0, called: [pupilId], marks: [{ pupilId, kind: 'late', minutesLate: 5 }], requestId: 'sample-roll' },
    },
    'attendance.list-registers': { ...school, query: { date: TODAY, time: '08:20' } },
    'attendance.declare-absence': {
      path: { pupilId },
      body: { date: TODAY, from: '15:00', until: '16:00', kind: 'absence', reason: 'transport', requestId: 'sample-declare' },
    },
    'attendance.withdraw-declaration': { path: { ...absence, declarationId: scene.declarationId }, body: undefined },
    'attendance.list-days': { path: { pupilId }, query: { month: '2026-11' } },
    'attendance.read-day': { path: absence },
    'attendance.justify-absence': {
      path: absence,
      body: { lessonIds: [LESSON], restOfDay: false, reason: 'illness', comment: 'Grippe', files: [], requestId: 'sample-justify' },
    },
    'attendance.prepare-file': { path: absence, body: { mediaType: 'application/pdf' } },
    'attendance.read-file': { path: { ...absence, fileId: scene.fileId } },
    'attendance.decide-justification': {
      path: { ...absence, justificationId: scene.justificationId },
      body: { outcome: 'refuse', reason: 'Document illisible' },
    },
    'attendance.list-to-decide': school,
    'alerts.list-unreached': school,
    'alerts.list-deliveries': { path: { pupilId } },
    'alerts.list-holds': school,
    'alerts.decide-hold': {
      path: { schoolId: SCHOOL_HERE, holdId: HOLD },
      body: { decision: 'cancel', typedCount: 3, reason: 'Erreur de saisie' },
    },
    'alerts.read-switch': school,
    'alerts.set-switch': { ...school, body: { sending: true, reason: 'Fin de la panne' } },
    'alerts.change-settings': { ...school, body: { alertHoldSeconds: 10 } },
    'alerts.read-preferences': {},
    'alerts.set-preferences': {
      body: {
        holidayPause: true,
        pupils: [{ pupilId, topics: { work: true, notebook: false, returned: false, marks: true, cards: false } }],
      },
    },
    'files.prepare-upload': { body: { purpose: 'hand-in', name: 'devoir.pdf', bytes: 1000, returnTo: '/devoirs' } },
    ...notebookSamples(scene, pupil),
    'files.list-files': {},
    'files.read-upload': { path: { fileId: scene.uploadId } },
    'files.confirm-arrival': { path: { fileId: scene.uploadId } },
    'files.withdraw-file': { path: { fileId: scene.uploadId } },
    'homework.list-due': {},
    'homework.read-work': { path: personal },
    'homework.read-file': { path: { ...personal, fileId: scene.fileId } },
    'homework.mark-done': { path: personal, body: { done: true } },
    'homework.list-given': { path: { teacherId: person('teacher') } },
    'homework.list-of-class': { path: { schoolId: SCHOOL_HERE, classId: CLASS_HERE } },
    'homework.read-composer': { query: { classId: CLASS_HERE } },
    'homework.preview-work': { body: aWork() },
    'homework.give-work': { body: aWork({ requestId: 'sample-work' }) },
    'homework.change-work': { path: work, body: { ...changed, minutes: 30, revision: 1 } },
    'homework.withdraw-work': { path: work },
    'homework.restore-work': { path: work },
    'homework.read-hand-in': { path: handIn },
    'homework.hand-in-work': { path: toHandIn, body: { text: 'Mon travail', files: [], with: [], requestId: 'sample-hand-in' } },
    'homework.list-hand-ins': { path: toHandIn },
    'assessment.take-quiz': { path: toHandIn },
    'homework.plan-hand-ins': { path: toHandIn, body: { closesAt: '18:00', lateAllowed: true, groupOf: 1, revision: 0 } },
    'homework.read-correction': { path: handIn },
    'homework.correct-hand-in': { path: handIn, body: { comment: 'Bon travail', files: [], notes: [], marks: {}, revision: 0 } },
    'homework.correct-together': { path: toHandIn, body: { comment: 'Corrigé page 12', files: [], revision: 0 } },
    'homework.return-hand-ins': { path: toHandIn, body: { revision: 0 } },
    'homework.remind-hand-ins': { path: toHandIn },
    'homework.download-hand-ins': { path: toHandIn },
    'homework.read-hand-in-file': { path: { ...handIn, fileId: scene.uploadId } },
    'homework.copy-work': {
      path: work,
      body: { to: [{ audience: forPupil(pupilId), due: changed.due }], as: 'draft', requestId: 'sample-copy' },
    },
    'homework.read-catch-up': { path: { pupilId } },
    'homework.list-away': { path: work },
    'homework.set-deadline': { path: { ...work, pupilId }, body: { dueOn: '2026-11-30' } },
    ...marksSamples(scene, pupil),
    ...councilSamples(pupil),
    ...reportsSamples(pupil),
    'imports.start-upload': { body: { kind: 'aaf', fileName: 'ENT2D.20261123.zip', bytes: 1000 } },
    'imports.request-plan': { path: { importId: scene.importId } },
    'imports.read-import': { path: { importId: scene.importId } },
    'imports.apply-import': { path: { importId: scene.importId }, body: {} },
    'imports.list-imports': {},
    'operations.read-contract': {},
  };
};
