import type { SeenMark } from '@preau/shared/assessment/marks-views.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { shortDate } from '@/lib/dates.ts';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 36;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 30;
const STEPS = [0, 5, 10, 15, 20];

interface Point {
  readonly key: string;
  readonly label: string;
  readonly date: string;
  readonly text: string;
  /** Out of twenty, to place it only. */
  readonly height: number;
}

const pointsOf = (marks: readonly SeenMark[]): readonly Point[] =>
  marks.toReversed().flatMap(({ evaluationId, terms, given }) =>
    given !== undefined && 'mark' in given
      ? [
          {
            key: evaluationId,
            label: terms.title,
            date: shortDate(terms.date),
            text: `${frenchDecimal(given.mark)}/${frenchDecimal(terms.scale)}`,
            height: (Number(given.mark) * 20) / Number(terms.scale),
          },
        ]
      : [],
  );

const yOf = (height: number): number => Math.round(TOP + ((20 - height) / 20) * (HEIGHT - TOP - BOTTOM));

/** Marks one after the other, drawn and listed: the drawing says nothing that its list does not. */
export const Trend = ({ marks, title }: { readonly marks: readonly SeenMark[]; readonly title: string }) => {
  const points = pointsOf(marks);
  if (points.length < 2) return null;
  const xOf = (index: number): number => Math.round(LEFT + 20 + (index / (points.length - 1)) * (WIDTH - LEFT - RIGHT - 40));
  return (
    <figure className="card p-4 sm:p-5">
      <figcaption className="text-xl font-bold">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}, aussi donnée dans la liste qui suit`}
        className="mt-3 w-full"
      >
        {STEPS.map((step) => (
          <g key={step}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(step)} y2={yOf(step)} stroke="var(--color-line)" strokeWidth={step === 10 ? 2 : 1} />
            <text x={LEFT - 8} y={yOf(step) + 5} textAnchor="end" fontSize="14" fill="var(--color-soft)">
              {step}
            </text>
          </g>
        ))}
        <polyline
          points={points.map(({ height }, index) => `${xOf(index)},${yOf(height)}`).join(' ')}
          fill="none"
          stroke="var(--color-primary)"
          strokeWidth="3"
          strokeLinejoin="round"
        />
        {points.map(({ key, date, height }, index) => (
          <g key={key}>
            <circle cx={xOf(index)} cy={yOf(height)} r="6" fill="var(--color-primary)" stroke="var(--color-surface)" strokeWidth="2" />
            {points.length > 8 && index % 2 === 1 ? null : (
              <text x={xOf(index)} y={HEIGHT - 8} textAnchor="middle" fontSize="13" fill="var(--color-soft)">
                {date.replace(/^\S+ /u, '')}
              </text>
            )}
          </g>
        ))}
      </svg>
      <table className="mt-3 w-full text-[0.9375rem]">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="text-soft">
            <th scope="col" className="py-1 pe-3 text-start font-semibold">
              Date
            </th>
            <th scope="col" className="py-1 pe-3 text-start font-semibold">
              Évaluation
            </th>
            <th scope="col" className="py-1 text-end font-semibold">
              Note
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ key, date, label, text }) => (
            <tr key={key} className="border-t border-line">
              <td className="py-1.5 pe-3 whitespace-nowrap">{date}</td>
              <th scope="row" className="py-1.5 pe-3 text-start font-normal wrap-anywhere">
                {label}
              </th>
              <td className="py-1.5 text-end font-semibold tabular-nums">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
