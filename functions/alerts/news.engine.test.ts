import { beforeEach, describe, expect, it } from 'vitest';
import { MarksVisible } from '@preau/shared/assessment/events.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { EvaluationId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, instantOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { ClassSealed } from '@preau/shared/reports/events.ts';
import { dyingServices } from './dying-services.testing.ts';
import { aWorld, CLASS, guardians, LEA, person, RIGHTS, SCHOOL, childOf, anActor } from './evening-world.testing.ts';
import { newsReactions } from './note-news.ts';
import { runEvenings } from './run-evenings.ts';

const MOTHER = anActor('mother', { children: [childOf('Lea'), childOf('Tom')] });
const FATHER = anActor('father', { children: [childOf('Lea')] });
const REFUSED = anActor('refused', { children: [childOf('Lea', { rights: { ...RIGHTS, informed: false } })] });

let school: Awaited<ReturnType<typeof aWorld>>;
let evaluations = 0;
beforeEach(async () => {
  school = await aWorld();
  school.world.works = [];
  school.world.people = new Map([MOTHER, FATHER, REFUSED, LEA].map((actor) => [actor.personId, actor]));
});

const react = async (envelope: ReturnType<typeof happened>): Promise<void> => {
  for (const { event, run } of newsReactions(school.services)) {
    if (event.type === envelope.type) await run(event.schema.parse(envelope.data) as never, envelope);
  }
};

/** Marks of these pupils that guardians may read from an instant on, and the event that says so. */
const marked = (pupilIds: readonly PersonId[], at: Instant, audience: 'pupils' | 'guardians' = 'guardians') => {
  evaluations += 1;
  school.world.news.push(...pupilIds.map((pupilId) => ({ pupilId, kind: 'marks' as const, at })));
  const serviceId = ServiceId.parse('svc_c-troisiemetroisiemea-abcdefgh');
  const evaluationId = EvaluationId.parse(`evl_${serviceId.slice('svc_'.length)}-2026-T1-eval${evaluations}`);
  return happened(MarksVisible, {
    id: `${MarksVisible.type}:${evaluationId}:${audience}:${at}`,
    at,
    schoolId: SCHOOL,
    data: { schoolId: SCHOOL, serviceId, evaluationId, audience, pupilIds: [...pupilIds] },
  });
};
const told = () => school.world.sent.map(({ to, subject }) => [to.split('@')[0] ?? '', subject] as const);
const LEAS = [person('Lea')];

it('counts for each guardian, who asked for nothing, what he may read since his last message, and never again', async () => {
  const { world } = school;
  await react(marked([person('Lea'), person('Tom')], instantOf('2026-11-23', '14:00')));
  await react(marked(LEAS, instantOf('2026-11-23', '14:02')));
  world.clock = instantOf('2026-11-23', '17:59');
  await school.minutes(30);
  expect(new Map(told())).toEqual(
    new Map([
      [FATHER.personId, 'Lea : nouvelles notes'],
      [MOTHER.personId, 'Nouvelles notes'],
    ]),
  );
  expect(world.sent).toHaveLength(2);
  const text = world.sent.find(({ subject }) => subject === 'Nouvelles notes')?.text ?? '';
  expect(text).toContain('Lea\n\n2 nouvelles notes.');
  expect(text).toContain('Tom\n\nUne nouvelle note.');
  world.clock = instantOf('2026-11-24', '17:59');
  await school.minutes(30);
  expect(world.sent).toHaveLength(2);
});

it('tells the next evening of what came while the messages were leaving, once', async () => {
  const { world } = school;
  await react(marked(LEAS, instantOf('2026-11-23', '14:00')));
  world.clock = instantOf('2026-11-23', '18:00');
  await school.minutes(1);
  const late = instantOf('2026-11-23', '18:10');
  world.clock = late;
  await react(marked(LEAS, late));
  await school.minutes(30);
  world.clock = instantOf('2026-11-24', '17:59');
  await school.minutes(30);
  const counted = (actor: { readonly personId: string }) =>
    world.sent.filter(({ to }) => to.startsWith(actor.personId)).reduce((sum, { text }) => sum + (text.includes('2 nouvelles') ? 2 : 1), 0);
  expect([counted(MOTHER), counted(FATHER)]).toEqual([2, 2]);
});

