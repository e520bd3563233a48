import { beforeEach, expect, it } from 'vitest';
import { homeworkIdOf } from '@preau/shared/homework/homework-id.ts';
import { addSeconds, instantOf } from '@preau/shared/kernel/school-time.ts';
import { aWorld, anActor, childOf, CLASS, GUARDIANS, guardians, LEA, person, RIGHTS, SCHOOL, work } from './evening-world.testing.ts';
import { dyingServices } from './dying-services.testing.ts';
import { remindPupils } from './follow-hand-ins.ts';
import { runEvenings, type EveningServices } from './run-evenings.ts';

let school: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  school = await aWorld();
});

it('writes one message to each guardian for all the children, once, whatever crashes in between', async () => {
  for (const guardian of guardians) expect(await school.choose(guardian, {})).toBe(200);
  school.world.clock = instantOf('2026-11-23', '17:59');
  const dying = dyingServices(school.services);
  const crashing: EveningServices = {
    ...dying.services,
    queue: async () => {
      if (dying.writes() % 2 === 0) throw new Error('the queue does not answer');
    },
  };
  for (let minute = 0; minute < 20; minute += 1) {
    await runEvenings(crashing);
    school.world.clock = addSeconds(school.world.clock, 10);
  }
  school.world.answers.push('throttled', 'unknown', 'throttled');
  await school.minutes(30);
  const receivers = school.world.sent.map(({ to }) => to);
  expect(new Set(receivers).size).toBe(GUARDIANS);
  // An attempt whose answer was lost is the provider's receipt's to tell: here it is made again, and nothing else is.
  expect(receivers.length).toBeLessThanOrEqual(GUARDIANS + 1);
  expect(school.world.sent[0]?.subject).toBe('Résumé du soir');
  expect(school.world.sent[0]?.text).toContain('Français : Exercice 12 page 87 (20 min)');
  expect(school.world.sent.every(({ text }) => text.includes('Lea') && text.includes('Tom') && !text.includes('Ami'))).toBe(true);
}, 60_000);

it('writes nothing before 18:00, nothing when there is nothing to say, nothing to whoever asked for nothing', async () => {
  const [one, other] = guardians;
  if (one === undefined || other === undefined) throw new Error('Nobody');
  await school.choose(one, {});
  await school.choose(other, { work: false });
  school.world.clock = instantOf('2026-11-23', '17:50');
  await school.minutes(9);
  expect(school.world.sent).toEqual([]);
  await school.minutes(30);
  expect(school.world.sent.map(({ to }) => to)).toEqual([`${one.personId}@example.org`]);
  school.world.works = [];
  school.world.clock = instantOf('2026-11-24', '17:59');
  await school.minutes(30);
  expect(school.world.sent).toHaveLength(1);
});

it('says what is true when it leaves: work taken back or a right withdrawn in between is not told', async () => {
  const [one, other] = guardians;
  if (one === undefined || other === undefined) throw new Error('Nobody');
  await school.choose(one, {});
  await school.choose(other, {});
  school.world.clock = instantOf('2026-11-23', '18:00');
  await runEvenings(school.services);
  school.world.queued = [];
  school.world.people.set(one.personId, { ...one, children: [] });
  await school.minutes(30);
  expect(school.world.sent.map(({ to }) => to)).toEqual([`${other.personId}@example.org`]);
});

it('leaves out what a child has done, and keeps to the date that he was given alone', async () => {
  const [guardian] = guardians;
  if (guardian === undefined) throw new Error('Nobody');
  const [maths, english] = ['maths1', 'englis'].map((key) => ({
    ...work,
    homeworkId: homeworkIdOf({ classId: CLASS, firstDueOn: '2026-11-24', key }),
    subject: key === 'maths1' ? 'Maths' : 'Anglais',
  }));
  if (maths === undefined || english === undefined) throw new Error('No work');
  const later = {
    pupilId: person('Tom'),
    homeworkId: maths.homeworkId,
    dueOn: '2026-11-26',
    decidedBy: person('schmitt'),
    decidedAt: work.givenOn,
  };
  school.world.works = [work, maths, english];
  school.world.own.set(person('Lea'), { done: new Set([work.homeworkId, maths.homeworkId, english.homeworkId]), deadlines: new Map() });
  school.world.own.set(person('Tom'), { done: new Set([english.homeworkId]), deadlines: new Map([[maths.homeworkId, later]]) });
  await school.choose(guardian, {});
  school.world.clock = instantOf('2026-11-23', '18:00');
  await school.minutes(30);
  const [first] = school.world.sent;
  expect(first?.text).toContain('Tom');
  expect(first?.text.match(/^- .*/gmu)).toEqual(['- Français : Exercice 12 page 87 (20 min)']);
  expect(first?.text).not.toContain('Lea');

  school.world.clock = instantOf('2026-11-25', '18:00');
  await school.minutes(30);
  expect(school.world.sent.at(-1)?.text.match(/^- .*/gmu)).toEqual(['- Maths : Exercice 12 page 87 (20 min)']);
});

it('finds a school’s readers in one query, and costs nothing when no evening has come', async () => {
  for (const guardian of guardians.slice(0, 30)) await school.choose(guardian, {});
  school.meter.reset();
  await runEvenings(school.services);
  expect(school.meter.units()).toEqual({ rru: 0.5, wru: 0 });
  school.meter.reset();
  await school.reminders.listReaders(SCHOOL, ' ', 40);
  expect(school.meter.units().rru).toBeLessThanOrEqual(1);
});

it('keeps quiet on the eve of holidays for whoever asked, and tells the others of the day of return', async () => {
  const [one, other] = guardians;
  if (one === undefined || other === undefined) throw new Error('Nobody');
  school.world.works = [{ ...work, dueOn: '2027-01-04' }];
  school.world.clock = instantOf('2026-12-18', '10:00');
  await school.choose(one, {}, true);
  await school.choose(other, {}, false);
  school.world.clock = instantOf('2026-12-18', '18:00');
  await school.minutes(30);
  expect(school.world.sent.map(({ to }) => to)).toEqual([`${other.personId}@example.org`]);
});

it('is chosen by each for himself and about the children that he is informed of only', async () => {
  const stranger = anActor('stranger', { children: [childOf('Ami', { rights: { ...RIGHTS, informed: false } })] });
  expect(await school.choose(stranger, {})).toBe(404);
  expect(await school.choose(LEA, {})).toBe(200);
});

it('passes on the teacher’s one reminder to the pupil, once, within the school’s window', async () => {
  school.world.clock = instantOf('2026-11-22', '22:00');
  const data = { homeworkId: work.homeworkId, schoolId: SCHOOL, pupilIds: [person('Lea'), person('gone')] };
  await remindPupils(data, school.services);
  await remindPupils(data, school.services);
  await school.minutes(5);
  expect(school.world.sent).toEqual([]);
  school.world.clock = instantOf('2026-11-23', '06:59');
  await school.minutes(30);
  expect(school.world.sent.map(({ subject }) => subject)).toEqual(['Lea : travail à rendre']);
});
