import type { ExplainedMean } from '@preau/shared/assessment/explained-mean.ts';
import { WideTable } from '@/ui/wide-table.tsx';

interface ExplainedTableProps {
  readonly mean: ExplainedMean;
  /** What the lines are: « Évaluation », « Matière ». */
  readonly of: string;
  readonly caption: string;
}

const CELL = 'px-3 py-2.5 align-top';

/** A weighted mean, line by line: what was given, what it weighs, what it brings, and why. */
export const ExplainedTable = ({ mean, of, caption }: ExplainedTableProps) => (
  <WideTable label={caption}>
    <table className="w-full min-w-xl border-collapse text-start">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-line text-start">
          {[of, 'Obtenu', 'Sur 20', 'Poids', 'Points'].map((head, index) => (
            <th key={head} scope="col" className={`${CELL} font-semibold ${index === 0 ? 'text-start' : 'text-end'}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mean.lines.map(({ key, label, given, value, effect, weight, points, why }) => (
          <tr key={key} className="border-b border-line last:border-b-0">
            <th scope="row" className={`${CELL} text-start font-normal`}>
              <span className="font-semibold wrap-anywhere">{label}</span>
              <span className={`block text-[0.9375rem] ${effect === 'ignored' ? 'text-amber' : 'text-soft'}`}>{why}</span>
            </th>
            <td className={`${CELL} text-end tabular-nums`}>{given}</td>
            <td className={`${CELL} text-end tabular-nums`}>{value?.text ?? '–'}</td>
            <td className={`${CELL} text-end tabular-nums`}>{effect === 'counted' ? weight.text : '–'}</td>
            <td className={`${CELL} text-end tabular-nums`}>{effect === 'ignored' ? '–' : points.text}</td>
          </tr>
        ))}
      </tbody>
      {mean.average === undefined ? null : (
        <tfoot>
          <tr className="border-t-2 border-line font-semibold">
            <th scope="row" colSpan={3} className={`${CELL} text-start`}>
              Total
            </th>
            <td className={`${CELL} text-end tabular-nums`}>{mean.weight.text}</td>
            <td className={`${CELL} text-end tabular-nums`}>{mean.points.text}</td>
          </tr>
        </tfoot>
      )}
    </table>
  </WideTable>
);
