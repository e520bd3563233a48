import type { Actor, SchoolClass, SchoolGroup, SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { KnownFile } from '@preau/shared/files/schema.ts';
import type { ClassId, FileId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { BaseServices, SessionServices } from '../runtime/bind.ts';
import type { PreparationStore } from './preparation-store.ts';
import type { NotebookStore } from './store.ts';

/** A pupil as the notebook needs him. */
interface PupilInPlace {
  readonly pupilId: PersonId;
  readonly schoolId: SchoolId;
  readonly classId?: ClassId | undefined;
  readonly groupIds: readonly GroupId[];
}

interface NotebookDirectory {
  readonly findPupil: (pupilId: PersonId) => Promise<PupilInPlace | undefined>;
  readonly findSchoolSettings: (schoolId: SchoolId) => Promise<SchoolSettings>;
  readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
  readonly listGroups: (schoolId: SchoolId) => Promise<readonly SchoolGroup[]>;
}

interface NotebookTimetable {
  readonly findLesson: (lessonId: string) => Promise<Lesson | undefined>;
  readonly listLessonsOfClass: (classId: ClassId, date: LocalDate) => Promise<readonly Lesson[]>;
  readonly listLessonsOfTeacher: (personId: PersonId, date: LocalDate) => Promise<readonly Lesson[]>;
  readonly readDayTaughtBy: (actor: Actor, date: LocalDate) => Promise<{ readonly lessons: readonly Lesson[] }>;
}

interface NotebookFiles {
  readonly listFiles: (fileIds: readonly FileId[]) => Promise<readonly KnownFile[]>;
  readonly downloadLink: (fileId: FileId, name: string) => Promise<string | undefined>;
}

/** What following a lesson needs, for the reaction. */
export interface FollowServices extends BaseServices {
  readonly store: NotebookStore;
  readonly timetable: Pick<NotebookTimetable, 'findLesson'>;
  readonly directory: Pick<NotebookDirectory, 'findSchoolSettings'>;
}

export interface NotebookServices extends SessionServices {
  readonly store: NotebookStore;
  readonly preparation: PreparationStore;
  readonly directory: NotebookDirectory;
  readonly timetable: NotebookTimetable;
  readonly files: NotebookFiles;
}
