import type { Actor, NationalTeacher, Pupil, RosterPupil, School, SchoolClass, SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { Subject } from '@preau/shared/directory/record.ts';
import type { Socle } from '@preau/shared/assessment/socle.ts';
import type { ClassId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { SealedCard } from '@preau/shared/reports/sealed.ts';
import type { BaseServices, SessionServices } from '../runtime/bind.ts';
import type { CardSource } from './card-source.ts';
import type { Papers } from './papers.ts';
import type { ReportsStore } from './store.ts';

/** What reports ask of the directory's door. */
interface ReportsDirectory {
  readonly findActor: (personId: string) => Promise<Actor | undefined>;
  readonly findPupil: (pupilId: PersonId) => Promise<Pupil | undefined>;
  readonly findSchool: (schoolId: SchoolId) => Promise<School | undefined>;
  readonly findClass: (schoolId: SchoolId, classId: ClassId) => Promise<SchoolClass | undefined>;
  readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
  readonly listRoster: (query: {
    readonly classIds: readonly ClassId[];
    readonly groupIds: readonly GroupId[];
  }) => Promise<readonly RosterPupil[]>;
  readonly findSchoolSettings: (schoolId: SchoolId) => Promise<SchoolSettings>;
  readonly listBaseIds: (pupilIds: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, string>>;
  readonly listNationalTeachers: (personIds: readonly PersonId[]) => Promise<readonly NationalTeacher[]>;
  readonly listTaughtSubjects: (schoolId: SchoolId) => Promise<readonly Subject[]>;
}

export interface ReportsServices extends SessionServices {
  readonly store: ReportsStore;
  readonly directory: ReportsDirectory;
  readonly assessment: { readonly listSocle: (pupilId: PersonId) => Promise<readonly Socle[]> };
  readonly papers: Papers;
  /** Random bytes for secrets. */
  readonly randomBytes: (count: number) => Uint8Array;
}

/** What sealing a class needs. */
export interface SealingServices extends BaseServices {
  readonly store: ReportsStore;
  readonly directory: Pick<ReportsDirectory, 'findSchoolSettings'>;
  readonly source: CardSource;
  readonly papers: Pick<Papers, 'put'>;
  readonly toPaper: (sealed: SealedCard) => Uint8Array;
}
