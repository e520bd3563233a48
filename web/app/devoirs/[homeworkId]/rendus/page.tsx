import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { HandInListRow } from '@/features/homework/corrections/hand-in-row.tsx';
import { ListActions } from '@/features/homework/corrections/list-actions.tsx';
import { CORRECTION_SAID } from '@/features/homework/corrections/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { moment } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

interface HandInsPageProps {
  readonly params: Promise<{ readonly homeworkId: string }>;
  readonly searchParams: Search;
}

const HandInsPage = async ({ params, searchParams }: HandInsPageProps) => {
  const visit = await openVisit();
  const id = HomeworkId.safeParse((await params).homeworkId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const homeworkId = id.data;
  const answer = await load(handInOperations.listHandIns, { path: { homeworkId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { plan, rows, counts } = answer.output;
  const nameOf = new Map(rows.map((row) => [row.pupilId, row.name]));
  return (
    <Shell visit={visit} current="homework">
      <FormsTab title="Travaux remis">
        <Page
          title="Travaux remis"
          wide
          lead={`${counts.handedIn} sur ${counts.expected} remis, ${counts.corrected} ${counts.corrected > 1 ? 'corrigés' : 'corrigé'}. Date limite : ${moment(plan.deadline)}.`}
        >
          <Outcome search={await searchParams} said={CORRECTION_SAID} />
          <ListActions homeworkId={homeworkId} list={answer.output} now={new Date().toISOString()} />
          <Section id="eleves" title="Élèves">
            {rows.length === 0 ? (
              <Empty>Ce travail ne concerne aucun élève aujourd’hui.</Empty>
            ) : (
              <ul className="card flex flex-col">
                {rows.map((row) => (
                  <HandInListRow
                    key={row.pupilId}
                    homeworkId={homeworkId}
                    row={row}
                    outOf={plan.quiz?.reduce((sum, { points }) => sum + points, 0)}
                    leader={row.with === undefined ? undefined : (nameOf.get(row.with) ?? 'son groupe')}
                  />
                ))}
              </ul>
            )}
          </Section>
          <p>
            <Anchor href={`/devoirs/${homeworkId}`}>Revenir au travail</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default HandInsPage;
