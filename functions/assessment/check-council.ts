import { missingOf, type CheckedService } from '@preau/shared/assessment/council-check.ts';
import { mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadClassResults, type ClassResults } from './class-results.ts';
import { findCouncilPeriod, findCouncilSubject, listPupils } from './council-subject.ts';
import { listServicesOf } from './load-service.ts';
import type { AssessmentServices } from './services.ts';

const attends = (service: Service, { groupIds }: RosterPupil): boolean =>
  service.groupId === undefined || groupIds.includes(service.groupId);

const checkedService = async (
  service: Service,
  period: PeriodKey,
  pupils: readonly RosterPupil[],
  results: ClassResults,
  needsProgramme: boolean,
  { remarks }: AssessmentServices,
): Promise<CheckedService> => {
  const attending = pupils.filter((pupil) => attends(service, pupil));
  const { remarks: written, programme } = await remarks.readRemarks(service.serviceId, period);
  const states = new Map(written.map(({ about, state }) => [about, state]));
  const averaged = new Set(
    results.pupils
      .filter(({ averages }) => averages.some(({ serviceId }) => serviceId === service.serviceId))
      .map(({ pupilId }) => pupilId),
  );
  return {
    serviceId: service.serviceId,
    subject: service.subject,
    teachers: [...service.teachers, ...service.settings.coTeachers],
    remarks: attending.map(({ pupilId }) => states.get(pupilId)),
    withoutAverage: attending.filter(({ pupilId }) => !averaged.has(pupilId)).length,
    lacksProgramme: needsProgramme && (programme?.elements.length ?? 0) === 0,
    isInConflict: results.services.some(({ serviceId, weight }) => serviceId === service.serviceId && weight.kind === 'conflict'),
  };
};

/** What is missing before the council, and who must do it; read at once in every subject of the class. */
export const checkCouncil = bind<AssessmentServices>()(councilOperations.checkCouncil, {
  subjectFor: async ({ actor, input: { path }, services }) => (mayRunCouncil(actor, path) ? findCouncilSubject(path, services) : undefined),
  may: mayRunCouncil,
  async run({ subject, input, services, now }) {
    const { period } = input.path;
    const { schoolId, classId, className } = subject;
    if ((await findCouncilPeriod(subject, period, services)) === undefined) return refuse('assessment.period-unknown');
    const [taught, pupils, results, { council, decisions }, team, school] = await Promise.all([
      listServicesOf(classId, localDateOf(now), services),
      listPupils(classId, services),
      loadClassResults(subject, period, services, now),
      services.councils.readCouncil(classId, period),
      services.directory.findTeam(schoolId, classId),
      services.directory.findSchool(schoolId),
    ]);
    // Cards of a collège say what was worked on. @see arrêté du 31 décembre 2015, art. 3
    const needsProgramme = school?.kind === 'college';
    const here = new Set(pupils.map(({ pupilId }) => pupilId));
    const checked = await Promise.all(taught.map((service) => checkedService(service, period, pupils, results, needsProgramme, services)));
    return {
      className,
      period,
      pupils: pupils.length,
      missing: [
        ...missingOf({
          services: checked,
          principals: team.principals.map(({ name }) => name),
          pupils: pupils.length,
          council,
          decisions: decisions.filter(({ pupilId }) => here.has(pupilId)),
        }),
      ],
    };
  },
});
