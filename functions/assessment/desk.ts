import type { PeriodOfService } from '@preau/shared/assessment/marks-views.ts';
import { yearOfPeriod, type PeriodKey } from '@preau/shared/assessment/periods.ts';
import { attendeesOf, toKeep, type KnownAttendee } from '@preau/shared/assessment/roster.ts';
import type { Evaluation, Service } from '@preau/shared/assessment/schema.ts';
import { partsOfEvaluationId } from '@preau/shared/assessment/service-id.ts';
import type { ClassId, EvaluationId, PersonId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { loadService } from './load-service.ts';
import { periodsOfService } from './periods-of-service.ts';
import type { AssessmentServices } from './services.ts';

export interface OpenEvaluation {
  readonly service: Service;
  readonly evaluation: Evaluation;
}

/** An evaluation with its service, whatever its state. */
export const loadEvaluation = async (
  evaluationId: EvaluationId,
  now: Instant,
  services: AssessmentServices,
): Promise<OpenEvaluation | undefined> => {
  const parts = partsOfEvaluationId(evaluationId);
  if (parts === undefined) return undefined;
  const [evaluation, service] = await Promise.all([
    services.store.findEvaluation(evaluationId),
    // As of now too: both are read in one request.
    loadService(parts.serviceId, localDateOf(now), services, { consistentRead: true }),
  ]);
  return evaluation === undefined || service === undefined ? undefined : { service, evaluation };
};

/** The period of a service; undefined when its classes have no such period. */
export const findPeriodOf = async (service: Service, key: PeriodKey, services: AssessmentServices): Promise<PeriodOfService | undefined> =>
  (await periodsOfService(service, yearOfPeriod(key), services)).find((period) => period.key === key);

/** Everybody taught in the service this year; who arrived or left since is noted when `keep` asks for it. */
export const listAttendees = async (
  { serviceId, classes, groupId }: Service,
  today: LocalDate,
  { store, directory }: Pick<AssessmentServices, 'store' | 'directory'>,
  keep: 'keep' | 'read' = 'read',
): Promise<readonly KnownAttendee[]> => {
  const [stored, current] = await Promise.all([
    store.findRoster(serviceId),
    directory.listRoster({ classIds: classes.map(({ classId }) => classId), groupIds: groupId === undefined ? [] : [groupId] }),
  ]);
  const known = stored === undefined ? undefined : new Map(stored.pupils.map(({ pupilId, ...attendee }) => [pupilId, attendee]));
  const attendees = attendeesOf(known, current, today);
  if (keep === 'keep' && toKeep(known, attendees)) {
    await store.putRoster({ serviceId, version: (stored?.version ?? 0) + 1, pupils: [...attendees] });
  }
  return attendees;
};

const isClosedFor = (closedFor: readonly ClassId[], classId: ClassId | undefined): boolean =>
  classId !== undefined && closedFor.includes(classId);

/** The pupils whose class has closed the period. */
export const closedPupils = (attendees: readonly KnownAttendee[], { closedFor }: PeriodOfService): ReadonlySet<PersonId> =>
  new Set(attendees.filter(({ classId }) => isClosedFor(closedFor, classId)).map(({ pupilId }) => pupilId));

/** True when nobody's marks can change any more. */
export const isClosedForAll = ({ classes }: Service, { closedFor }: PeriodOfService): boolean =>
  classes.every(({ classId }) => closedFor.includes(classId));

/** True when a change of the whole evaluation would change something of a period that is closed. */
export const touchesClosed = (
  service: Service,
  { cells }: Evaluation,
  attendees: readonly KnownAttendee[],
  period: PeriodOfService,
): boolean => {
  if (isClosedForAll(service, period)) return true;
  const closed = closedPupils(attendees, period);
  return Object.entries(cells).some(
    ([pupilId, { given, levels, comment }]) =>
      (given !== undefined || levels !== undefined || comment !== undefined) && [...closed].some((one) => one === pupilId),
  );
};
