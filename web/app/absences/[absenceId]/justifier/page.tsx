import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { AbsenceId, FileId } from '@preau/shared/kernel/ids.ts';
import { awaitsAnotherAnswer, awaitsReader, lastRefusal } from '@/features/attendance/awaits.ts';
import { Documents, MOST_FILES } from '@/features/attendance/family/documents.tsx';
import { JustifyForm } from '@/features/attendance/family/justify-form.tsx';
import { familyTexts, ownTexts } from '@/features/attendance/family/texts.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { longDate } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { allOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface JustifyPageProps {
  readonly params: Promise<{ readonly absenceId: string }>;
  readonly searchParams: Search;
}

const JustifyPage = async ({ params, searchParams }: JustifyPageProps) => {
  const visit = await openVisit();
  const id = AbsenceId.safeParse((await params).absenceId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="absences" />;
  const absenceId = id.data;
  const files = allOf((await searchParams)['fichier'])
    .flatMap((text) => FileId.safeParse(text).data ?? [])
    .slice(0, MOST_FILES);
  const answer = await load(attendanceOperations.readDay, { path: { absenceId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="absences" />;
  const day = answer.output;
  const language = await pageLanguage();
  const texts = visit.role === 'pupil' ? ownTexts(familyTexts(language)) : familyTexts(language);
  const refusedBecause = lastRefusal(day);
  const tab = `${texts.formTitle} · ${day.firstName}`;
  return (
    <Shell visit={visit} current="absences">
      <Page title={texts.formTitle} lead={`${day.firstName}, ${longDate(day.date, language)}`}>
        {awaitsReader(day) ? (
          <>
            {awaitsAnotherAnswer(day) ? (
              <Notice tone="info">
                <p>{texts.wasRefused}</p>
                {refusedBecause === undefined ? null : <p>{`« ${refusedBecause} »`}</p>}
              </Notice>
            ) : null}
            <Card className="p-4 sm:p-6">
              <Section id="document" title={texts.fileTitle}>
                <Documents absenceId={absenceId} files={files} texts={texts} />
              </Section>
            </Card>
            <JustifyForm day={day} requestId={crypto.randomUUID()} texts={texts} language={language} tab={tab} />
          </>
        ) : (
          <>
            <Tab title={tab} />
            <Notice tone="info">{texts.mayNot}</Notice>
          </>
        )}
        <p>
          <Anchor href={`/absences/${absenceId}`}>{texts.detail}</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default JustifyPage;
