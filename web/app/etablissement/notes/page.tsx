import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { RulesForm } from '@/features/assessment/rules/rules-form.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Règles des notes';

const RulesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId, name } = schoolOf(visit);
  const answer = await load(marksOperations.readMarksSettings, { path: { schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { settings, version, mayChange } = answer.output;
  if (!mayChange) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  return (
    <Shell visit={visit}>
      <Page title={TITLE} lead={name}>
        <Outcome
          search={await searchParams}
          said={{ enregistre: 'Règles enregistrées. Les moyennes les suivent ; ce qui est déjà publié garde ses heures.' }}
        />
        <RulesForm schoolId={schoolId} version={version} settings={settings} tab={TITLE} />
      </Page>
    </Shell>
  );
};

export default RulesPage;
