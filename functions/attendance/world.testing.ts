import type { Database } from '../runtime/database/database.ts';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { RegisterTaken } from '@preau/shared/attendance/events.ts';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { anActor } from '@preau/shared/directory/actors.testing.ts';
import type { Actor, Child, Post, RosterPupil, StaffFunction } from '@preau/shared/directory/schema.ts';
import type { DataOf, Envelope } from '@preau/shared/kernel/event.ts';
import { ClassId, type LessonId, PersonId, SchoolId, SlotId } from '@preau/shared/kernel/ids.ts';
import { isRefusal } from '@preau/shared/kernel/refusal.ts';
import { instantOf, type LocalTime } from '@preau/shared/kernel/school-time.ts';
import { dayOf, isHeld, termsOf } from '@preau/shared/timetable/changes.ts';
import { planChange } from '@preau/shared/timetable/plan-change.ts';
import { isFor, lessonIdOf, lessonOn, lessonsOn } from '@preau/shared/timetable/rules.ts';
import type { Lesson, Slot, WantedChange } from '@preau/shared/timetable/schema.ts';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { foldRegister } from './fold-register.ts';
import { refoldLesson } from './refold-lesson.ts';
import type { FileStore, StoredFile } from '../runtime/file-store.ts';
import { operations } from './operations.ts';
import type { KnownPupil } from './services.ts';
import { attendanceStore, type AttendanceStore } from './store.ts';
import { play, type Answer, type Asked } from '../testing/play.ts';

/** A Monday of lessons. */
export const TODAY = '2026-11-23';
export const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
const CLASS = ClassId.parse('cls_troisiemetroisiemea');

const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);
export const at = (time: LocalTime, date = TODAY): string => instantOf(date, time);

const slot = (start: LocalTime, end: LocalTime, teacher: string, change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse(`slo_${`m${start.replace(':', '')}`.padEnd(20, 'x')}`),
  schoolId: SCHOOL,
  weekday: 1,
  start,
  end,
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject: 'Histoire-géographie',
  teachers: [{ personId: person(teacher), name: `Mme ${teacher}` }],
  classes: [{ classId: CLASS, name: '3A' }],
  groups: [],
  ...change,
});

/** Four lessons of 3A: 08:00, 09:00, 10:15 and, after lunch, 14:00. */
const slots: readonly Slot[] = [
  slot('08:00', '09:00', 'schmitt'),
  slot('09:00', '10:00', 'muller'),
  slot('10:15', '11:15', 'schmitt'),
  slot('14:00', '15:00', 'muller'),
];

const lesson = (start: LocalTime, date = TODAY): Lesson => {
  const found = slots.flatMap((one) => (one.start === start ? (lessonOn(one, date) ?? []) : [])).at(0);
  if (found === undefined) throw new Error(`No lesson at ${start}`);
  return found;
};

const pupil = (name: string, firstName: string): KnownPupil & RosterPupil => ({
  pupilId: person(name),
  firstName,
  lastName: 'Keller',
  schoolId: SCHOOL,
  classId: CLASS,
  className: '3A',
  groupIds: [],
});

export const LEA = pupil('lea', 'Léa');
export const TOM = pupil('tom', 'Tom');
export const ZOE = pupil('zoe', 'Zoé');
/** Eighteen years old. */
export const MAX = pupil('max', 'Max');

const ALL = { informed: true, decides: true, contact: true, payer: false };
export const NO_RIGHT = { informed: false, decides: false, contact: false, payer: false };

const child = (of: KnownPupil, relationship: Child['relationship'], rights = ALL): Child => ({
  pupilId: of.pupilId,
  firstName: of.firstName,
  lastName: of.lastName,
  schoolId: of.schoolId,
  schoolName: 'Collège',
  classId: CLASS,
  className: '3A',
  groupIds: [],
  relationship,
  rights,
});

export const actorNamed = (name: string, change: Partial<Actor>): Actor =>
  anActor({ personId: person(name), kind: 'guardian', firstName: name, lastName: 'Keller', ...change });

const post = (functions: StaffFunction[], schoolId = SCHOOL): Post => ({
  schoolId,
  schoolName: 'Collège',
  functions,
  classIds: [CLASS],
  groupIds: [],
  principalOf: [],
});
export const staff = (name: string, functions: StaffFunction[] = ['ENS'], schoolId = SCHOOL): Actor =>
  actorNamed(name, { kind: 'staff', posts: [post(functions, schoolId)] });
export const guardian = (name: string, of: KnownPupil, relationship: Child['relationship'] = 'mother', rights = ALL): Actor =>
  actorNamed(name, { children: [child(of, relationship, rights)] });
export const pupilActor = (of: KnownPupil, decides = false): Actor =>
  actorNamed('x', { personId: of.pupilId, kind: 'pupil', firstName: of.firstName, self: child(of, 'self', { ...ALL, decides }) });

export const SCHMITT = staff('schmitt');
export const MULLER = staff('muller');
export const CPE = staff('cpe', ['CPE']);
export const MOTHER = guardian('mother', LEA);
export const FATHER = guardian('father', LEA, 'father');

type OperationKey = keyof typeof attendanceOperations;
const recordingFiles = () => {
  const stored = new Map<string, StoredFile>();
  const files: FileStore = {
    signUpload: async (request) => ({
      url: 'https://bucket/',
      fields: { key: request.key, success_action_redirect: request.redirectTo ?? '' },
    }),
    inspect: async (key) => stored.get(key),
    signDownload: async ({ key, name }) => `https://bucket/${key}?name=${encodeURIComponent(name)}`,
  };
  return { stored, files };
};

