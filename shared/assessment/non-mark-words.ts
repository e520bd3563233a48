import type { NonMark } from './mark.ts';

/** Each reason why there is no mark: as it stands in a grid, where it can be typed again, and as it is told. */
export const NON_MARK_WORDS: Readonly<Record<NonMark, { readonly short: string; readonly label: string }>> = {
  absent: { short: 'Abs', label: 'Absent' },
  exempt: { short: 'Disp', label: 'Dispensé' },
  notGraded: { short: 'N.Not', label: 'Non noté' },
  unfit: { short: 'Inap', label: 'Inapte' },
  notSubmitted: { short: 'N.Rdu', label: 'Non rendu' },
  absentZero: { short: 'Abs0', label: 'Absent, compté zéro' },
  notSubmittedZero: { short: 'N.Rdu0', label: 'Non rendu, compté zéro' },
};
