import { reportsOperations } from '@preau/shared/reports/api.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { load } from '@/lib/session.ts';
import { Empty, Section } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { CardList } from './card-list.tsx';

/** Each child's cards, or one's own. */
export const FamilyCards = async ({ visit }: { readonly visit: Visit }) => {
  const answer = await load(reportsOperations.listOwnCards, {});
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { pupils } = answer.output;
  const now = new Date().toISOString();
  return (
    <Shell visit={visit}>
      <Tab title="Bulletins" />
      <Page title="Bulletins" lead="Ils restent ici d’une année et d’un établissement à l’autre.">
        {pupils.length === 0 ? <Empty>Aucun élève dont vous recevez les bulletins.</Empty> : null}
        {pupils.map(({ pupilId, firstName, lastName, cards }) => (
          <Section key={pupilId} id={pupilId} title={`${firstName} ${lastName}`}>
            <CardList pupilId={pupilId} cards={cards} now={now} />
          </Section>
        ))}
      </Page>
    </Shell>
  );
};
