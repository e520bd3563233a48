import type { GridView } from '@preau/shared/assessment/remarks-api.ts';
import { rowsOf } from './fields.ts';
import { averageWords } from './remark-words.ts';

/** The remarks as whoever follows the class reads them. */
export const ReadRemarks = ({ grid }: { readonly grid: GridView }) => (
  <ul className="flex flex-col gap-3">
    {rowsOf(grid).map((row) => (
      <li key={row.about} className="card flex flex-col gap-2 p-4">
        <h2 className="text-lg">{row.name}</h2>
        <p className="text-soft">{averageWords(row)}</p>
        <p className="whitespace-pre-line">{(row.remark?.text ?? '') === '' ? 'Pas encore d’appréciation.' : row.remark?.text}</p>
      </li>
    ))}
  </ul>
);
