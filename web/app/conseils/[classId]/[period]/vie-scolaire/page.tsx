import { periodName } from '@preau/shared/assessment/periods.ts';
import { councilAddress } from '@/features/assessment/council/addresses.ts';
import { SaidForm, SaidList } from '@/features/assessment/projects/said-form.tsx';
import { openProjects } from '@/features/assessment/projects/open-projects.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Search } from '@/lib/search.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface SchoolLifePageProps {
  readonly params: Promise<{ readonly classId: string; readonly period: string }>;
  readonly searchParams: Search;
}

const SchoolLifePage = async ({ params, searchParams }: SchoolLifePageProps) => {
  const opened = await openProjects(params, searchParams);
  if ('refused' in opened) return opened.refused;
  const { visit, place, search, view } = opened;
  const title = `Vie scolaire · ${view.className}`;
  const { pupils } = view;
  return (
    <Shell visit={visit}>
      <Tab title={title} />
      <Page title={title} lead={`${periodName(view.period)} · ce que la vie scolaire dit de chaque élève sur son bilan`}>
        <Outcome search={search} said={{ ecrit: 'Textes enregistrés.', rien: 'Rien n’a changé : rien n’était à enregistrer.' }} />
        {pupils.length === 0 ? <Empty>Cette classe n’a pas d’élève. Vérifiez l’import de l’annuaire.</Empty> : null}
        {pupils.length > 0 && view.mayWriteSchoolLife && !view.closed ? (
          <SaidForm view={view} about="VIE_SCO" pupils={pupils} tab={title} label="Vie scolaire" />
        ) : (
          <SaidList view={view} about="VIE_SCO" pupils={pupils} />
        )}
        <p>
          <Anchor href={councilAddress(place)}>Revenir au conseil</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default SchoolLifePage;
