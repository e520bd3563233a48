import { alertsOperations } from '@preau/shared/alerts/api.ts';
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
import { addSeconds, instantOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { homeworkReads } from '../homework/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { play } from '../testing/play.ts';
import { freshTable } from '../testing/tables.ts';
import { attempt } from './attempt.ts';
import { operations } from './operations.ts';
import type { NewsWindow } from './reminder-services.ts';
import { reminderStore } from './reminder-store.ts';
import { runEvenings, type EveningServices } from './run-evenings.ts';
import type { SendServices, SweepServices } from './services.ts';
import { alertsStore } from './store.ts';
import { sweep } from './wake.ts';

export const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
export const CLASS = ClassId.parse('cls_troisiemetroisiemea');
export const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);
export const RIGHTS = { informed: true, decides: true, contact: true, payer: true };
const ALL = { work: true, notebook: true, returned: true };

export const childOf = (name: string, change: Partial<Child> = {}): Child => ({
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
export const anActor = (name: string, change: Partial<Actor>): Actor =>
  actorWith({ personId: person(name), kind: 'guardian', firstName: name, lastName: 'Keller', ...change });
export const work: Homework = {
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
export const GUARDIANS = 50;
export const guardians = Array.from({ length: GUARDIANS }, (_, index) =>
  anActor(`mother${index}x`, { children: [childOf('Lea'), childOf('Tom'), childOf('Ami', { rights: { ...RIGHTS, informed: false } })] }),
);
const HEAD = anActor('head', {
  kind: 'staff',
  posts: [{ schoolId: SCHOOL, schoolName: 'Collège', functions: ['DIR'], classIds: [], groupIds: [], principalOf: [] }],
});
export const LEA = anActor('Lea', { kind: 'pupil', self: childOf('Lea', { relationship: 'self' }) });

export const aWorld = async () => {
  const table = await freshTable(alertsTable);
  const all = tableStore(alertsTable, table.name, table.client);
  const store = alertsStore(all);
  const reminders = reminderStore(all);
  const world = {
    clock: instantOf('2026-11-23', '10:00'),
    works: [work] as Homework[],
    own: new Map<PersonId, { readonly done: ReadonlySet<HomeworkId>; readonly deadlines: ReadonlyMap<HomeworkId, Deadline> }>(),
    sent: [] as { to: string; subject: string; text: string }[],
    answers: [] as ('throttled' | 'unknown' | 'refused')[],
    queued: [] as string[],
    /** What has become readable of a pupil, and when. */
    news: [] as { readonly pupilId: PersonId; readonly kind: 'marks' | 'cards'; readonly at: Instant }[],
    people: new Map([...guardians, LEA].map((actor) => [actor.personId, actor])),
  };
  const countNews =
    (kind: 'marks' | 'cards') =>
    async (pupilId: PersonId, { after, until }: NewsWindow): Promise<number> =>
      world.news.filter((one) => one.pupilId === pupilId && one.kind === kind && one.at > after && one.at <= until).length;
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
    news: { countMarks: countNews('marks'), countCards: countNews('cards') },
    hours: USUAL_HOURS,
    now: () => world.clock,
    log: () => undefined,
    queue: async (queued: readonly { readonly deliveryId: string }[]) => {
      world.queued.push(...queued.map(({ deliveryId }) => deliveryId));
    },
  };
  const directory = {
    listRecipients: async (pupilId: PersonId) =>
      [...world.people.values()]
        .filter(({ children }) => children.some((child) => child.pupilId === pupilId && child.rights.informed))
        .map(({ personId }) => ({ personId, language: 'fr' as const, rights: RIGHTS, relationship: 'mother' as const })),
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
      if (answer === 'refused') return { is: 'refused', reason: 'refused' };
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
  const decide = async (sending: boolean): Promise<void> => {
    const findActor = async () => HEAD;
    const asked = { path: { schoolId: SCHOOL }, body: { sending, reason: 'Essai des sirènes' } };
    await play(apiHandler(operations, { ...services, findActor }, findActor), alertsOperations.setSwitch, asked, HEAD.personId);
  };
  /** The head stops the school's alerts; answers with what resumes them. */
  const stop = async (): Promise<() => Promise<void>> => {
    await decide(false);
    return () => decide(true);
  };
  return { world, services, store, reminders, choose, stop, minutes, meter: table.meter };
};
