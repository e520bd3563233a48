import type { CsvEvaluation } from '@preau/shared/assessment/marks-csv.ts';
import type { GridEvaluation } from '@preau/shared/assessment/marks-views.ts';

/** The columns of a grid that a spreadsheet holds: not those taken back. */
export const sheetColumns = (evaluations: readonly GridEvaluation[]): readonly GridEvaluation[] =>
  evaluations.filter(({ status }) => status !== 'withdrawn');

/** `2026-11-12` is `12/11/2026`. */
const writtenDate = (date: string): string => date.split('-').toReversed().join('/');

export const csvColumnOf = ({ terms: { title, date, scale } }: GridEvaluation): CsvEvaluation => ({
  title,
  date: writtenDate(date),
  scale,
});
