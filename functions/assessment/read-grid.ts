import { figuresOf, figuresView } from '@preau/shared/assessment/figures.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { yearOfPeriod } from '@preau/shared/assessment/periods.ts';
import { mayReadEvaluation, mayReadMarks, readsMarksOf } from '@preau/shared/assessment/policy.ts';
import { ofFraction } from '@preau/shared/assessment/rational.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { closedPupils, listAttendees } from './desk.ts';
import { gridEvaluation, gridPupils } from './grid-views.ts';
import { loadService } from './load-service.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import { serviceRow } from './service-rows.ts';
import type { AssessmentServices } from './services.ts';

/** By date, then in the order of their making; what was taken back, last. */
const inOrder = (one: Evaluation, other: Evaluation): number =>
  Number(one.withdrawn !== undefined) - Number(other.withdrawn !== undefined) ||
  one.terms.date.localeCompare(other.terms.date) ||
  one.evaluationId.localeCompare(other.evaluationId);

/** The grid of a service for a period: its teachers see all of it, drafts included; others what is published, of the pupils whose marks they read. */
export const readGrid = bind<AssessmentServices>()(marksOperations.readGrid, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayReadMarks,
  async run({ actor, subject: service, input: { path }, services, now }) {
    const today = localDateOf(now);
    const [row, everybody, all, { settings }] = await Promise.all([
      serviceRow(actor, service, today, services, yearOfPeriod(path.period)),
      listAttendees(service, today, services),
      services.store.listEvaluations(service.serviceId, path.period),
      marksSettingsOf(service.schoolId, services),
    ]);
    const period = row.periods.find(({ key }) => key === path.period);
    if (period === undefined) return refuse('assessment.period-unknown');
    const attendees = everybody.filter(({ classId }) => readsMarksOf(actor, service, classId));
    const columns = all.filter((evaluation) => mayReadEvaluation(actor, { service, evaluation })).toSorted(inOrder);
    const pupilIds = attendees.map(({ pupilId }) => pupilId);
    const pupils = gridPupils(attendees, columns, service, closedPupils(attendees, period), settings.rounding);
    const figures = figuresOf(
      pupils.map(({ average }) => (average === undefined ? undefined : ofFraction(average.exact))),
      1,
    );
    return {
      today,
      row,
      period,
      pupils: [...pupils],
      evaluations: columns.map((evaluation) => gridEvaluation(evaluation, pupilIds, now, settings.rounding)),
      ...(figures === undefined ? {} : { figures: figuresView(figures, settings.rounding) }),
    };
  },
});
