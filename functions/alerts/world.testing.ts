import type { EmailMessage } from '@preau/shared/alerts/message.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import type { Sms } from '@preau/shared/alerts/sms.ts';
import { USUAL_HOURS } from '@preau/shared/alerts/window.ts';
import type { AbsenceCorrected, AbsenceObserved } from '@preau/shared/attendance/events.ts';
import type { Pupil, Recipient } from '@preau/shared/directory/schema.ts';
import type { DataOf, Envelope } from '@preau/shared/kernel/event.ts';
import { AbsenceId, LessonId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { addSeconds } from '@preau/shared/kernel/school-time.ts';
import type { LogLine } from '../runtime/log.ts';
import { memoryStore } from './memory-store.testing.ts';
import { attempt } from './attempt.ts';
import { nobodyAsks, nothingAsked } from './reminders.testing.ts';
import type { AlertsStore, SendResult, SendServices, SweepServices } from './services.ts';
import { tellGuardians } from './tell-guardians.ts';
import { sweep } from './wake.ts';

export const SCHOOL = SchoolId.parse('sch_jeanmoulin');
export const LEA = PersonId.parse('per_leapupilaaaaaaaaaaaa');
export const MOTHER = PersonId.parse('per_motheraaaaaaaaaaaaaa');
export const FATHER = PersonId.parse('per_fatheraaaaaaaaaaaaaa');
export const LESSON = LessonId.parse('les_maths0805-20261123');
export const NEXT_LESSON = LessonId.parse('les_english0900-20261123');
export const LAST_LESSON = LessonId.parse('les_history1000-20261123');
/** Monday, 8:20 in Paris. */
export const MONDAY_0820 = '2026-11-23T07:20:00.000Z';

export const aRecipient = (change: Partial<Recipient> = {}): Recipient => ({
  personId: MOTHER,
  language: 'fr',
  email: 'mother@example.org',
  mobile: '+33611111111',
  rights: { informed: true, decides: true, contact: true, payer: true },
  relationship: 'mother',
  ...change,
});

const alertable = (pupilId = LEA) => ({
  absenceId: AbsenceId.parse('abs_lea20261123'),
  pupilId,
  firstName: 'Léa',
  schoolId: SCHOOL,
  date: '2026-11-23',
  start: '08:05',
  lessonId: LESSON,
  revision: 1,
});

export const anAbsence = (change: Partial<DataOf<typeof AbsenceObserved>> = {}): DataOf<typeof AbsenceObserved> => ({
  ...alertable(),
  kind: 'absence',
  ...change,
});

const aCorrection = (change: Partial<DataOf<typeof AbsenceCorrected>> = {}): DataOf<typeof AbsenceCorrected> => ({
  ...alertable(),
  revision: 2,
  was: 'absence',
  now: 'present',
  ...change,
});

interface Sent {
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly deliveryId: string;
  readonly attemptId: string;
  readonly message: EmailMessage | Sms;
}

/** An in-memory school: one pupil, a clock that moves by hand, and providers that answer what they are told to. */
export const aWorld = (
  options: { readonly recipients?: readonly Recipient[]; readonly at?: string; readonly store?: AlertsStore } = {},
) => {
  const memory = memoryStore();
  const store = options.store ?? memory.store;
  const world = {
    clock: options.at ?? MONDAY_0820,
    recipients: options.recipients ?? [aRecipient()],
    answers: [] as SendResult[],
    sent: [] as Sent[],
    messages: [] as { readonly deliveryId: Delivery['deliveryId']; readonly dueAt: string }[],
    logs: [] as LogLine[],
    answered: false,
  };
  let ids = 0;
  const provider = (channel: 'email' | 'sms') => async (one: Omit<Sent, 'channel'>) => {
    const answer = world.answers.shift() ?? { is: 'accepted' as const };
    if (answer.is !== 'throttled') world.sent.push({ ...one, channel });
    return answer;
  };
  const pupil: Pupil = {
    pupilId: LEA,
    firstName: 'Léa',
    lastName: 'Martin',
    schoolId: SCHOOL,
    schoolName: 'Collège Jean-Moulin',
    className: '4e B',
    groupIds: [],
    active: true,
    guardians: [],
  };
  const services: SendServices & SweepServices = {
    store,
    ...nothingAsked,
    directory: {
      listRecipients: async () => world.recipients,
      findPupil: async (pupilId) => (pupilId === LEA ? pupil : undefined),
      findSchool: async () => ({ zone: 'Europe/Paris' }),
      ...nobodyAsks,
    },
    queue: async (queued) => {
      // As the real queue does: what is due beyond its longest delay is left to the sweep.
      world.messages.push(...queued.filter(({ dueAt }) => dueAt <= addSeconds(world.clock, 900)));
    },
    hours: USUAL_HOURS,
    now: () => world.clock,
    log: (line) => {
      world.logs.push(line);
    },
    sendEmail: provider('email'),
    sendSms: provider('sms'),
    newId: () => `attempt-${(ids += 1)}`,
    sleep: async (milliseconds) => {
      world.clock = addSeconds(world.clock, milliseconds / 1000);
    },
    link: 'https://ent.example/',
    smsCapMicros: 10_000_000,
    smsPartMicros: 100_000,
    hasAnswered: async () => world.answered,
  };

  const envelope = (id: string): Envelope => ({ id, type: 'attendance', at: world.clock, schoolId: SCHOOL, data: {} });
  return {
    ...services,
    world,
    services,
    deliveries: memory.deliveries,
    observe: (change: Partial<DataOf<typeof AbsenceObserved>> = {}) => {
      const data = anAbsence(change);
      return tellGuardians(services, data.kind, data, envelope(`${data.pupilId}-${data.revision}`));
    },
    correct: (change: Partial<DataOf<typeof AbsenceCorrected>> = {}) => {
      const data = aCorrection(change);
      return tellGuardians(services, data.now, data, envelope(`${data.pupilId}-${data.revision}`));
    },
    pass: (seconds: number) => {
      world.clock = addSeconds(world.clock, seconds);
    },
    /** Works through the queue: everything that is due by now. */
    work: async () => {
      const due = world.messages.filter((message) => message.dueAt <= world.clock);
      world.messages = world.messages.filter((message) => message.dueAt > world.clock);
      const outcomes = [];
      for (const message of due) outcomes.push(await attempt(services, message.deliveryId));
      return outcomes;
    },
    sweep: () => sweep(services),
  };
};
