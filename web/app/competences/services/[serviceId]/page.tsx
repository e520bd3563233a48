import { levelsOperations } from '@preau/shared/assessment/levels-api.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { levelsAddress } from '@/features/assessment/skills/levels-addresses.ts';
import { LevelsForm, LevelsList } from '@/features/assessment/skills/levels-form.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const SAID = {
  niveaux: 'Niveaux enregistrés. Élèves et parents les voient aux heures de publication de l’établissement.',
  rien: 'Rien n’a changé : rien n’était à enregistrer.',
};

interface LevelsPageProps {
  readonly params: Promise<{ readonly serviceId: string }>;
  readonly searchParams: Search;
}

const LevelsPage = async ({ params, searchParams }: LevelsPageProps) => {
  const visit = await openVisit();
  const [named, search] = await Promise.all([params, searchParams]);
  const serviceId = ServiceId.safeParse(named.serviceId).data;
  if (serviceId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const answer = await load(levelsOperations.readLevels, { path: { serviceId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const view = answer.output;
  const asked = textOf(search['competence']);
  const skill = view.skills.find(({ skillId }) => skillId === asked) ?? view.skills[0];
  const title = `Niveaux de compétences · ${view.subject} · ${view.to}`;
  const mayWrite = view.mayWrite && view.pupils.some(({ closed }) => !closed);
  return (
    <Shell visit={visit} current="marks">
      <Tab title={title} />
      <Page title={title} lead={`Année ${view.year}-${view.year + 1} · le niveau que vous retenez, à côté de celui des évaluations`}>
        <Outcome search={search} said={SAID} />
        {skill === undefined || view.pupils.length === 0 ? (
          <Empty>Aucune compétence à évaluer ici. La direction choisit celles de l’établissement.</Empty>
        ) : (
          <>
            <nav aria-label="Compétences">
              <ul className="flex flex-wrap gap-x-6 gap-y-2">
                {view.skills.map(({ skillId, label }) => (
                  <li key={skillId}>
                    <Anchor href={levelsAddress(serviceId, skillId)} current={skillId === skill.skillId ? 'page' : false}>
                      {label}
                    </Anchor>
                  </li>
                ))}
              </ul>
            </nav>
            <Section id="niveaux-eleves" title={skill.label}>
              {mayWrite ? (
                <LevelsForm key={skill.skillId} view={view} skillId={skill.skillId} tab={title} />
              ) : (
                <LevelsList view={view} skillId={skill.skillId} />
              )}
            </Section>
          </>
        )}
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Anchor href={`/competences/services/${serviceId}/tableur`}>Dans un tableur</Anchor>
          <Anchor href={`/notes/${serviceId}`}>Revenir aux notes</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default LevelsPage;
