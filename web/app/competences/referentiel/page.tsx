import { skillsOperations } from '@preau/shared/assessment/skills-api.ts';
import { AddSkillForm, SkillRows } from '@/features/assessment/skills/referential.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Référentiel de compétences';

const SAID = {
  ajoutee: 'Compétence ajoutée. Les professeurs la trouvent dès maintenant.',
  retiree: 'Compétence retirée : elle n’est plus proposée, ce qui est évalué reste.',
  retablie: 'Compétence rétablie.',
};

const ReferentialPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId, name } = schoolOf(visit);
  const answer = await load(skillsOperations.readSkills, { path: { schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { referential, mayChange } = answer.output;
  return (
    <Shell visit={visit}>
      <FormsTab title={TITLE}>
        <Page title={TITLE} lead={name}>
          <Outcome search={await searchParams} said={SAID} />
          <SkillRows referential={referential} mayChange={mayChange} />
          {mayChange ? (
            <Section id="ajouter" title="Ajouter une compétence">
              <AddSkillForm referential={referential} />
            </Section>
          ) : null}
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default ReferentialPage;
