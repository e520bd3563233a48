import { beforeEach, expect, it } from 'vitest';
import { remindersOperations } from '@preau/shared/alerts/reminders-api.ts';
import type { ReminderTopics } from '@preau/shared/alerts/reminders.ts';
import { alertsTable } from '@preau/shared/alerts/table.ts';
import { USUAL_HOURS } from '@preau/shared/alerts/window.ts';
import { anActor as actorWith } from '@preau/shared/directory/actors.testing.ts';
import { settingsOf } from '@preau/shared/directory/settings.ts';
import type { Actor, Child } from '@preau/shared/directory/schema.ts';
import { paragraphOf } from '@preau/shared/homework/content.ts';
import { homeworkIdOf } from '@preau/shared/homework/homework-id.ts';
import type { Deadline, Homework } from '@preau/shared/homework/schema.ts';
import { ClassId, PersonId, SchoolId, type HomeworkId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, instantOf } from '@preau/shared/kernel/school-time.ts';
import { homeworkReads } from '../homework/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { play } from '../testing/play.ts';
import { freshTable } from '../testing/tables.ts';
import { attempt } from './attempt.ts';
import { remindPupils } from './follow-hand-ins.ts';
import { operations } from './operations.ts';
import { reminderStore } from './reminder-store.ts';
import { runEvenings, type EveningServices } from './run-evenings.ts';
import type { SendServices, SweepServices } from './services.ts';
import { alertsStore } from './store.ts';
import { sweep } from './wake.ts';

const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
const CLASS = ClassId.parse('cls_troisiemetroisiemea');
const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);
const RIGHTS = { informed: true, decides: true, contact: true, payer: true };
const ALL = { work: true, notebook: true, returned: true };

const childOf = (name: string, change: Partial<Child> = {}): Child => ({
  pupilId: person(name),
  firstName: name,
  lastName: 'Keller',
  schoolId: SCHOOL,
  schoolName: 'Collège',
  classId: CLASS,
  className: '3A',
  groupIds: [],
  relationship: 'mother',
  rights: RIGHTS,
  ...change,
});
const anActor = (name: string, change: Partial<Actor>): Actor =>
  actorWith({ personId: person(name), kind: 'guardian', firstName: name, lastName: 'Keller', ...change });
const work: Homework = {
  homeworkId: homeworkIdOf({ classId: CLASS, firstDueOn: '2026-11-24', key: 'abcdef' }),
  schoolId: SCHOOL,
  audience: { kind: 'class', classId: CLASS },
  to: '3A',
  subject: 'Français',
  teachers: [{ personId: person('schmitt'), name: 'Mme Schmitt' }],
  kind: 'handIn',
  minutes: 20,
  givenOn: '2026-11-20',
  dueOn: '2026-11-24',
  publishedAt: '2026-11-20T16:00:00.000Z',
  revision: 1,
  content: { kind: 'whole', body: paragraphOf('Exercice 12 page 87'), links: [], files: [] },
};

/** More than a page of readers. */
const GUARDIANS = 50;
const guardians = Array.from({ length: GUARDIANS }, (_, index) =>
  anActor(`mother${index}x`, { children: [childOf('Lea'), childOf('Tom'), childOf('Ami', { rights: { ...RIGHTS, informed: false } })] }),
);
const LEA = anActor('Lea', { kind: 'pupil', self: childOf('Lea', { relationship: 'self' }) });

