import { SaidAbout, takesPart } from '@preau/shared/assessment/class-projects.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { councilAddress } from '@/features/assessment/council/addresses.ts';
import { SaidForm, SaidList } from '@/features/assessment/projects/said-form.tsx';
import { aboutWords } from '@/features/assessment/projects/words.ts';
import { openProjects } from '@/features/assessment/projects/open-projects.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface AboutPageProps {
  readonly params: Promise<{ readonly classId: string; readonly period: string; readonly about: string }>;
  readonly searchParams: Search;
}

const AboutPage = async ({ params, searchParams }: AboutPageProps) => {
  const opened = await openProjects(params, searchParams);
  if ('refused' in opened) return opened.refused;
  const { visit, place, search, view } = opened;
  const about = SaidAbout.safeParse((await params).about).data;
  const name = about === undefined ? undefined : aboutWords(about, view);
  if (about === undefined || name === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const project = view.projects.find(({ projectId }) => projectId === about);
  const pupils = view.pupils.filter(({ pupilId }) => project === undefined || takesPart(project, pupilId));
  const title = `${name} · ${view.className}`;
  return (
    <Shell visit={visit}>
      <Tab title={title} />
      <Page title={title} lead={periodName(view.period)}>
        <Outcome search={search} said={{ ecrit: 'Textes enregistrés.', rien: 'Rien n’a changé : rien n’était à enregistrer.' }} />
        {view.mayRun && !view.closed ? (
          <SaidForm view={view} about={about} pupils={pupils} tab={title} label={name} />
        ) : (
          <SaidList view={view} about={about} pupils={pupils} />
        )}
        <p>
          <Anchor href={councilAddress(place, '/projets')}>Revenir aux projets et parcours</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default AboutPage;
