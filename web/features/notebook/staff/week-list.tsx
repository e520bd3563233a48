import { capital, interval, relativeDate } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import type { Day, Entry } from './week.ts';
import { audienceOf, stateOf, unwrittenState } from './words.ts';

interface RowProps {
  readonly entry: Entry;
  readonly now: string;
}

const Row = ({ entry, now }: RowProps) => {
  const what = entry.kind === 'record' ? entry.record : entry.lesson;
  const state = entry.kind === 'record' ? stateOf(entry.record, now) : unwrittenState(entry.lesson);
  const id = entry.kind === 'record' ? entry.record.recordId : entry.lesson.lessonId;
  const title = entry.kind === 'record' ? entry.record.title : '';
  const hours = what.start === undefined || what.end === undefined ? 'Sans cours' : interval(what.start, what.end);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <span className="w-full text-soft tabular-nums sm:w-40">{hours}</span>
      <span className="flex min-w-40 flex-1 flex-col wrap-anywhere">
        <span className="font-semibold">{`${audienceOf(what)} · ${what.subject}`}</span>
        {title === '' ? null : <span className="text-soft">{title}</span>}
      </span>
      <Status tone={state.tone} icon={state.icon}>
        {state.words}
      </Status>
      <Anchor href={`/cahier/${id}`} className="btn btn-quiet">
        {entry.kind === 'record' ? 'Ouvrir' : 'Écrire'}
        <span className="sr-only">{` : ${audienceOf(what)}, ${what.subject}, ${hours}`}</span>
      </Anchor>
    </li>
  );
};

interface WeekListProps {
  readonly days: readonly Day[];
  readonly today: string;
  readonly now: string;
}

/** A teacher's week: each lesson, what is written of it, and the way to write it. */
export const WeekList = ({ days, today, now }: WeekListProps) =>
  days.map(({ date, entries }) => (
    <Section key={date} id={`jour-${date}`} title={capital(relativeDate(date, today))}>
      <ol className="card flex flex-col divide-y divide-line px-4 sm:px-5">
        {entries.map((entry) => (
          <Row key={entry.kind === 'record' ? entry.record.recordId : entry.lesson.lessonId} entry={entry} now={now} />
        ))}
      </ol>
    </Section>
  ));
