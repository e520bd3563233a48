import type { CouncilSubject as SubjectView } from '@preau/shared/assessment/council-api.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { mayReadCouncil, mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { trendOf } from '@preau/shared/assessment/council.ts';
import { periodBefore } from '@preau/shared/assessment/periods.ts';
import type { ClassResultsRow, ClassResultsService } from '@preau/shared/assessment/marks-views.ts';
import type { Mark } from '@preau/shared/assessment/mark.ts';
import type { MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import { generalOf } from '@preau/shared/assessment/read-results.ts';
import { positionOfAverage } from '@preau/shared/assessment/position.ts';
import { isGiven } from '@preau/shared/assessment/remarks.ts';
import { ofDecimal, ofFraction } from '@preau/shared/assessment/rational.ts';
import { partsOfServiceId } from '@preau/shared/assessment/service-id.ts';
import { worksIn } from '@preau/shared/directory/relations.ts';
import type { GroupId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { loadClassResults } from './class-results.ts';
import { findCouncilPeriod, findCouncilSubject, listPupils } from './council-subject.ts';
import { councilPupil } from './council-views.ts';
import type { StoredRemark } from './council-entities.ts';
import { viewDecision } from './decide-for-pupil.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { AssessmentServices } from './services.ts';

/** A class service is everybody's, a group's its members' only. */
const attends = (serviceId: ServiceId, groupIds: readonly GroupId[]): boolean => {
  const holder = partsOfServiceId(serviceId)?.holder;
  return holder?.kind !== 'group' || groupIds.includes(holder.groupId);
};

const averageIn = (row: ClassResultsRow | undefined, of: ServiceId) => row?.averages.find(({ serviceId }) => serviceId === of)?.average;

/** One subject: what is computed, what it was the period before, and what its teacher says once he has finished writing. */
const subjectView = (
  { serviceId, subject, teachers, figures }: ClassResultsService,
  now: ClassResultsRow,
  former: ClassResultsRow | undefined,
  written: StoredRemark | undefined,
): SubjectView => {
  const [average, before] = [averageIn(now, serviceId), averageIn(former, serviceId)];
  const trend = trendOf(before?.exact, average?.exact);
  const remark = written !== undefined && isGiven(written) ? written : undefined;
  return {
    serviceId,
    subject,
    teachers,
    ...(average === undefined ? {} : { average }),
    ...(before === undefined ? {} : { before }),
    ...(trend === undefined ? {} : { trend }),
    ...(figures === undefined ? {} : { classMean: figures.mean }),
    ...(average === undefined ? {} : { automatic: { from: 'average', position: positionOfAverage(ofFraction(average.exact)) } }),
    ...(remark?.position === undefined ? {} : { position: remark.position }),
    ...(remark?.finalAverage === undefined ? {} : { finalAverage: remark.finalAverage }),
    remark: remark?.text ?? '',
    ...(written === undefined ? {} : { state: written.state }),
  };
};

/** The general average with what teachers decided themselves in place of what is computed; undefined when none did. */
const decidedGeneral = (
  services: readonly ClassResultsService[],
  row: ClassResultsRow,
  remarks: ReadonlyMap<ServiceId, StoredRemark>,
  settings: MarksSettings,
) => {
  const manualIn = (serviceId: ServiceId): Mark | undefined => {
    const remark = remarks.get(serviceId);
    return remark !== undefined && isGiven(remark) ? remark.finalAverage : undefined;
  };
  if (services.every(({ serviceId }) => manualIn(serviceId) === undefined)) return undefined;
  const weighed = services.map((service) => {
    const [manual, computed] = [manualIn(service.serviceId), averageIn(row, service.serviceId)];
    const exact = computed === undefined ? undefined : ofFraction(computed.exact);
    return { ...service, average: manual === undefined ? exact : ofDecimal(manual) };
  });
  return generalOf(weighed, settings);
};

const neighbour = (row: ClassResultsRow | undefined) => (row === undefined ? undefined : { pupilId: row.pupilId, name: row.name });

/** One pupil before the council, with his neighbours in the list. */
export const readCouncilPupil = bind<AssessmentServices>()(councilOperations.readCouncilPupil, {
  async subjectFor({ actor, input: { path }, services }) {
    if (!worksIn(actor, path.schoolId)) return undefined;
    const [found, pupils] = await Promise.all([findCouncilSubject(path, services), listPupils(path.classId, services)]);
    const pupil = pupils.find(({ pupilId }) => pupilId === path.pupilId);
    return found === undefined || pupil === undefined ? undefined : { ...found, pupil };
  },
  may: mayReadCouncil,
  async run({ actor, subject, input, services, now }) {
    const { period: key } = input.path;
    const { pupil, schoolId, classId, className, state, council } = subject;
    const found = await findCouncilPeriod(subject, key, services);
    if (found === undefined) return refuse('assessment.period-unknown');
    const former = periodBefore(found.scheme.periods, key);
    const [results, before, decision, schoolLife, formerCouncil, { settings }] = await Promise.all([
      loadClassResults(subject, key, services, now),
      former === undefined ? undefined : loadClassResults(subject, former.key, services, now),
      services.councils.findDecision(classId, key, pupil.pupilId),
      services.projects.findSaid({ classId, period: key, about: 'VIE_SCO', pupilId: pupil.pupilId }),
      former === undefined ? undefined : services.councils.findCouncil(classId, former.key),
      marksSettingsOf(schoolId, services),
    ]);
    const rank = results.pupils.findIndex(({ pupilId }) => pupilId === pupil.pupilId);
    const row = results.pupils[rank];
    if (row === undefined) return refuse('assessment.period-unknown');
    const attended = results.services.filter(
      ({ serviceId }) => averageIn(row, serviceId) !== undefined || attends(serviceId, pupil.groupIds),
    );
    const written = await services.remarks.listRemarksOf(
      pupil.pupilId,
      attended.map(({ serviceId }) => serviceId),
      key,
    );
    const remarks = new Map(written.map((one) => [one.serviceId, one]));
    const formerRow = before?.pupils.find(({ pupilId }) => pupilId === pupil.pupilId);
    const decided = decidedGeneral(attended, row, remarks, settings);
    const [previous, next] = [neighbour(results.pupils[rank - 1]), neighbour(results.pupils[rank + 1])];
    return {
      schoolId,
      classId,
      className,
      period: key,
      state,
      pupil: councilPupil(row, { council, former: formerCouncil, decision }),
      ...(decided === undefined ? {} : { decided }),
      subjects: attended.map((service) => subjectView(service, row, formerRow, remarks.get(service.serviceId))),
      ...(schoolLife === undefined || schoolLife.text === '' ? {} : { schoolLife: schoolLife.text }),
      ...(decision === undefined ? {} : { decision: viewDecision(decision) }),
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
      position: { rank: rank + 1, of: results.pupils.length },
      mayRun: mayRunCouncil(actor, subject),
    };
  },
});
