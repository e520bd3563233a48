import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { joinedFrom } from '@/features/files/joined.ts';
import { CommonForm } from '@/features/homework/corrections/common-form.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

interface CommonPageProps {
  readonly params: Promise<{ readonly homeworkId: string }>;
  readonly searchParams: Search;
}

const CommonPage = async ({ params, searchParams }: CommonPageProps) => {
  const visit = await openVisit();
  const id = HomeworkId.safeParse((await params).homeworkId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const homeworkId = id.data;
  const answer = await load(handInOperations.listHandIns, { path: { homeworkId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { plan } = answer.output;
  const brought = await joinedFrom(await searchParams, 5);
  const joined = brought.length > 0 ? brought : (plan.common?.files ?? []).map((file) => ({ ...file, status: 'clean' as const }));
  return (
    <Shell visit={visit} current="homework">
      <Page
        title="Correction commune"
        lead="Chaque élève la lira quand les corrections seront rendues, qu’il ait remis son travail ou non."
      >
        <CommonForm homeworkId={homeworkId} plan={plan} joined={joined} />
        <p>
          <Anchor href={`/devoirs/${homeworkId}/rendus`}>Revenir aux travaux remis</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default CommonPage;
