import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { joinedFrom } from '@/features/files/joined.ts';
import { CorrectForm } from '@/features/homework/corrections/correct-form.tsx';
import { HandInReceipt } from '@/features/homework/hand-in/receipt.tsx';
import { handInTexts, pointsWords } from '@/features/homework/hand-in/texts.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Page } from '@/ui/page.tsx';

interface CorrectPageProps {
  readonly params: Promise<{ readonly homeworkId: string; readonly pupilId: string }>;
  readonly searchParams: Search;
}

const CorrectPage = async ({ params, searchParams }: CorrectPageProps) => {
  const visit = await openVisit();
  const named = await params;
  const homeworkId = HomeworkId.safeParse(named.homeworkId).data;
  const pupilId = PersonId.safeParse(named.pupilId).data;
  if (homeworkId === undefined || pupilId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const path = { homeworkId, pupilId };
  const [read, corrected] = await Promise.all([
    load(handInOperations.readHandIn, { path }),
    load(handInOperations.readCorrection, { path }),
  ]);
  if (!read.ok) return <RefusedPage visit={visit} refusal={read.refusal} current="homework" />;
  if (!corrected.ok) return <RefusedPage visit={visit} refusal={corrected.refusal} current="homework" />;
  const view = read.output;
  const { correction } = corrected.output;
  const texts = handInTexts('fr');
  const brought = await joinedFrom(await searchParams, 5);
  const joined = brought.length > 0 ? brought : (correction?.files ?? []).map((file) => ({ ...file, status: 'clean' as const }));
  const names = view.handIn?.members.map(({ name }) => name).join(', ');
  return (
    <Shell visit={visit} current="homework">
      <FormsTab title="Corriger un travail">
        <Page title="Corriger un travail" {...(names === undefined ? {} : { lead: names })}>
          <Section id="remis" title="Travail remis">
            <div className="card flex flex-col gap-4 p-4 sm:p-6">
              <HandInReceipt homeworkId={homeworkId} view={view} texts={texts} language="fr" />
              {view.quizResult === undefined ? null : (
                <p className="font-bold">
                  {`Questionnaire : ${texts.score(pointsWords(view.quizResult.score), pointsWords(view.quizResult.outOf))}`}
                </p>
              )}
            </div>
          </Section>
          {view.handIn === undefined ? null : (
            <Section id="correction" title="Correction">
              <CorrectForm homeworkId={homeworkId} view={view} correction={correction} joined={joined} />
            </Section>
          )}
          <p>
            <Anchor href={`/devoirs/${homeworkId}/rendus`}>Revenir aux travaux remis</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default CorrectPage;
