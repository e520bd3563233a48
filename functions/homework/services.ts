import type { Actor, RosterPupil, SchoolClass, SchoolGroup, SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { KnownFile } from '@preau/shared/files/schema.ts';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { ClassId, FileId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { LessonContent } from '../notebook/reads.ts';
import type { BaseServices, SessionServices } from '../runtime/bind.ts';
import type { HandInStore } from './hand-in-store.ts';
import type { HomeworkStore } from './store.ts';

/** A pupil as homework needs him. */
interface KnownPupil {
  readonly pupilId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  readonly schoolName: string;
  readonly classId?: ClassId | undefined;
  readonly className?: string | undefined;
  readonly groupIds: readonly GroupId[];
}

/** What homework asks of the directory's door. */
interface HomeworkDirectory {
  readonly findActor: (personId: string) => Promise<Actor | undefined>;
  readonly findPupil: (pupilId: PersonId) => Promise<KnownPupil | undefined>;
  readonly findGroup: (groupId: GroupId) => Promise<SchoolGroup | undefined>;
  readonly listRoster: (query: {
    readonly classIds: readonly ClassId[];
    readonly groupIds: readonly GroupId[];
  }) => Promise<readonly RosterPupil[]>;
  readonly findClass: (schoolId: SchoolId, classId: ClassId) => Promise<SchoolClass | undefined>;
  readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
  readonly listGroups: (schoolId: SchoolId) => Promise<readonly SchoolGroup[]>;
  readonly findSchoolSettings: (schoolId: SchoolId) => Promise<SchoolSettings>;
}

/** What homework asks of the timetable's door. */
interface HomeworkTimetable {
  readonly findLesson: (lessonId: string) => Promise<Lesson | undefined>;
  readonly listLessonsOfClass: (classId: ClassId, date: LocalDate) => Promise<readonly Lesson[]>;
}

/** What homework asks of the door of attendance. */
interface HomeworkAttendance {
  readonly listDaysOf: (pupilId: PersonId, from: LocalDate, until: LocalDate) => Promise<readonly PupilDay[]>;
  readonly listDaysOfClass: (classId: ClassId, date: LocalDate) => Promise<readonly PupilDay[]>;
}

/** What homework asks of the notebook's door. */
interface HomeworkNotebook {
  readonly listForPupil: (
    place: { readonly classId: ClassId; readonly groupIds: readonly GroupId[] },
    from: LocalDate,
    until: LocalDate,
    now: Instant,
  ) => Promise<readonly LessonContent[]>;
}

/** What homework asks of the door of files. */
interface HomeworkFiles {
  readonly listFiles: (fileIds: readonly FileId[]) => Promise<readonly KnownFile[]>;
  readonly downloadLink: (fileId: FileId, name: string) => Promise<string | undefined>;
  readonly archiveLink: (
    entries: readonly ({ readonly name: string; readonly fileId: FileId } | { readonly name: string; readonly text: string })[],
    name: string,
  ) => Promise<{ readonly location: string; readonly left: number } | 'too-large'>;
}

/** What following a lesson needs. */
export interface FollowServices extends BaseServices {
  readonly store: HomeworkStore;
  readonly directory: Pick<HomeworkDirectory, 'findSchoolSettings'>;
  readonly timetable: Pick<HomeworkTimetable, 'findLesson'>;
}

/** What following a group needs. */
export interface GroupServices extends BaseServices {
  readonly store: HomeworkStore;
  readonly directory: Pick<HomeworkDirectory, 'findGroup' | 'listClasses'>;
}

export interface HomeworkServices extends SessionServices {
  readonly store: HomeworkStore;
  readonly handIns: HandInStore;
  readonly directory: HomeworkDirectory;
  readonly timetable: HomeworkTimetable;
  readonly files: HomeworkFiles;
  readonly attendance: HomeworkAttendance;
  readonly notebook: HomeworkNotebook;
}
