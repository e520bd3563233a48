import { importsOperations } from '@preau/shared/imports/api.ts';
import { ImportList } from '@/features/imports/import-list.tsx';
import { StartForm } from '@/features/imports/start-form.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Imports';

const ImportsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const after = textOf((await searchParams)['apres']);
  const answer = await load(importsOperations.listImports, { query: after === undefined ? {} : { after } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="imports" />;
  const { imports, next } = answer.output;
  return (
    <Shell visit={visit} current="imports">
      <Page title={TITLE} wide lead="Une livraison est d’abord examinée : rien ne change avant que vous l’appliquiez.">
        <Section id="nouvelle" title="Nouvelle livraison">
          <StartForm tab={TITLE} />
        </Section>
        <Section id="livraisons" title="Livraisons">
          <ImportList imports={imports} />
          {next === undefined ? null : (
            <Anchor href={`/imports?${new URLSearchParams({ apres: next }).toString()}`} className="btn btn-quiet self-start">
              Livraisons plus anciennes
            </Anchor>
          )}
        </Section>
      </Page>
    </Shell>
  );
};

export default ImportsPage;
