import type { GridCell, GridEvaluation } from '@preau/shared/assessment/marks-views.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import type { CellValue } from '@preau/shared/assessment/schema.ts';
import { shortDate } from '@/lib/dates.ts';
import { evaluationAddress } from '../addresses.ts';
import { stateWords } from '../words.ts';
import type { GridColumn } from './state.ts';

export const valueOf = ({ given, levels, comment }: Omit<GridCell, 'pupilId'>): CellValue => ({
  ...(given === undefined ? {} : { given }),
  ...(levels === undefined ? {} : { levels }),
  ...(comment === undefined ? {} : { comment }),
});

/** One evaluation as the grid shows it. */
export const columnOf = (evaluation: GridEvaluation, mayEnter: boolean): GridColumn => {
  const { evaluationId, terms, version, cells, status } = evaluation;
  return {
    evaluationId,
    title: terms.title,
    href: evaluationAddress(evaluationId),
    detail: `${shortDate(terms.date)} · coef. ${frenchDecimal(terms.coefficient)}${terms.mock ? ' · épreuve blanche' : ''}`,
    state: stateWords(status),
    scale: terms.scale,
    editable: mayEnter && status !== 'withdrawn',
    version,
    cells: Object.fromEntries(cells.map((cell) => [cell.pupilId, valueOf(cell)])),
  };
};
