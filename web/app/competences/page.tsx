import { skillsOperations, type SocleView } from '@preau/shared/assessment/skills-api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { SkillList } from '@/features/assessment/skills/skill-list.tsx';
import { SocleCard } from '@/features/assessment/skills/socle-card.tsx';
import { SocleForm } from '@/features/assessment/skills/socle-form.tsx';
import { ChildTabs } from '@/features/directory/child-tabs.tsx';
import { findFamily } from '@/features/directory/family.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Compétences';

const SkillsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const asked = textOf(search['eleve']);
  const isStaff = visit.role !== 'guardian' && visit.role !== 'pupil';
  const found = isStaff ? undefined : await findFamily(visit, asked);
  if (found?.ok === false) return <RefusedPage visit={visit} refusal={found.refusal} />;
  const { pupils: children, pupilId } = found?.family ?? { pupils: [], pupilId: PersonId.safeParse(asked).data };
  if (pupilId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const answer = await load(skillsOperations.readPupilSkills, { path: { pupilId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { pupil, skills, socle, year, mayDecide } = answer.output;
  // Cycle 3 ends in 6e, whose classes all schools name by that figure.
  const current = pupil.className?.startsWith('6') === true ? 3 : 4;
  const isShown = ({ cycle, decided }: SocleView): boolean => cycle === current || decided !== undefined;
  const title = `${TITLE} · ${pupil.firstName}`;
  const page = (
    <Page
      title={TITLE}
      lead={`${pupil.firstName} ${pupil.lastName}${pupil.className === undefined ? '' : `, ${pupil.className}`} · ${year}-${year + 1}`}
    >
      <Outcome search={search} said={{ socle: 'Socle commun enregistré.' }} />
      {children.length > 1 ? (
        <ChildTabs label="Mes enfants" pupils={children} chosen={pupilId} hrefOf={(id) => `/competences?eleve=${id}`} />
      ) : null}
      <Section id="progres" title="Progrès de l’année">
        <SkillList skills={skills} />
      </Section>
      <Section id="socle" title="Socle commun">
        {socle.filter(isShown).map((one) => (
          <div key={one.cycle} className="flex flex-col gap-3">
            <SocleCard socle={one} />
            {mayDecide ? <SocleForm pupilId={pupilId} socle={one} /> : null}
          </div>
        ))}
      </Section>
    </Page>
  );
  return (
    <Shell visit={visit} current="results">
      {mayDecide ? (
        <FormsTab title={title}>{page}</FormsTab>
      ) : (
        <>
          <Tab title={title} />
          {page}
        </>
      )}
    </Shell>
  );
};

export default SkillsPage;
