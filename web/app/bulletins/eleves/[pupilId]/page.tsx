import { notFound } from 'next/navigation';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { CardList } from '@/features/reports/card-list.tsx';
import { ofName } from '@/lib/french.ts';
import { load } from '@/lib/session.ts';
import { Page, Tab } from '@/ui/page.tsx';

/** Everything that a pupil has received, from school to school. */
const PupilCardsPage = async ({ params }: { readonly params: Promise<{ readonly pupilId: string }> }) => {
  const visit = await openVisit();
  const pupilId = PersonId.safeParse((await params).pupilId).data ?? notFound();
  const answer = await load(reportsOperations.listPupilCards, { path: { pupilId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { firstName, lastName, cards } = answer.output;
  return (
    <Shell visit={visit}>
      <Tab title="Bulletins d’un élève" />
      <Page title={`Bulletins ${ofName(`${firstName} ${lastName}`)}`} lead="Ceux de ses anciens établissements compris.">
        <CardList pupilId={pupilId} cards={cards} now={new Date().toISOString()} openAll />
      </Page>
    </Shell>
  );
};

export default PupilCardsPage;
