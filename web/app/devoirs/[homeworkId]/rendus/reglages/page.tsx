import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { PlanForm } from '@/features/homework/corrections/plan-form.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

interface PlanPageProps {
  readonly params: Promise<{ readonly homeworkId: string }>;
}

const PlanPage = async ({ params }: PlanPageProps) => {
  const visit = await openVisit();
  const id = HomeworkId.safeParse((await params).homeworkId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const homeworkId = id.data;
  const answer = await load(handInOperations.listHandIns, { path: { homeworkId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  return (
    <Shell visit={visit} current="homework">
      <Page title="Régler la remise">
        <PlanForm homeworkId={homeworkId} plan={answer.output.plan} />
        <p>
          <Anchor href={`/devoirs/${homeworkId}/rendus`}>Revenir aux travaux remis</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default PlanPage;
