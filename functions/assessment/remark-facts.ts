import { averageOf, averageView, figuresOf, figuresView } from '@preau/shared/assessment/figures.ts';
import type { FiguresView } from '@preau/shared/assessment/marks-views.ts';
import { positionOfAverage } from '@preau/shared/assessment/position.ts';
import type { Rational } from '@preau/shared/assessment/rational.ts';
import type { AutomaticPosition, RemarkRow } from '@preau/shared/assessment/remarks-api.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { Evaluation, Service } from '@preau/shared/assessment/schema.ts';
import { positionOfLevels } from '@preau/shared/assessment/skills.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { AssessmentServices } from './services.ts';

/** What is computed of one pupil in a service and period, beside what his teacher decides. */
type ComputedFacts = Pick<RemarkRow, 'average' | 'automatic'>;

const automaticOf = (average: Rational | undefined, levels: readonly number[]): AutomaticPosition | undefined => {
  if (average !== undefined) return { from: 'average', position: positionOfAverage(average) };
  const found = positionOfLevels(levels);
  return found === undefined ? undefined : { from: 'levels', ...found };
};

/** What counts: published and not taken back, as report cards will say it. */
const isCounted = ({ publication, withdrawn }: Evaluation): boolean => publication !== undefined && withdrawn === undefined;

/** By pupil, and the figures of several. */
export interface RemarkFacts {
  readonly of: (pupilId: PersonId) => ComputedFacts;
  readonly figuresFor: (pupilIds: readonly PersonId[]) => FiguresView | undefined;
}

/** Averages and positions of a service and period as its remarks are written. */
export const loadRemarkFacts = async (
  service: Service,
  period: PeriodKey,
  { store }: Pick<AssessmentServices, 'store'>,
): Promise<RemarkFacts> => {
  const [all, { settings }] = await Promise.all([
    store.listEvaluations(service.serviceId, period),
    marksSettingsOf(service.schoolId, { store }),
  ]);
  const counted = all.filter(isCounted);
  const averageFor = (pupilId: PersonId): Rational | undefined =>
    averageOf(
      counted.map(({ evaluationId, terms, cells }) => ({ evaluationId, terms, value: cells[pupilId] ?? {} })),
      service.settings.subSubjects,
    );
  return {
    of: (pupilId) => {
      const average = averageFor(pupilId);
      const automatic = automaticOf(
        average,
        counted.flatMap(({ cells }) => Object.values(cells[pupilId]?.levels ?? {})),
      );
      return {
        ...(average === undefined ? {} : { average: averageView(average, settings.rounding) }),
        ...(automatic === undefined ? {} : { automatic }),
      };
    },
    figuresFor: (pupilIds) => {
      const figures = figuresOf(pupilIds.map(averageFor), 1);
      return figures === undefined ? undefined : figuresView(figures, settings.rounding);
    },
  };
};
