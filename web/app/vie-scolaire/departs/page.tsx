import { directoryOperations } from '@preau/shared/directory/api.ts';
import { DetachedList } from '@/features/directory/detached-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Départs';

const DetachedPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const after = textOf((await searchParams)['apres']);
  const answer = await load(directoryOperations.listDetached, {
    path: { schoolId: schoolOf(visit).schoolId },
    query: after === undefined ? {} : { after },
  });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="families" />;
  const { people, next } = answer.output;
  return (
    <Shell visit={visit} current="families">
      <Tab title={TITLE} />
      <Page
        title={TITLE}
        wide
        lead="Ces personnes ne sont plus dans l’annuaire académique. Elles ne peuvent plus se connecter ; leur fiche s’efface à la date dite."
      >
        {people.length === 0 ? <Empty>Personne n’a quitté l’annuaire de l’établissement.</Empty> : <DetachedList people={people} />}
        {people.length === 0 ? null : (
          <p>Un départ vous surprend ? Faites corriger la fiche dans l’annuaire académique : la personne revient avec l’import suivant.</p>
        )}
        {next === undefined ? null : (
          <Anchor href={`/vie-scolaire/departs?${new URLSearchParams({ apres: next }).toString()}`} className="btn btn-quiet self-start">
            Page suivante
          </Anchor>
        )}
        <p>
          <Anchor href="/vie-scolaire/eleves">Élèves de l’établissement</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default DetachedPage;
