import type { Database } from '../runtime/database/database.ts';
import type { OpenDay, PupilDay, RegisterVersion } from '@preau/shared/attendance/schema.ts';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import type { ClassId, LessonId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { countAbsences, type AbsenceCount } from '@preau/shared/attendance/half-days.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { attendanceStore, type AttendanceStore, type CalledLesson } from './store.ts';

export type AttendanceReads = ReturnType<typeof attendanceReads>;

/** Attendance's door for other domains. */
export const attendanceReads = (store: AttendanceStore) => ({
  /** What one guardian has to deal with, the oldest day first, in one query; filter by `stillConcerns` before showing it. */
  listOpenDays: (guardianId: PersonId): Promise<readonly OpenDay[]> => store.listOpenDays(guardianId),

  /** A pupil's recorded days between two dates, both included, the latest first. */
  listDaysOf: (pupilId: PersonId, from: LocalDate, until: LocalDate): Promise<readonly PupilDay[]> => store.listDays(pupilId, from, until),

  /** A class council: the half-days and lates of a pupil between two dates, both included. */
  countAbsences: async (pupilId: PersonId, from: LocalDate, until: LocalDate): Promise<AbsenceCount> =>
    countAbsences(await store.listDays(pupilId, from, until), { from, until }),

  /** A teacher's work: who of a class has something recorded on a school date. */
  listDaysOfClass: (classId: ClassId, date: LocalDate): Promise<readonly PupilDay[]> => store.listDaysOfClass(classId, date),

  /** An alert's next rung: a pupil's day as it is at this instant. */
  findDayOf: (pupilId: PersonId, date: LocalDate): Promise<PupilDay | undefined> => store.findDay(pupilId, date),

  /** Every register version of a school date, in the order of the day. */
  listRegistersOf: (schoolId: SchoolId, date: LocalDate): Promise<readonly RegisterVersion[]> => store.listRegisters(schoolId, date),

  /** A teacher's home: which of these lessons' rolls have been called, in one request. */
  listCalled: (lessons: readonly CalledLesson[]): Promise<ReadonlySet<LessonId>> => store.listCalled(lessons),
});

/** The door over the real table that the environment names. */
export const attendanceDoor = (client: Database): AttendanceReads =>
  attendanceReads(attendanceStore(tableStore(attendanceTable, tableName(attendanceTable.domain), client)));
