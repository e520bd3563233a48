import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import type { ClassId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { BaseServices, SessionServices } from '../runtime/bind.ts';
import type { FileStore } from '../runtime/file-store.ts';
import type { AttendanceStore } from './store.ts';

/** A pupil as attendance needs him. */
export interface KnownPupil {
  readonly pupilId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  readonly schoolId: SchoolId;
  readonly classId?: ClassId | undefined;
  readonly className?: string | undefined;
  readonly groupIds: readonly GroupId[];
}

/** What attendance asks of the directory's door. */
interface AttendanceDirectory {
  readonly findPupil: (pupilId: PersonId) => Promise<KnownPupil | undefined>;
  readonly listRoster: (query: {
    readonly classIds: readonly ClassId[];
    readonly groupIds: readonly GroupId[];
  }) => Promise<readonly RosterPupil[]>;
  readonly listRecipients: (
    pupilId: PersonId,
  ) => Promise<readonly { readonly personId: PersonId; readonly rights: { readonly informed: boolean } }[]>;
}

/** What attendance asks of the timetable's door. */
interface AttendanceTimetable {
  readonly findLesson: (lessonId: string) => Promise<Lesson | undefined>;
  readonly listLessonsOfClass: (classId: ClassId, date: LocalDate) => Promise<readonly Lesson[]>;
  readonly listLessonsOfSchool: (
    schoolId: SchoolId,
    date: LocalDate,
    beginning?: { readonly from: LocalTime; readonly until: LocalTime },
  ) => Promise<readonly Lesson[]>;
}

/** What folding a fact into a pupil's day needs, for operations and reactions alike. */
export interface DayServices extends BaseServices {
  readonly store: AttendanceStore;
  readonly directory: AttendanceDirectory;
  readonly timetable: AttendanceTimetable;
}

export interface AttendanceServices extends DayServices, SessionServices {
  readonly files: FileStore;
  /** Where the web lives, for the browser's way back from the bucket. */
  readonly webOrigin: string;
  /** An unguessable name, made of letters and digits. */
  readonly randomName: () => string;
}
