import type { PublicationForecast } from '@preau/shared/assessment/marks-views.ts';
import { onDay, openingsOf, type MarksOpening } from '@preau/shared/assessment/marks-release.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { listAttendees, type OpenEvaluation } from './desk.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { AssessmentServices } from './services.ts';

export interface Planned {
  readonly opening: MarksOpening;
  readonly forecast: PublicationForecast;
}

/** When pupils, then guardians, would see an evaluation published now, or from a later day, and for how many nothing is entered. */
export const planPublication = async (
  { service, evaluation }: OpenEvaluation,
  { now, from }: { readonly now: Instant; readonly from: LocalDate | undefined },
  services: AssessmentServices,
): Promise<Planned> => {
  const { schoolId, evaluationId, cells } = evaluation;
  const [school, { settings }, attendees] = await Promise.all([
    services.directory.findSchoolSettings(schoolId),
    marksSettingsOf(schoolId, services),
    listAttendees(service, localDateOf(now), services),
  ]);
  const opening = openingsOf(evaluationId, { now, from }, settings, school);
  const { pupilFrom, guardianFrom, pupils, guardians } = opening;
  return {
    opening,
    forecast: {
      pupilFrom,
      guardianFrom,
      pupilsOn: onDay(pupils, school.zone),
      guardiansOn: onDay(guardians, school.zone),
      waits: Date.parse(pupilFrom) > Date.parse(now),
      missing: attendees.filter(({ pupilId, leftOn }) => leftOn === undefined && cells[pupilId]?.given === undefined).length,
    },
  };
};
