import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { yearOfPeriod } from '@preau/shared/assessment/periods.ts';
import { mayReadEvaluation, readsMarksOf } from '@preau/shared/assessment/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { closedPupils, listAttendees, loadEvaluation } from './desk.ts';
import { gridEvaluation, gridPupils } from './grid-views.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import { serviceRow } from './service-rows.ts';
import type { AssessmentServices } from './services.ts';

/** One column of the grid. */
export const readEvaluation = bind<AssessmentServices>()(marksOperations.readEvaluation, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: mayReadEvaluation,
  async run({ actor, subject: { service, evaluation }, services, now }) {
    const today = localDateOf(now);
    const [row, everybody, { settings }] = await Promise.all([
      serviceRow(actor, service, today, services, yearOfPeriod(evaluation.period)),
      listAttendees(service, today, services),
      marksSettingsOf(service.schoolId, services),
    ]);
    const period = row.periods.find(({ key }) => key === evaluation.period);
    if (period === undefined) return refuse('assessment.period-unknown');
    const attendees = everybody.filter(({ classId }) => readsMarksOf(actor, service, classId));
    return {
      today,
      row,
      period,
      pupils: [...gridPupils(attendees, [evaluation], service, closedPupils(attendees, period), settings.rounding)],
      evaluation: gridEvaluation(
        evaluation,
        attendees.map(({ pupilId }) => pupilId),
        now,
        settings.rounding,
      ),
    };
  },
});
