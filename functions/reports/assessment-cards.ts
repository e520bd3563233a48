import type { Absences } from '@preau/shared/assessment/council.ts';
import { countAbsences } from '@preau/shared/attendance/half-days.ts';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { RosterPupil, School, SchoolClass, SchoolSettings, SchoolTeam } from '@preau/shared/directory/schema.ts';
import type { ClassId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { AssessedClass, AssessmentReads } from '../assessment/reads.ts';
import type { CardSource } from './card-source.ts';
import { composeCards } from './compose-cards.ts';

interface Doors {
  readonly now: () => Instant;
  readonly assessment: Pick<AssessmentReads, 'readClass'>;
  readonly attendance: { readonly listDaysOf: (pupilId: PersonId, from: LocalDate, until: LocalDate) => Promise<readonly PupilDay[]> };
  readonly directory: {
    readonly findSchool: (schoolId: SchoolId) => Promise<School | undefined>;
    readonly findSchoolSettings: (schoolId: SchoolId) => Promise<Pick<SchoolSettings, 'publication'>>;
    readonly findTeam: (schoolId: SchoolId, classId: ClassId) => Promise<SchoolTeam>;
    readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
    readonly listRoster: (query: {
      readonly classIds: readonly ClassId[];
      readonly groupIds: readonly GroupId[];
    }) => Promise<readonly RosterPupil[]>;
  };
}

/** What the council took when it was prepared; what has happened since, for a pupil who was not there or a council that never was. */
const absencesOf = async (
  pupils: readonly RosterPupil[],
  { council, period }: AssessedClass,
  { attendance, now }: Doors,
): Promise<ReadonlyMap<PersonId, Absences>> => {
  const today = localDateOf(now());
  const until = today < period.until ? today : period.until;
  const counted = pupils.map(async ({ pupilId }) => {
    const frozen = council?.absences?.pupils[pupilId];
    const absences = frozen ?? countAbsences(await attendance.listDaysOf(pupilId, period.from, until), { from: period.from, until });
    return [pupilId, absences] as const;
  });
  return new Map(await Promise.all(counted));
};

/** Cards composed from assessment's, attendance's and the directory's doors. */
export const assessmentCards = (doors: Doors): CardSource => ({
  async cardsOfClass(schoolId, classId, period) {
    const { directory, assessment } = doors;
    const [school, classes, pupils] = await Promise.all([
      directory.findSchool(schoolId),
      directory.listClasses(schoolId),
      directory.listRoster({ classIds: [classId], groupIds: [] }),
    ]);
    const found = classes.find((one) => one.classId === classId);
    if (school === undefined || found === undefined) return undefined;
    const assessed = await assessment.readClass(school, classId, period);
    if (assessed === undefined) return undefined;
    const [team, absences, { publication }] = await Promise.all([
      directory.findTeam(schoolId, classId),
      absencesOf(pupils, assessed, doors),
      directory.findSchoolSettings(schoolId),
    ]);
    return composeCards({ school, closures: publication.closures, team, class: { classId, name: found.name }, pupils, assessed, absences });
  },
});