const aWorld = async () => {
  const table = await freshTable(alertsTable);
  const all = tableStore(alertsTable, table.name, table.client);
  const store = alertsStore(all);
  const reminders = reminderStore(all);
  const world = {
    clock: instantOf('2026-11-23', '10:00'),
    works: [work] as Homework[],
    own: new Map<PersonId, { readonly done: ReadonlySet<HomeworkId>; readonly deadlines: ReadonlyMap<HomeworkId, Deadline> }>(),
    sent: [] as { to: string; subject: string; text: string }[],
    answers: [] as ('throttled' | 'unknown')[],
    queued: [] as string[],
    people: new Map([...guardians, LEA].map((actor) => [actor.personId, actor])),
  };
  let ids = 0;
  const pipeline = {
    store,
    reminders,
    homework: homeworkReads({
      listOfClass: async (_, date) => world.works.filter(({ dueOn }) => dueOn === date),
      listOwn: async (pupilId) => world.own.get(pupilId) ?? { done: new Set(), deadlines: new Map() },
      find: async (homeworkId) => world.works.find((one) => one.homeworkId === homeworkId),
    }),
    notebook: { listForPupil: async () => [{ subject: 'Maths' }] },
    hours: USUAL_HOURS,
    now: () => world.clock,
    log: () => undefined,
    queue: async (queued: readonly { readonly deliveryId: string }[]) => {
      world.queued.push(...queued.map(({ deliveryId }) => deliveryId));
    },
  };
  const directory = {
    listRecipients: async () => [],
    findPupil: async () => undefined,
    findSchool: async () => ({ zone: 'Europe/Paris' }),
    findSubscriber: async (personId: PersonId) => {
      const actor = world.people.get(personId);
      return actor === undefined ? undefined : { personId, language: 'fr' as const, email: `${personId}@example.org`, actor };
    },
    findSchoolSettings: async () => settingsOf(undefined, { uai: '0540001A', zone: 'Europe/Paris' }, '2026-11-23'),
  };
  const services: SendServices & SweepServices & EveningServices = {
    ...pipeline,
    directory,
    hasTime: () => true,
    hasAnswered: async () => false,
    sendEmail: async ({ to, message }) => {
      const answer = world.answers.shift();
      if (answer !== 'throttled') world.sent.push({ to, subject: message.subject, text: message.text });
      return { is: answer ?? 'accepted' };
    },
    sendSms: async () => ({ is: 'unknown' }),
    newId: () => `attempt-${(ids += 1)}`,
    sleep: async () => undefined,
    link: 'https://ent.example/',
    smsCapMicros: 0,
    smsPartMicros: 0,
  };
  const choose = async (actor: Actor, topics: Partial<ReminderTopics>, holidayPause = false): Promise<number> => {
    const pupils = [...(actor.self === undefined ? [] : [actor.self]), ...actor.children.filter((child) => child.rights.informed)];
    const body = {
      holidayPause,
      pupils: pupils.map(({ pupilId }) => ({ pupilId, topics: { ...ALL, notebook: false, returned: false, ...topics } })),
    };
    const findActor = async () => actor;
    const handler = apiHandler(operations, { ...services, findActor }, findActor);
    return (await play(handler, remindersOperations.setPreferences, { body }, actor.personId)).status;
  };
  /** A minute of the schedule, and the queue's work. */
  const minutes = async (count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute += 1) {
      await sweep(services);
      await runEvenings(services).catch(() => undefined);
      const due = world.queued.splice(0);
      for (const deliveryId of due) await attempt(services, deliveryId as never);
      world.clock = addSeconds(world.clock, 60);
    }
  };
  return { world, services, store, reminders, choose, minutes, meter: table.meter };
};

let school: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  school = await aWorld();
});

it('writes one message to each guardian for all the children, once, whatever crashes in between', async () => {
  for (const guardian of guardians) expect(await school.choose(guardian, {})).toBe(200);
  school.world.clock = instantOf('2026-11-23', '17:59');
  let writes = 0;
  const { store } = school.services;
  const crashing: EveningServices = {
    ...school.services,
    store: {
      ...store,
      addDelivery: async (delivery) => {
        writes += 1;
        if (writes % 23 === 0) throw new Error('the function dies before its write');
        const added = await store.addDelivery(delivery);
        if (writes % 31 === 0) throw new Error('the function dies after its write');
        return added;
      },
    },
    queue: async () => {
      if (writes % 2 === 0) throw new Error('the queue does not answer');
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
