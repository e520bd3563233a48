import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PeriodOfService } from '@preau/shared/assessment/marks-views.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { Evaluation, EvaluationTerms, NamedPerson, Service } from '@preau/shared/assessment/schema.ts';
import { evaluationIdOf } from '@preau/shared/assessment/service-id.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { findPeriodOf, isClosedForAll, listAttendees } from './desk.ts';
import type { AssessmentServices } from './services.ts';

const KEY = { from: 4, until: 16 };
const EVALUATIONS_MAX = 60;

export const authorOf = ({ personId, firstName, lastName }: Actor): NamedPerson => ({ personId, name: `${firstName} ${lastName}` });

type TermsFault = 'assessment.date-outside-period' | 'assessment.sub-subject-unknown';

/** Why these terms cannot be those of an evaluation of this service and period. */
export const termsFault = (
  { date, subSubjectId }: EvaluationTerms,
  { settings }: Service,
  { from, until }: PeriodOfService,
): TermsFault | undefined => {
  if (date < from || until < date) return 'assessment.date-outside-period';
  const isKnown = subSubjectId === undefined || settings.subSubjects.some((one) => one.subSubjectId === subSubjectId);
  return isKnown ? undefined : 'assessment.sub-subject-unknown';
};

interface Wanted {
  readonly actor: Actor;
  readonly service: Service;
  readonly period: PeriodKey;
  readonly terms: EvaluationTerms;
  readonly requestId: string;
  readonly now: Instant;
}

type NotAdded = Refusal<TermsFault | 'assessment.period-unknown' | 'assessment.period-closed' | 'assessment.too-many-evaluations'>;

/** A new column as a draft, once for one submit; the service and its pupils are noted with it, for the timetable and the directory forget. */
export const newEvaluation = async (
  { actor, service, period: key, terms, requestId, now }: Wanted,
  services: AssessmentServices,
): Promise<Evaluation | NotAdded> => {
  const { store } = services;
  const { serviceId, schoolId } = service;
  const period = await findPeriodOf(service, key, services);
  if (period === undefined) return refuse('assessment.period-unknown');
  if (isClosedForAll(service, period)) return refuse('assessment.period-closed');
  const fault = termsFault(terms, service, period);
  if (fault !== undefined) return refuse(fault);

  const named = derivedId('evl', `${actor.personId}:${serviceId}:${key}:${requestId}`).slice(KEY.from, KEY.until);
  const evaluationId = evaluationIdOf({ serviceId, period: key, key: named });
  const columns = await store.listEvaluations(serviceId, key, { consistentRead: true });
  const sent = columns.find((one) => one.evaluationId === evaluationId);
  if (sent !== undefined) return sent;
  if (columns.filter(({ withdrawn }) => withdrawn === undefined).length >= EVALUATIONS_MAX) {
    return refuse('assessment.too-many-evaluations');
  }

  const author = authorOf(actor);
  const evaluation: Evaluation = {
    evaluationId,
    schoolId,
    serviceId,
    period: key,
    terms,
    termsChanged: [],
    version: 1,
    termsVersion: 1,
    cells: {},
    authors: [author],
    saves: [],
    requests: [],
  };
  const { teachers: _teachers, ...known } = service;
  await listAttendees(service, localDateOf(now), services, 'keep');
  if (service.version === 0) await store.putService({ ...known, version: 1 }, []);
  if (await store.addEvaluation(evaluation)) return evaluation;
  return (await store.findEvaluation(evaluationId)) ?? evaluation;
};
