import { directoryOperations } from '@preau/shared/directory/api.ts';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Élèves';

const Classes = async ({ visit }: { readonly visit: Visit }) => {
  const answer = await load(directoryOperations.listClasses, { path: { schoolId: schoolOf(visit).schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="families" />;
  const items = answer.output.classes.map((one) => ({
    key: one.classId,
    href: `/vie-scolaire/eleves?classe=${one.classId}`,
    label: one.name,
  }));
  return (
    <Shell visit={visit} current="families">
      <Tab title={TITLE} />
      <Page title={TITLE} lead="Choisissez la classe, puis l’élève : sa fiche dit ses responsables, les alertes et ses absences.">
        <PickList items={items} empty="Aucune classe dans cet établissement." />
      </Page>
    </Shell>
  );
};

/** The way to a pupil's file for the office: the class, then the pupil. */
const PupilsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const classId = ClassId.safeParse(textOf((await searchParams)['classe'])).data;
  if (classId === undefined) return <Classes visit={visit} />;
  const roster = await load(directoryOperations.readRoster, { path: { schoolId: schoolOf(visit).schoolId, classId } });
  if (!roster.ok) return <RefusedPage visit={visit} refusal={roster.refusal} current="families" />;
  const { name, pupils } = roster.output;
  const title = `${TITLE} · ${name}`;
  return (
    <Shell visit={visit} current="families">
      <Tab title={title} />
      <Page title={title} lead={`${pupils.length} ${pupils.length > 1 ? 'élèves' : 'élève'}`}>
        <PickList
          items={pupils.map((one) => ({
            key: one.pupilId,
            href: `/vie-scolaire/eleves/${one.pupilId}`,
            label: `${one.lastName} ${one.firstName}`,
          }))}
          empty="Aucun élève dans cette classe."
        />
        <p>
          <Anchor href="/vie-scolaire/eleves">Choisir une autre classe</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default PupilsPage;
