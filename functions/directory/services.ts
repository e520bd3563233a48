import type { AttendanceReads } from '../attendance/reads.ts';
import type { HomeworkReads } from '../homework/reads.ts';
import type { SessionServices } from '../runtime/bind.ts';
import type { TimetableReads } from '../timetable/reads.ts';
import type { DirectoryReads } from './reads.ts';
import type { DirectoryStore } from './store.ts';

export interface DirectoryServices extends SessionServices {
  readonly directory: DirectoryReads;
  readonly store: DirectoryStore;
  readonly timetable: Pick<TimetableReads, 'readDayOfClass' | 'readDayTaughtBy' | 'listLessonsOfSchool'>;
  readonly attendance: Pick<AttendanceReads, 'listOpenDays' | 'listRegistersOf' | 'listCalled'>;
  readonly homework: Pick<HomeworkReads, 'listForPupil' | 'countDone'>;
}
