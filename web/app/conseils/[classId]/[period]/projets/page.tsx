import { PATH_NAMES, PathCode } from '@preau/shared/assessment/class-projects.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { councilAddress } from '@/features/assessment/council/addresses.ts';
import { PathsForm, ProjectCards, ProjectForm } from '@/features/assessment/projects/project-forms.tsx';
import { openProjects } from '@/features/assessment/projects/open-projects.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Search } from '@/lib/search.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const SAID = { projet: 'Projet enregistré.', retire: 'Projet retiré.', parcours: 'Parcours enregistrés.' };

interface ProjectsPageProps {
  readonly params: Promise<{ readonly classId: string; readonly period: string }>;
  readonly searchParams: Search;
}

const ProjectsPage = async ({ params, searchParams }: ProjectsPageProps) => {
  const opened = await openProjects(params, searchParams);
  if ('refused' in opened) return opened.refused;
  const { visit, place, search, view } = opened;
  const title = `Projets et parcours de la ${view.className}`;
  const mayWrite = view.mayRun && !view.closed;
  return (
    <Shell visit={visit}>
      <FormsTab title={title}>
        <Page title={title} lead={`${periodName(view.period)} · ils figurent sur les bilans et dans le LSU`}>
          <Outcome search={search} said={SAID} />
          {view.closed ? <Notice tone="info">Cette période est close : rien n’y change plus.</Notice> : null}
          <Section id="projets" title="EPI et accompagnement personnalisé">
            {view.projects.length === 0 ? <Empty>Aucun projet pour cette période.</Empty> : <ProjectCards view={view} />}
            {mayWrite ? <ProjectForm view={view} /> : null}
          </Section>
          <Section id="parcours-classe" title="Parcours éducatifs">
            {mayWrite ? (
              <PathsForm view={view} />
            ) : (
              <ul className="flex flex-col gap-2">
                {PathCode.options.map((code) => (
                  <li key={code}>{`${PATH_NAMES[code]} : ${view.paths[code] ?? 'rien n’est écrit'}`}</li>
                ))}
              </ul>
            )}
          </Section>
          <p>
            <Anchor href={councilAddress(place)}>Revenir au conseil</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default ProjectsPage;
