import type { ReactNode } from 'react';
import type { GivenRow } from '@preau/shared/homework/views.ts';
import { capital, relativeDate } from '@/lib/dates.ts';
import { Empty, Section } from '@/ui/card.tsx';
import { GivenCard } from './given-row.tsx';

interface GivenListProps {
  readonly rows: readonly GivenRow[];
  readonly today: string;
  readonly empty: string;
  /** What is said of a day beside its name. */
  readonly aside?: (date: string) => ReactNode;
}

const Cards = ({ rows, today }: Pick<GivenListProps, 'rows' | 'today'>) => (
  <ul className="flex flex-col gap-3">
    {rows.map((row) => (
      <GivenCard key={row.homeworkId} row={row} today={today} />
    ))}
  </ul>
);

/** Drafts first, then what is to come by due day, then what is past. */
export const GivenList = ({ rows, today, empty, aside }: GivenListProps) => {
  const drafts = rows.filter((row) => row.status === 'draft');
  const given = rows.filter((row) => row.status !== 'draft');
  const coming = given.filter((row) => row.dueOn >= today);
  const past = given.filter((row) => row.dueOn < today);
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      {drafts.length === 0 ? null : (
        <Section id="brouillons" title="Brouillons">
          <Cards rows={drafts} today={today} />
        </Section>
      )}
      {[...new Set(coming.map((row) => row.dueOn))].map((date) => (
        <Section key={date} id={`jour-${date}`} title={`Pour ${relativeDate(date, today)}`} aside={aside?.(date)}>
          <Cards rows={coming.filter((row) => row.dueOn === date)} today={today} />
        </Section>
      ))}
      {past.length === 0 ? null : (
        <details>
          <summary className="btn btn-quiet inline-flex">{capital(`travaux passés (${past.length})`)}</summary>
          <div className="mt-4">
            <Cards rows={past.toReversed()} today={today} />
          </div>
        </details>
      )}
    </>
  );
};
