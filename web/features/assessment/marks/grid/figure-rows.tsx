import type { CellValue } from '@preau/shared/assessment/schema.ts';
import { columnFigures, type ColumnFigures } from './figures.ts';

const ROWS = [
  ['mean', 'Moyenne'],
  ['median', 'Médiane'],
  ['lowest', 'Plus basse'],
  ['highest', 'Plus haute'],
  ['count', 'Notes'],
] as const satisfies readonly (readonly [keyof ColumnFigures, string])[];

interface FigureRowsProps {
  readonly columns: readonly { readonly evaluationId: string; readonly cells: Readonly<Record<string, CellValue>> }[];
  /** Of the pupils' averages. */
  readonly mean?: string | undefined;
}

/** What the marks of each evaluation give together, as they are entered. */
export const FigureRows = ({ columns, mean = '' }: FigureRowsProps) => {
  const figures = columns.map(({ cells }) => columnFigures(Object.values(cells).map(({ given }) => given)));
  return (
    <tfoot>
      {ROWS.map(([key, label]) => (
        <tr key={key} className="text-soft">
          <th scope="row" className="sticky start-0 z-10 border-t border-line bg-surface px-3 py-1 text-start font-normal">
            {label}
          </th>
          {columns.map(({ evaluationId }, index) => (
            <td key={evaluationId} className="border-t border-line px-2 py-1 text-center tabular-nums">
              {figures[index]?.[key] ?? '–'}
            </td>
          ))}
          <td className="border-t border-line px-2 py-1 text-center">{key === 'mean' ? mean : ''}</td>
        </tr>
      ))}
    </tfoot>
  );
};