it('is made once whatever crashes in between, and from events that come twice, late or out of order', async () => {
  const { world } = school;
  world.people = new Map(guardians.map((actor) => [actor.personId, actor]));
  const events = [marked(LEAS, instantOf('2026-11-23', '14:00')), marked([person('Tom')], instantOf('2026-11-23', '14:01'))];
  for (const event of [...events.toReversed(), ...events]) await react(event);
  world.clock = instantOf('2026-11-23', '17:59');
  const { services: crashing } = dyingServices(school.services);
  for (let minute = 0; minute < 20; minute += 1) {
    await runEvenings(crashing);
    world.clock = addSeconds(world.clock, 10);
  }
  await school.minutes(30);
  await react(events[0] ?? marked([], world.clock));
  world.clock = instantOf('2026-11-24', '17:59');
  await school.minutes(30);
  expect(new Set(world.sent.map(({ to }) => to)).size).toBe(guardians.length);
  expect(world.sent).toHaveLength(guardians.length);
}, 60_000);

it('says nothing to whoever refused, to the pupil who did not ask, nor to a right withdrawn before it leaves', async () => {
  const { world } = school;
  await school.choose(MOTHER, { work: false, marks: false, cards: false });
  await react(marked(LEAS, instantOf('2026-11-23', '14:00'), 'pupils'));
  await react(marked(LEAS, instantOf('2026-11-23', '14:00')));
  world.clock = instantOf('2026-11-23', '18:00');
  await runEvenings(school.services);
  world.people.set(FATHER.personId, { ...FATHER, children: [childOf('Lea', { rights: { ...RIGHTS, informed: false } })] });
  await school.minutes(30);
  expect(told()).toEqual([]);
});

it('tells the pupil who asked, by the hour at which he reads', async () => {
  const { world } = school;
  world.people = new Map([[LEA.personId, LEA]]);
  await school.choose(LEA, { work: false, marks: true });
  await react(marked(LEAS, instantOf('2026-11-23', '14:00'), 'pupils'));
  world.clock = instantOf('2026-11-23', '17:59');
  await school.minutes(30);
  expect(told()).toEqual([[LEA.personId, 'Lea : nouvelles notes']]);
});

it('tells of a card once its hour has come, not before', async () => {
  const { world } = school;
  const evening = instantOf('2026-11-27', '18:40');
  world.clock = evening;
  world.news.push({ pupilId: person('Tom'), kind: 'cards', at: instantOf('2026-11-30', '07:03') });
  const data = { schoolId: SCHOOL, classId: CLASS, period: '2026-T1', batchId: `bat_${'a'.repeat(20)}`, pupilIds: [person('Tom')] };
  await react(happened(ClassSealed, { id: 'sealed', at: evening, schoolId: SCHOOL, data: ClassSealed.schema.parse(data) }));
  await school.minutes(60);
  expect(told()).toEqual([]);
  world.clock = instantOf('2026-11-30', '17:59');
  await school.minutes(30);
  expect(told()).toEqual([[MOTHER.personId, 'Tom : nouveau bulletin']]);
  expect(world.sent[0]?.text).toContain('Un nouveau bulletin.');
});

it('keeps for the return what came on the eve of holidays, for whoever did not choose to hear of it then', async () => {
  const { world } = school;
  world.clock = instantOf('2026-12-18', '10:00');
  await school.choose(FATHER, { work: false }, false);
  await react(marked(LEAS, instantOf('2026-12-18', '14:00')));
  world.clock = instantOf('2026-12-18', '17:59');
  await school.minutes(30);
  expect(told()).toEqual([[FATHER.personId, 'Lea : nouvelles notes']]);
  world.clock = instantOf('2027-01-04', '17:59');
  await school.minutes(30);
  expect(told().slice(1)).toEqual([[MOTHER.personId, 'Lea : nouvelles notes']]);
});

