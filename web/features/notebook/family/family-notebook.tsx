import type { Language } from '@preau/shared/directory/schema.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import type { RecordView } from '@preau/shared/notebook/views.ts';
import { ChildTabs } from '@/features/directory/child-tabs.tsx';
import { findFamily } from '@/features/directory/family.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Visit } from '@/features/identity/shell/visit.ts';
import { capital, interval, isDate, longDate, relativeDate, shiftDate, today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { StepLinks } from '@/ui/step-links.tsx';
import { notebookAt } from '../addresses.ts';
import { Addenda, LessonNews, WrittenContent } from '../record-content.tsx';
import { notebookTexts, type NotebookTexts } from '../texts.ts';

interface LessonProps {
  readonly record: RecordView;
  readonly texts: NotebookTexts;
  readonly language: Language;
}

const Lesson = ({ record, texts, language }: LessonProps) => (
  <article aria-labelledby={record.recordId} className="card flex flex-col gap-3 p-4 sm:p-5">
    <div>
      <h2 id={record.recordId} className="text-xl">
        {record.subject}
      </h2>
      <p className="text-soft">
        {[
          ...(record.start === undefined || record.end === undefined ? [] : [interval(record.start, record.end, language)]),
          ...record.teachers,
        ].join(' · ')}
      </p>
    </div>
    <LessonNews flag={record.flag} texts={texts} language={language} />
    <WrittenContent recordId={record.recordId} written={record} texts={texts} />
    <Addenda addenda={record.addenda} texts={texts} language={language} />
  </article>
);

interface FamilyNotebookProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
  readonly language: Language;
}

/** What was done in class on one day, for the pupil, his guardians and whoever accompanies him. */
export const FamilyNotebook = async ({ visit, search, language }: FamilyNotebookProps) => {
  const texts = notebookTexts(language);
  const now = today();
  const asked = textOf(search['jour']);
  const date = isDate(asked) ? asked : now;
  const accompanied = visit.person.kind === 'staff' ? PersonId.safeParse(textOf(search['enfant'])).data : undefined;
  const found =
    accompanied === undefined
      ? await findFamily(visit, textOf(search['enfant']))
      : ({ ok: true, family: { pupils: [], pupilId: accompanied } } as const);
  if (!found.ok) return <RefusedPage visit={visit} refusal={found.refusal} current="homework" />;
  const { pupils, pupilId } = found.family;
  const answer =
    pupilId === undefined ? undefined : await load(notebookOperations.listRecords, { query: { from: date, until: date, pupilId } });
  if (answer !== undefined && !answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const addressOf = (jour: string, enfant: string | undefined = visit.role === 'pupil' ? undefined : pupilId) =>
    notebookAt({ enfant, jour });
  return (
    <Shell visit={visit} current="homework">
      <Tab title={`${texts.title} · ${longDate(date, language)}`} />
      <Page title={texts.title}>
        {pupils.length === 0 ? null : (
          <ChildTabs label={texts.myChildren} pupils={pupils} chosen={pupilId ?? ''} hrefOf={(one) => addressOf(date, one)} />
        )}
        <StepLinks
          label={texts.day}
          title={capital(relativeDate(date, now, language))}
          before={{ href: addressOf(shiftDate(date, -1)), label: texts.before }}
          after={{ href: addressOf(shiftDate(date, 1)), label: texts.after }}
        />
        {answer === undefined ? <Empty>{texts.noChild}</Empty> : null}
        {answer?.output.records.length === 0 ? <Empty>{texts.none}</Empty> : null}
        {answer?.output.records.map((record) => (
          <Lesson key={record.recordId} record={record} texts={texts} language={language} />
        ))}
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {date === now ? null : <Anchor href={addressOf(now)}>{texts.today}</Anchor>}
          <Anchor href={visit.role === 'pupil' || pupilId === undefined ? '/devoirs' : `/devoirs?enfant=${pupilId}`}>
            {texts.homework}
          </Anchor>
        </p>
      </Page>
    </Shell>
  );
};
