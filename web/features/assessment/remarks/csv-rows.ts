import type { CsvRemark } from '@preau/shared/assessment/remarks-csv.ts';
import type { GridView } from '@preau/shared/assessment/remarks-api.ts';

/** The rows of a grid as its file has them, classes first, in the order of `rowsOf`. */
export const csvRowsOf = ({ classes, pupils }: Pick<GridView, 'classes' | 'pupils'>): readonly CsvRemark[] => [
  ...classes.map((row) => ({ ...row, isClass: true })),
  ...pupils.map((row) => ({ ...row, isClass: false })),
];
