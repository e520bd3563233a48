import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { catchUpOperations } from '@preau/shared/homework/catch-up-api.ts';
import { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { DueDetail } from '@/features/homework/family/due-detail.tsx';
import { AwayPupils } from '@/features/homework/staff/away-pupils.tsx';
import { HandInSection } from '@/features/homework/hand-in/hand-in-section.tsx';
import { handInTexts } from '@/features/homework/hand-in/texts.ts';
import { GivenDetail } from '@/features/homework/staff/given-detail.tsx';
import { STAFF_SAID } from '@/features/homework/staff/words.ts';
import { homeworkTexts } from '@/features/homework/texts.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { oneOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

interface WorkPageProps {
  readonly params: Promise<{ readonly homeworkId: string }>;
  readonly searchParams: Search;
}

const WorkPage = async ({ params, searchParams }: WorkPageProps) => {
  const visit = await openVisit();
  const id = HomeworkId.safeParse((await params).homeworkId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const answer = await load(homeworkOperations.readWork, { path: { homeworkId: id.data } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const search = await searchParams;
  const language = await pageLanguage();
  const texts = homeworkTexts(language);
  const { output } = answer;
  const isGiver = output.as === 'staff' && output.row.mine && output.row.status === 'published';
  const away = isGiver ? await load(catchUpOperations.listAway, { path: { homeworkId: id.data } }) : undefined;
  const wrong = oneOf(search['erreur'], ['coche', 'fichier']);
  return (
    <Shell visit={visit} current="homework">
      <FormsTab title={`${output.row.subject} · ${texts.title}`}>
        <Page title={output.row.subject}>
          <Outcome search={search} said={{ ...texts.said, ...handInTexts(language).said, ...STAFF_SAID }} />
          {wrong === undefined ? null : (
            <Notice tone="refused" live="alert">
              {wrong === 'coche' ? texts.refused : texts.fileMissing}
            </Notice>
          )}
          {output.as === 'staff' ? (
            <>
              <GivenDetail row={output.row} pupils={output.pupils} />
              {away?.ok === true ? <AwayPupils homeworkId={id.data} pupils={away.output.pupils} /> : null}
            </>
          ) : (
            <>
              <DueDetail row={output.row} pupils={output.pupils} mayMarkDone={output.mayMarkDone} texts={texts} language={language} />
              {output.row.kind === 'handIn'
                ? output.pupils.map((pupil) => (
                    <HandInSection
                      key={pupil.pupilId}
                      homeworkId={id.data}
                      pupil={pupil}
                      isOwn={output.mayMarkDone}
                      language={language}
                      search={search}
                    />
                  ))
                : null}
            </>
          )}
          <p>
            <Anchor href="/devoirs">{texts.back}</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default WorkPage;
