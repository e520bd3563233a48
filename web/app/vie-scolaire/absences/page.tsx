import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { ToDecide } from '@/features/attendance/office/to-decide.tsx';
import { OFFICE_DONE } from '@/features/attendance/office/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Justificatifs à décider';

const ToDecidePage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const after = textOf(search['apres']);
  const answer = await load(attendanceOperations.listToDecide, {
    path: { schoolId: schoolOf(visit).schoolId },
    query: after === undefined ? {} : { after },
  });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="decide" />;
  const { days, next } = answer.output;
  return (
    <Shell visit={visit} current="decide">
      <FormsTab title={TITLE}>
        <Page title={TITLE} wide lead="Les plus anciens d’abord. La famille lit votre réponse.">
          <Outcome search={search} said={OFFICE_DONE} />
          {days.length === 0 ? <Empty>Aucun justificatif n’attend de réponse.</Empty> : <ToDecide days={days} />}
          {next === undefined ? null : (
            <Anchor href={`/vie-scolaire/absences?${new URLSearchParams({ apres: next }).toString()}`} className="btn btn-quiet self-start">
              Page suivante
            </Anchor>
          )}
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default ToDecidePage;
