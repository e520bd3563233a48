import { SaidAbout, takesPart } from '@preau/shared/assessment/class-projects.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { projectsOperations } from '@preau/shared/assessment/projects-api.ts';
import { councilAddress, placeOf } from '@/features/assessment/council/addresses.ts';
import { SaidForm, SaidList } from '@/features/assessment/projects/said-form.tsx';
import { aboutWords } from '@/features/assessment/projects/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface AboutPageProps {
  readonly params: Promise<{ readonly classId: string; readonly period: string; readonly about: string }>;
  readonly searchParams: Search;
}

const AboutPage = async ({ params, searchParams }: AboutPageProps) => {
  const visit = await openVisit();
  const [named, search] = await Promise.all([params, searchParams]);
  const place = placeOf(named, search, visit.school?.schoolId);
  const about = SaidAbout.safeParse(named.about).data;
  if (place === undefined || about === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const answer = await load(projectsOperations.readProjects, { path: place });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const view = answer.output;
  const name = aboutWords(about, view);
  if (name === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
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
