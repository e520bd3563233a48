import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PeriodOfService } from '@preau/shared/assessment/marks-views.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { KnownAttendee } from '@preau/shared/assessment/roster.ts';
import type { Evaluation, EvaluationTerms, NamedPerson, Service } from '@preau/shared/assessment/schema.ts';
import { evaluationIdOf } from '@preau/shared/assessment/service-id.ts';
import type { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { findPeriodOf, isClosedForAll, listAttendees } from './desk.ts';
import type { AssessmentServices } from './services.ts';

const KEY = { from: 4, until: 16 };
const EVALUATIONS_MAX = 60;

export const authorOf = (actor: Actor): NamedPerson => ({ personId: actor.personId, name: nameOf(actor) });

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
  /** What it is made from, once: a submit of its author, or a quiz, whoever passes it on. */
  readonly origin: { readonly requestId: string } | { readonly homeworkId: HomeworkId };
  /** What is entered with it. */
  readonly cells?: ((attendees: readonly KnownAttendee[], period: PeriodOfService) => Evaluation['cells']) | undefined;
  readonly now: Instant;
}

/** Other terms under a key already used, as a page shown again by Back may send, are another evaluation. */
const seedOf = ({ actor, service: { serviceId }, period, terms, origin }: Wanted): string =>
  'requestId' in origin
    ? `${actor.personId}:${serviceId}:${period}:${origin.requestId}:${JSON.stringify(terms)}`
    : `${origin.homeworkId}:${serviceId}`;

type NotAdded = Refusal<TermsFault | 'assessment.period-unknown' | 'assessment.period-closed' | 'assessment.too-many-evaluations'>;

/** A new column as a draft, once for what it is made from; the service and its pupils are noted with it, for the timetable and the directory forget. */
export const newEvaluation = async (wanted: Wanted, services: AssessmentServices): Promise<Evaluation | NotAdded> => {
  const { actor, service, period: key, terms, cells, now } = wanted;
  const { store } = services;
  const { serviceId, schoolId } = service;
  const period = await findPeriodOf(service, key, services);
  if (period === undefined) return refuse('assessment.period-unknown');
  if (isClosedForAll(service, period)) return refuse('assessment.period-closed');
  const fault = termsFault(terms, service, period);
  if (fault !== undefined) return refuse(fault);

  const named = derivedId('evl', seedOf(wanted)).slice(KEY.from, KEY.until);
  const evaluationId = evaluationIdOf({ serviceId, period: key, key: named });
  const columns = await store.listEvaluations(serviceId, key, { consistentRead: true });
  const sent = columns.find((one) => one.evaluationId === evaluationId);
  if (sent !== undefined) return sent;
  if (columns.filter(({ withdrawn }) => withdrawn === undefined).length >= EVALUATIONS_MAX) {
    return refuse('assessment.too-many-evaluations');
  }

  const author = authorOf(actor);
  const attendees = await listAttendees(service, localDateOf(now), services, 'keep');
  const entered = cells?.(attendees, period) ?? {};
  const evaluation: Evaluation = {
    evaluationId,
    schoolId,
    serviceId,
    period: key,
    terms,
    termsChanged: [],
    version: 1,
    termsVersion: 1,
    cells: entered,
    authors: [author],
    saves: Object.keys(entered).length === 0 ? [] : [{ version: 1, at: now, by: actor.personId }],
    requests: [],
  };
  const { teachers: _teachers, ...known } = service;
  if (service.version === 0) await store.putService({ ...known, version: 1 }, []);
  if (await store.addEvaluation(evaluation)) return evaluation;
  return (await store.findEvaluation(evaluationId)) ?? evaluation;
};
