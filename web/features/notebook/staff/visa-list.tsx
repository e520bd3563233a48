import { capital, interval, relativeDate } from '@/lib/dates.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { Addenda, LessonNews, WrittenContent } from '../record-content.tsx';
import { notebookTexts } from '../texts.ts';
import { grantVisa } from './actions.ts';
import type { Day, Entry } from './week.ts';
import { audienceOf, stateOf, unwrittenState } from './words.ts';

interface RowProps {
  readonly entry: Entry;
  readonly now: string;
}

const titleOf = (entry: Entry): string => {
  const what = entry.kind === 'record' ? entry.record : entry.lesson;
  const hours = what.start === undefined || what.end === undefined ? [] : [interval(what.start, what.end)];
  return [...hours, audienceOf(what), what.subject, ...what.teachers].join(' · ');
};

const Row = ({ entry, now }: RowProps) => {
  if (entry.kind === 'lesson') {
    const state = unwrittenState(entry.lesson);
    return (
      <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-line px-4 py-3 text-soft">
        {titleOf(entry)}
        <Status tone="plain" icon={state.icon}>
          {entry.lesson.cancelled ? state.words : 'Rien de publié'}
        </Status>
      </li>
    );
  }
  const { record } = entry;
  const state = stateOf(record, now);
  const texts = notebookTexts('fr');
  return (
    <li className="card flex flex-col gap-3 p-4 sm:p-5">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="font-semibold">{titleOf(entry)}</span>
        {record.backstage === undefined ? null : (
          <Status tone={state.tone} icon={state.icon}>
            {state.words}
          </Status>
        )}
      </p>
      <LessonNews flag={record.flag} texts={texts} language="fr" />
      <WrittenContent recordId={record.recordId} written={record} texts={texts} />
      <Addenda addenda={record.addenda} texts={texts} language="fr" />
      <p className="flex flex-wrap items-center gap-4">
        {record.may.visa ? (
          <label className="choice">
            <input type="checkbox" name="records" value={`${record.recordId} ${record.backstage?.revision ?? 0}`} defaultChecked />
            Viser
            <span className="sr-only">{` : ${titleOf(entry)}`}</span>
          </label>
        ) : null}
        <Anchor href={`/cahier/${record.recordId}`}>
          Ouvrir
          <span className="sr-only">{` : ${titleOf(entry)}`}</span>
        </Anchor>
      </p>
    </li>
  );
};

interface VisaListProps {
  readonly days: readonly Day[];
  readonly today: string;
  readonly now: string;
  readonly schoolId: string;
  readonly back: string;
}

/** A week of a class or of a teacher as its readers see it, with the head's visa where it is his to give. */
export const VisaList = ({ days, today, now, schoolId, back }: VisaListProps) => {
  const mayVisa = days.some(({ entries }) => entries.some((entry) => entry.kind === 'record' && entry.record.may.visa));
  const list = days.map(({ date, entries }) => (
    <Section key={date} id={`jour-${date}`} title={capital(relativeDate(date, today))}>
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <Row key={entry.kind === 'record' ? entry.record.recordId : entry.lesson.lessonId} entry={entry} now={now} />
        ))}
      </ol>
    </Section>
  ));
  if (!mayVisa) return list;
  return (
    <ActionForm id="visa" action={grantVisa} faultTitle="Le visa n’est pas donné" className="flex flex-col gap-6">
      <input type="hidden" name="schoolId" value={schoolId} />
      <input type="hidden" name="back" value={back} />
      {list}
      <button type="submit" className="btn btn-primary self-start">
        Viser les séances cochées
      </button>
    </ActionForm>
  );
};
