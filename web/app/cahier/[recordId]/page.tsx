import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { RecordKey } from '@preau/shared/notebook/schema.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { LessonNews } from '@/features/notebook/record-content.tsx';
import { RecordRead, RecordStaff } from '@/features/notebook/staff/record-page.tsx';
import { audienceOf, NOTEBOOK_SAID, readersSee, stateOf } from '@/features/notebook/staff/words.ts';
import { notebookTexts } from '@/features/notebook/texts.ts';
import { capital, interval, longDate } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { oneOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';
import { Status } from '@/ui/status.tsx';

interface RecordPageProps {
  readonly params: Promise<{ readonly recordId: string }>;
  readonly searchParams: Search;
}

const RecordPage = async ({ params, searchParams }: RecordPageProps) => {
  const visit = await openVisit();
  const id = RecordKey.safeParse((await params).recordId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const answer = await load(notebookOperations.readRecord, { path: { recordId: id.data } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const search = await searchParams;
  const language = await pageLanguage();
  const texts = notebookTexts(language);
  const record = answer.output;
  const title = `${audienceOf(record)} · ${record.subject}`;
  const hours = record.start === undefined || record.end === undefined ? [] : [interval(record.start, record.end, language)];
  const now = new Date().toISOString();
  const state = stateOf(record, now);
  return (
    <Shell visit={visit} current="homework">
      <FormsTab title={`${title} · ${longDate(record.date, language)}`}>
        <Page title={title} lead={[capital(longDate(record.date, language)), ...hours, ...record.teachers].join(' · ')}>
          <Outcome search={search} said={NOTEBOOK_SAID} />
          {oneOf(search['erreur'], ['fichier']) === undefined ? null : (
            <Notice tone="refused" live="alert">
              {texts.fileMissing}
            </Notice>
          )}
          {record.backstage === undefined ? null : (
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Status tone={state.tone} icon={state.icon}>
                {state.words}
              </Status>
              {readersSee(record, now)}
            </p>
          )}
          <LessonNews flag={record.flag} texts={texts} language={language} />
          {visit.person.kind === 'staff' ? (
            <RecordStaff record={record} visit={visit} search={search} />
          ) : (
            <RecordRead record={record} language={language} />
          )}
          <p>
            <Anchor href={visit.role === 'teacher' ? `/cahier?semaine=${record.date}` : `/cahier?jour=${record.date}`}>{texts.back}</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default RecordPage;
