import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { GrantCard } from '@/features/directory/grants/grant-card.tsx';
import { GRANT_WORDS } from '@/features/directory/grants/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Accès donnés pour un temps';

const GrantsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const answer = await load(grantsOperations.listGrants, { path: { schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { grants, schoolName } = answer.output;
  const open = grants.filter(({ state }) => state === 'inForce' || state === 'later');
  const over = grants.filter(({ state }) => state === 'over' || state === 'revoked');
  return (
    <Shell visit={visit}>
      <Tab title={TITLE} />
      <Page title={TITLE} lead={`${schoolName}. Chaque accès cesse de lui-même le dernier jour venu.`}>
        <Outcome
          search={await searchParams}
          said={{ donne: 'Accès donné. Il vaut dès son premier jour.', termine: 'Accès retiré. Il ne vaut plus, dès maintenant.' }}
        />
        <Section id="donner" title="Donner un accès">
          <ul className="flex flex-col gap-2">
            {Object.values(GRANT_WORDS).map((words) => (
              <li key={words.type}>
                <Anchor
                  href={`/etablissement/acces/nouveau?type=${words.type}`}
                  className="btn btn-quiet h-auto w-full justify-start py-3 text-start"
                >
                  <span className="flex flex-col">
                    {words.door}
                    <span className="font-normal text-soft">{words.detail}</span>
                  </span>
                </Anchor>
              </li>
            ))}
          </ul>
        </Section>
        <Section id="en-cours" title="En cours et à venir">
          {open.length === 0 ? (
            <Empty>Personne n’a d’accès donné pour un temps.</Empty>
          ) : (
            <ul className="flex flex-col gap-3">
              {open.map((grant) => (
                <GrantCard key={grant.grantId} schoolId={schoolId} grant={grant} />
              ))}
            </ul>
          )}
        </Section>
        {over.length === 0 ? null : (
          <Section id="termines" title="Terminés">
            <ul className="flex flex-col gap-3">
              {over.map((grant) => (
                <GrantCard key={grant.grantId} schoolId={schoolId} grant={grant} />
              ))}
            </ul>
          </Section>
        )}
      </Page>
    </Shell>
  );
};

export default GrantsPage;
