import { directoryOperations } from '@preau/shared/directory/api.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { schoolOf } from '@/features/identity/shell/visit.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { CoefficientsForm } from './coefficients-form.tsx';
import { ServiceList } from './service-list.tsx';
import { MARKS_SAID } from './words.ts';

interface ClassServicesProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
}

const ChooseClass = async ({ visit }: Pick<ClassServicesProps, 'visit'>) => {
  const answer = await load(directoryOperations.listClasses, { path: { schoolId: schoolOf(visit).schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  return (
    <Shell visit={visit} current="marks">
      <Tab title="Notes des classes" />
      <Page title="Notes des classes" lead="Choisissez une classe.">
        <PickList
          items={answer.output.classes.map((one) => ({ key: one.classId, href: `/notes?classe=${one.classId}`, label: one.name }))}
          empty="Aucune classe dans cet établissement."
        />
      </Page>
    </Shell>
  );
};

/** The subjects of a class for its head, its CPE and its head teacher; coefficients are the head's. */
export const ClassServices = async ({ visit, search }: ClassServicesProps) => {
  const classId = ClassId.safeParse(textOf(search['classe'])).data;
  if (classId === undefined) return <ChooseClass visit={visit} />;
  const path = { schoolId: schoolOf(visit).schoolId, classId };
  const answer = await load(marksOperations.listServicesOfClass, { path });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { services, today, className, version, mayChange } = answer.output;
  const title = `Notes de la classe ${className}`;
  return (
    <Shell visit={visit} current="marks">
      <FormsTab title={title}>
        <Page title={title} wide>
          <Outcome search={search} said={MARKS_SAID} />
          <ServiceList services={services} today={today} empty="Aucun cours de cette classe n’est à l’emploi du temps." />
          {mayChange && services.length > 0 ? (
            <CoefficientsForm schoolId={path.schoolId} classId={classId} services={services} version={version} />
          ) : null}
          <p>
            <Anchor href="/notes">{visit.role === 'teacher' ? 'Revenir à mes services' : 'Choisir une autre classe'}</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};
