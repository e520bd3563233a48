import {
  rangeWhereSkBeginsWith,
  rangeWhereSkBetween,
  rangeWhereSkGreaterThan,
  type AllEntitiesStore,
} from '@symphoniacloud/dynamodb-entity-store';
import { absenceIdOf } from '@preau/shared/attendance/absence-id.ts';
import { OpenDay, RegisterVersion, type PupilDay } from '@preau/shared/attendance/schema.ts';
import { fromStored, StoredDay, toStored } from '@preau/shared/attendance/stored-day.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { ClassId, LessonId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import { IF_NEW, unchangedSince, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import { entity, listByKeys } from '../runtime/entity.ts';

type SchoolDay = Pick<RegisterVersion, 'schoolId' | 'date'>;
export type CalledLesson = Pick<RegisterVersion, 'schoolId' | 'date' | 'start' | 'lessonId'>;

const versionsPrefix = ({ start, lessonId }: Pick<CalledLesson, 'start' | 'lessonId'>): string => `R#${start}#${lessonId}#V`;

const registers = entity({
  type: 'REGISTER',
  schema: RegisterVersion,
  pk: ({ schoolId, date }: SchoolDay) => `SCHOOLDAY#${schoolId}#${date}`,
  sk: (item: Pick<RegisterVersion, 'start' | 'lessonId' | 'version'>) => `${versionsPrefix(item)}${String(item.version).padStart(4, '0')}`,
});

/** Where a day stands in the office's queue. */
export const placeInQueue = ({ waitingSince, absenceId }: { readonly waitingSince: string; readonly absenceId: string }): string =>
  `${waitingSince}#${absenceId}`;

const days = entity({
  type: 'DAY',
  schema: StoredDay,
  pk: ({ pupilId }: Pick<PupilDay, 'pupilId'>) => `PUPIL#${pupilId}`,
  sk: ({ date }: Pick<PupilDay, 'date'>) => `DAY#${date}`,
  gsi1: {
    pk: ({ classId, date }) => (classId === undefined ? undefined : `CLASS#${classId}#${date}`),
    // Always read whole: an index key need not tell the items apart.
    sk: ({ classId }) => (classId === undefined ? undefined : 'DAY'),
  },
  gsi2: {
    pk: ({ waitingSince, schoolId }) => (waitingSince === undefined ? undefined : `TODECIDE#${schoolId}`),
    sk: ({ waitingSince, pupilId, date }) =>
      waitingSince === undefined ? undefined : placeInQueue({ waitingSince, absenceId: absenceIdOf(pupilId, date) }),
  },
});

const openDays = entity({
  type: 'OPEN',
  schema: OpenDay,
  pk: ({ guardianId }: Pick<OpenDay, 'guardianId'>) => `FAMILY#${guardianId}`,
  sk: ({ date, pupilId }: Pick<OpenDay, 'date' | 'pupilId'>) => `${date}#${pupilId}`,
});

/** What each guardian must find in "À traiter" about one day: a row to put, or nothing any more. */
export interface FamilyRows {
  readonly put: readonly OpenDay[];
  readonly remove: readonly Pick<OpenDay, 'guardianId' | 'date' | 'pupilId'>[];
}

export type AttendanceStore = ReturnType<typeof attendanceStore>;

