import { expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { homeworkIdOf } from '@preau/shared/homework/homework-id.ts';
import type { HomeworkCard } from '@preau/shared/homework/schema.ts';
import { freshTable } from '../testing/tables.ts';
import { ADA, BOB, CLASS_A, EVE, HEAD, MAX, MULLER, PERIOD, SCHMITT, SCHOOL, WEBER, worldOn } from './marks-world.testing.ts';

const WORK = homeworkIdOf({ classId: CLASS_A, firstDueOn: '2026-11-20', key: 'abcdef' });
const work = (change: Partial<HomeworkCard> = {}): HomeworkCard => ({
  homeworkId: WORK,
  schoolId: SCHOOL,
  audience: { kind: 'class', classId: CLASS_A },
  to: '3A',
  subject: 'Mathématiques',
  teachers: [
    { personId: SCHMITT.personId, name: 'Mme Schmitt' },
    { personId: MULLER.personId, name: 'Mme Muller' },
  ],
  kind: 'handIn',
  givenOn: '2026-11-16',
  dueOn: '2026-11-20',
  publishedAt: '2026-11-16T16:00:00.000Z',
  revision: 1,
  ...change,
});

/** Ada answered everything, Bob nothing right, Max is of another class, Eve did not answer. */
const points = {
  outOf: 7.5,
  closesAt: '18:00',
  scores: new Map([
    [ADA.pupilId, 7.25],
    [BOB.pupilId, 0],
    [MAX.pupilId, 3],
  ]),
};

const aWorld = async (change: Partial<HomeworkCard> = {}, known: typeof points | undefined = points) => {
  const world = worldOn(await freshTable(assessmentTable));
  world.setQuiz({ work: work(change), points: known });
  const take = (actor: Actor = SCHMITT) => world.call(actor, 'takeQuiz', { path: { homeworkId: WORK } });
  return { world, take };
};

it('becomes a draft out of its points, where whoever did not answer has an empty cell', async () => {
  const { world, take } = await aWorld();
  const { body } = await take();
  expect(body.marks).toBe(2);
  const read = await world.call(MULLER, 'readEvaluation', { path: { evaluationId: body.evaluationId } });
  expect(read.body.evaluation).toMatchObject({
    status: 'draft',
    terms: { title: 'Questionnaire du 20/11', date: '2026-11-20', scale: '7.5', coefficient: '1', counting: 'compulsory' },
    cells: [
      { pupilId: ADA.pupilId, given: { mark: '7.25' } },
      { pupilId: BOB.pupilId, given: { mark: '0' } },
    ],
  });
  expect(read.body.evaluation.cells.some(({ pupilId }) => pupilId === EVE.pupilId)).toBe(false);
  expect(body.evaluationId).toContain(PERIOD);
});

it('is taken once, whoever asks and however often, and what was corrected since stays', async () => {
  const { world, take } = await aWorld();
  const [first, colleague] = await Promise.all([take(), take(MULLER)]);
  expect(colleague.body.evaluationId).toBe(first.body.evaluationId);
  const { evaluationId } = first.body;
  await world.save(evaluationId, 1, [{ pupilId: EVE.pupilId, value: { given: { none: 'absent' } } }]);
  await world.publish(evaluationId, 2);
  expect((await take()).body).toEqual({ evaluationId, marks: 3 });
  const grid = await world.call(SCHMITT, 'readGrid', {
    path: {
      serviceId: (await world.call(SCHMITT, 'readEvaluation', { path: { evaluationId } })).body.row.service.serviceId,
      period: PERIOD,
    },
  });
  expect(grid.body.evaluations).toHaveLength(1);
});

it.each([
  ['before its deadline', { dueOn: '2026-11-23' }, points, 'assessment.quiz-open'],
  ['without a quiz', {}, undefined, 'assessment.no-quiz'],
  ['of a subject that the class is not taught', { subject: 'Philosophie' }, points, 'assessment.quiz-without-service'],
] as const)('is refused %s', async (_what, change, known, code) => {
  const world = worldOn(await freshTable(assessmentTable));
  world.setQuiz({ work: work(change), points: known });
  expect((await world.call(SCHMITT, 'takeQuiz', { path: { homeworkId: WORK } })).body.code).toBe(code);
});

it('is refused in a period that is closed, and leaves out a score that passes a quiz made shorter since', async () => {
  const { world, take } = await aWorld({}, { ...points, outOf: 5 });
  expect((await take()).body.marks).toBe(1);
  world.setQuiz({ work: work({ dueOn: '2025-11-20' }), points });
  expect((await take()).body.code).toBe('assessment.period-closed');
});

it('is there for the work’s own teachers who enter the marks of the service, and for nobody else', async () => {
  const { take } = await aWorld();
  expect((await take(WEBER)).status).toBe(404);
  expect((await take(HEAD)).status).toBe(404);
  const shared = await aWorld({ teachers: [{ personId: WEBER.personId, name: 'Mme Weber' }] });
  expect((await shared.take(WEBER)).status).toBe(404);
  expect((await shared.world.call(SCHMITT, 'takeQuiz', { path: { homeworkId: WORK } })).status).toBe(404);
});