it('leaves to the next evening the news of a message that could not arrive, and of a school that was down', async () => {
  const { world } = school;
  world.people = new Map([[FATHER.personId, FATHER]]);
  await react(marked(LEAS, instantOf('2026-11-23', '14:00')));
  // Nothing runs before Thursday.
  world.clock = instantOf('2026-11-26', '12:00');
  await school.minutes(2);
  world.clock = instantOf('2026-11-26', '17:59');
  await school.minutes(1);
  world.answers.push('refused');
  await school.minutes(30);
  expect(told()).toEqual([]);
  await react(marked(LEAS, instantOf('2026-11-27', '14:00')));
  world.clock = instantOf('2026-11-27', '17:59');
  await school.minutes(30);
  expect(told()).toEqual([[FATHER.personId, 'Lea : nouvelles notes']]);
  expect(world.sent[0]?.text).toContain('2 nouvelles notes.');
});

describe('while the head has stopped the school’s alerts', () => {
  const counted = () => world().sent.map(({ text }) => /(\d+|Une) nouvelles? notes?/u.exec(text)?.[1] ?? '');
  const world = () => school.world;
  beforeEach(() => {
    world().people = new Map([[FATHER.personId, FATHER]]);
  });

  it('a message that waited until it is past leaves its news to the next evening, which tells them once', async () => {
    await react(marked(LEAS, instantOf('2026-11-23', '14:00')));
    world().clock = instantOf('2026-11-23', '18:00');
    await runEvenings(school.services);
    const resume = await school.stop();
    await school.minutes(25);
    world().clock = instantOf('2026-11-25', '10:00');
    await resume();
    await school.minutes(20);
    world().clock = instantOf('2026-11-25', '17:59');
    await school.minutes(25);
    expect(counted()).toEqual(['Une']);
  });

  it('a message that is freed while it is still of its day is sent, and its news are told by no other', async () => {
    await react(marked(LEAS, instantOf('2026-11-23', '14:00')));
    world().clock = instantOf('2026-11-23', '18:00');
    await runEvenings(school.services);
    const resume = await school.stop();
    await school.minutes(25);
    world().clock = instantOf('2026-11-24', '10:00');
    await resume();
    await school.minutes(20);
    expect(counted()).toEqual(['Une']);
    await react(marked(LEAS, instantOf('2026-11-24', '14:00')));
    world().clock = instantOf('2026-11-24', '17:59');
    await school.minutes(25);
    expect(counted()).toEqual(['Une', 'Une']);
  });

  it.each(['17:59', '18:00', '18:01', '18:20'])(
    'nothing is told twice nor lost, though the head resumes at %s, as the next evening is made',
    async (hour) => {
      await react(marked(LEAS, instantOf('2026-11-23', '14:00')));
      world().clock = instantOf('2026-11-23', '18:00');
      await runEvenings(school.services);
      const resume = await school.stop();
      await school.minutes(30);
      await react(marked(LEAS, instantOf('2026-11-24', '14:00')));
      world().clock = instantOf('2026-11-24', hour);
      await resume();
      await school.minutes(45);
      world().clock = instantOf('2026-11-25', '17:59');
      await school.minutes(25);
      expect(counted().reduce((sum, count) => sum + (count === 'Une' ? 1 : Number(count)), 0)).toBe(2);
    },
  );

  it('an evening is not made; it is when he resumes, if it is still of its day', async () => {
    await react(marked(LEAS, instantOf('2026-11-23', '14:00')));
    const resume = await school.stop();
    world().clock = instantOf('2026-11-23', '17:59');
    await school.minutes(30);
    expect((await school.reminders.findEvenings(FATHER.personId, '2026-11-24')).waiting).toEqual([]);
    await resume();
    await school.minutes(25);
    expect(counted()).toEqual(['Une']);
  });
});

it('costs two units for an evaluation, whatever the number of families', async () => {
  const event = marked([...LEAS, person('Tom')], instantOf('2026-11-23', '14:00'));
  await react(event);
  school.meter.reset();
  await react(marked([...LEAS, person('Tom')], instantOf('2026-11-23', '14:00')));
  // The evening of the school is open already: what is asked of it again is refused, and counts.
  expect(school.meter.units().wru).toBeLessThanOrEqual(2);
});