/** Attendance's access patterns over its table. */
export const attendanceStore = (store: AllEntitiesStore) => {
  const register = store.for(registers);
  const day = store.for(days);
  const openDay = store.for(openDays);

  return {
    /** The roll call's submit: one immutable version with its event in one write; false when that version exists already. */
    addRegister: (version: RegisterVersion, events: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(register.put(withOutbox(version, events), IF_NEW)),

    /** The register's page: every version of one lesson, the first one first, as of now. */
    listVersions: ({ schoolId, date, start, lessonId }: CalledLesson): Promise<readonly RegisterVersion[]> =>
      register.queryAllByPkAndSk({ schoolId, date }, rangeWhereSkBeginsWith(versionsPrefix({ start, lessonId })), { consistentRead: true }),

    /** A teacher's home: which of his lessons' rolls have been called, by their first versions, in one request. */
    listCalled: async (lessons: readonly CalledLesson[]): Promise<ReadonlySet<LessonId>> => {
      const firsts = lessons.map(({ schoolId, date, start, lessonId }) => ({ schoolId, date, start, lessonId, version: 1 }));
      return new Set((await listByKeys(register, firsts)).map((version) => version.lessonId));
    },

    /** The office's live view: the versions of the lessons of a school date that begin between two hours, both included. */
    listRegisters: (
      schoolId: SchoolId,
      date: LocalDate,
      from: LocalTime = '00:00',
      until: LocalTime = '23:59',
    ): Promise<readonly RegisterVersion[]> =>
      register.queryAllByPkAndSk({ schoolId, date }, rangeWhereSkBetween(`R#${from}#`, `R#${until}#~`)),

    /** One absence's page, and every change of a day, which must see the latest. */
    findDay: async (pupilId: PersonId, date: LocalDate): Promise<PupilDay | undefined> => {
      const found = await day.getOrUndefined({ pupilId, date }, { consistentRead: true });
      return found === undefined ? undefined : fromStored(found);
    },

    /** A pupil's absences between two dates, both included, the latest day first. */
    listDays: async (pupilId: PersonId, from: LocalDate, until: LocalDate, { asOfNow = false } = {}): Promise<readonly PupilDay[]> => {
      const found = await day.queryAllByPkAndSk({ pupilId }, rangeWhereSkBetween(`DAY#${from}`, `DAY#${until}`), {
        scanIndexForward: false,
        consistentRead: asOfNow,
      });
      return found.map(fromStored);
    },

    /** The register's page: who of a class was absent or declared earlier that day. */
    listDaysOfClass: async (classId: ClassId, date: LocalDate): Promise<readonly PupilDay[]> => {
      const found = await day.queryAllWithGsiByPk({ classId, date }, { gsiId: 'gsi1' });
      return found.map(fromStored);
    },

    /** The office's queue: a page of the days with a justification to decide, those that have waited longest first, after a place in the queue. */
    listToDecide: async (schoolId: SchoolId, after: string, limit: number): Promise<readonly PupilDay[]> => {
      const range = rangeWhereSkGreaterThan(after);
      const page = await day.queryOnePageWithGsiByPkAndSk({ schoolId, waitingSince: after }, range, { gsiId: 'gsi2', limit });
      return page.items.map(fromStored);
    },

    /** Every change of a day: refused (false) when somebody else changed it since `read`. */
    putDay: (changed: PupilDay, read: number | undefined, events: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(day.put(withOutbox(toStored(changed), events), unchangedSince(read, 'revision'))),

    /** A change made by a person: the day and each guardian's row change together or not at all. */
    putDayWithRows: (changed: PupilDay, read: number | undefined, events: readonly Envelope[], rows: FamilyRows): Promise<boolean> => {
      const transaction = store.transactions.buildWriteTransaction(days);
      transaction.put(withOutbox(toStored(changed), events), unchangedSince(read, 'revision'));
      const copies = transaction.nextEntity(openDays);
      for (const row of rows.put) copies.put(row);
      for (const row of rows.remove) copies.delete(row);
      return unlessRefused(copies.execute());
    },

    /** The parent's home: what one guardian has to deal with, the oldest day first, in one query. */
    listOpenDays: (guardianId: PersonId): Promise<readonly OpenDay[]> => openDay.queryAllByPk({ guardianId }),

    /** Brings guardians' rows in line with a day; putting or removing twice is the same. */
    putRows: async (rows: FamilyRows): Promise<void> => {
      await Promise.all([...rows.put.map((row) => openDay.put(row)), ...rows.remove.map((row) => openDay.delete(row))]);
    },
  };
};
