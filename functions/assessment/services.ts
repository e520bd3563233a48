import type { Absences } from '@preau/shared/assessment/council.ts';
import type { Pupil, RosterPupil, School, SchoolClass, SchoolGroup, SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { HomeworkCard } from '@preau/shared/homework/schema.ts';
import type { QuizPoints } from '@preau/shared/assessment/quiz-marks.ts';
import type { ClassId, GroupId, HomeworkId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import type { TaughtSubject } from '@preau/shared/timetable/taught.ts';
import type { SessionServices } from '../runtime/bind.ts';
import type { SettingsVersion } from './marks-entities.ts';
import type { AssessmentStores } from './stores.ts';

/** What assessment asks of the directory's door. */
interface AssessmentDirectory {
  readonly findPupil: (pupilId: PersonId) => Promise<Pupil | undefined>;
  readonly findTeam: (schoolId: SchoolId, classId: ClassId) => Promise<{ readonly principals: readonly { readonly name: string }[] }>;
  readonly findSchool: (schoolId: SchoolId) => Promise<School | undefined>;
  readonly findGroup: (groupId: GroupId) => Promise<SchoolGroup | undefined>;
  readonly findClass: (schoolId: SchoolId, classId: ClassId) => Promise<SchoolClass | undefined>;
  readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
  readonly listRoster: (query: {
    readonly classIds: readonly ClassId[];
    readonly groupIds: readonly GroupId[];
  }) => Promise<readonly RosterPupil[]>;
  readonly findSchoolSettings: (schoolId: SchoolId) => Promise<SchoolSettings>;
}

/** What assessment asks of the timetable's door. */
interface AssessmentTimetable {
  readonly listServicesOfClass: (classId: ClassId, today: LocalDate) => Promise<readonly TaughtSubject[]>;
  readonly listServicesOfTeacher: (personId: PersonId, today: LocalDate) => Promise<readonly TaughtSubject[]>;
}

/** What assessment asks of the door of attendance. */
interface AssessmentAttendance {
  readonly countAbsences: (pupilId: PersonId, from: LocalDate, until: LocalDate) => Promise<Absences>;
}

/** What a school decided, and what a class has in common, as it stood at most half a minute ago: to show results by it, never to write or to close. */
export interface Decided {
  readonly store: { readonly findSettings: (schoolId: SchoolId) => Promise<SettingsVersion | undefined> };
  readonly periods: Pick<AssessmentStores['periods'], 'findPeriods'>;
  readonly directory: Pick<AssessmentDirectory, 'findSchool'>;
  readonly results: Pick<AssessmentStores['results'], 'findGeneral'>;
}

/** What assessment asks of the door of homework. */
interface AssessmentHomework {
  readonly findWork: (homeworkId: HomeworkId) => Promise<HomeworkCard | undefined>;
  readonly findQuiz: (homeworkId: HomeworkId) => Promise<(QuizPoints & { readonly closesAt: LocalTime }) | undefined>;
}

export interface AssessmentServices extends SessionServices, AssessmentStores {
  readonly believed: Decided;
  readonly directory: AssessmentDirectory;
  readonly timetable: AssessmentTimetable;
  readonly attendance: AssessmentAttendance;
  readonly homework: AssessmentHomework;
}