const recordEvents = (store: AttendanceStore, events: Envelope[]): AttendanceStore => {
  const record = async (written: Promise<boolean>, outbox: readonly Envelope[]): Promise<boolean> => {
    const isWritten = await written;
    if (isWritten) events.push(...outbox);
    return isWritten;
  };
  return {
    ...store,
    addRegister: (version, outbox) => record(store.addRegister(version, outbox), outbox),
    putDay: (day, read, outbox) => record(store.putDay(day, read, outbox), outbox),
    putDayWithRows: (day, read, outbox, rows) => record(store.putDayWithRows(day, read, outbox, rows), outbox),
  };
};

interface TestTable {
  readonly name: string;
  readonly client: Database;
}

/** A class of four pupils on the real engine, its families, and a clock that tests set. */
export const worldOn = <T extends TestTable>(table: T) => {
  const events: Envelope[] = [];
  const store = recordEvents(attendanceStore(tableStore(attendanceTable, table.name, table.client)), events);
  const { stored, files } = recordingFiles();
  const roster = [LEA, MAX, TOM, ZOE];
  const recipients = new Map<string, { personId: PersonId; rights: { informed: boolean } }[]>([
    [LEA.pupilId, [MOTHER, FATHER].map((one) => ({ personId: one.personId, rights: { informed: true } }))],
    [MAX.pupilId, [{ personId: MAX.pupilId, rights: { informed: true } }]],
    [TOM.pupilId, [person('tomsmother'), person('tomsfather')].map((personId) => ({ personId, rights: { informed: true } }))],
  ]);
  const pupils = new Map<PersonId, KnownPupil>(roster.map((one) => [one.pupilId, one]));
  const decided = new Map<string, Lesson>();
  const lessonsNow = (date: string): readonly Lesson[] => dayOf({ slots, changed: [...decided.values()] }, date).lessons;
  let clock = at('08:05');
  let names = 0;
  const services = {
    now: () => clock,
    findActor: async () => undefined,
    store,
    files,
    webOrigin: 'https://preau.test',
    randomName: () => `file${String((names += 1)).padStart(16, '0')}`,
    directory: {
      findPupil: async (pupilId: PersonId): Promise<KnownPupil | undefined> => pupils.get(pupilId),
      listRoster: async () => roster,
      listRecipients: async (pupilId: PersonId) => recipients.get(pupilId) ?? [],
    },
    timetable: {
      findLesson: async (lessonId: string) => decided.get(lessonId) ?? lessonsOn(slots, TODAY).find((one) => one.lessonId === lessonId),
      listLessonsOfClass: async (classId: ClassId, date: string) => lessonsNow(date).filter((one) => isFor(one, { classId, groupIds: [] })),
      listLessonsOfSchool: async (schoolId: SchoolId, date: string, { from, until } = { from: '00:00', until: '23:59' }) =>
        lessonsNow(date).filter((one) => one.schoolId === schoolId && from <= one.start && one.start <= until),
    },
  };

  const call = <K extends OperationKey>(actor: Actor, key: K, asked: Asked = {}): Promise<Answer<(typeof attendanceOperations)[K]>> => {
    const findActor = async () => actor;
    return play(apiHandler(operations, { ...services, findActor }, findActor), attendanceOperations[key], asked, actor.personId);
  };

  let folded = 0;
  /** Delivers every register recorded since the last time, in order and once. */
  const deliver = async (): Promise<void> => {
    const taken = events.slice(folded).filter((event) => event.type === RegisterTaken.type);
    folded = events.length;
    for (const event of taken) await foldRegister(services)(event.data as DataOf<typeof RegisterTaken>);
  };

  const take = (actor: Actor, start: LocalTime, marks: readonly unknown[] = [], change: Record<string, unknown> = {}) =>
    call(actor, 'takeRegister', {
      path: { lessonId: lesson(start).lessonId },
      body: {
        baseVersion: 0,
        called: roster.map((one) => one.pupilId),
        marks,
        requestId: `request-${start}-${actor.personId}`.replaceAll(':', ''),
        ...change,
      },
    });

  /** The office changes a lesson of today, or gives it back to the timetable; attendance hears of it. */
  const change = async (start: LocalTime, wanted?: WantedChange): Promise<void> => {
    const plain = lesson(start);
    const before = decided.get(plain.lessonId) ?? plain;
    const planned =
      wanted === undefined ? plain : planChange(before, wanted, { newcomer: undefined, isOpenOn: () => true, now: services.now() });
    if (isRefusal(planned)) throw new Error(planned.refused);
    if (planned.change === undefined) decided.delete(plain.lessonId);
    else decided.set(plain.lessonId, planned);
    const { lessonId, schoolId } = plain;
    const stateOf = (one: Lesson) => ({ ...termsOf(one), held: isHeld(one) });
    await refoldLesson(services)({
      lessonId,
      schoolId,
      kind: wanted?.kind ?? 'withdrawn',
      before: stateOf(before),
      after: stateOf(planned),
    });
  };

  return {
    change,
    services,
    store,
    table,
    events,
    roster,
    recipients,
    pupils,
    stored,
    call,
    deliver,
    take,
    setClock: (instant: string) => {
      clock = instant;
    },
    told: () =>
      events
        .filter((event) => event.type.startsWith('attendance.absence-'))
        .map((event) => ({ type: event.type, ...(event.data as object) })),
  };
};

export const absent = (of: KnownPupil) => ({ pupilId: of.pupilId, kind: 'absent' }) as const;
export const late = (of: KnownPupil, minutesLate = 10) => ({ pupilId: of.pupilId, kind: 'late', minutesLate }) as const;
export const lessonIdAt = (start: LocalTime): LessonId => lesson(start).lessonId;
export const unknownLesson = lessonIdOf(SlotId.parse('slo_unknown'), TODAY);
