import type { ReactNode } from 'react';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { DeclareForm } from '@/features/attendance/office/declare-form.tsx';
import { OFFICE_DONE } from '@/features/attendance/office/words.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Saisir une absence';

interface StepProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
}

const Step = ({
  visit,
  search,
  lead,
  tab,
  children,
}: StepProps & { readonly lead: string; readonly tab?: string; readonly children: ReactNode }) => (
  <Shell visit={visit} current="record">
    {tab === undefined ? null : <Tab title={tab} />}
    <Page title={TITLE} lead={lead}>
      <Outcome search={search} said={OFFICE_DONE} />
      {children}
    </Page>
  </Shell>
);

const ChooseClass = async ({ visit, search }: StepProps) => {
  const answer = await load(directoryOperations.listClasses, { path: { schoolId: schoolOf(visit).schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="record" />;
  return (
    <Step visit={visit} search={search} lead="1 sur 3. Choisissez la classe." tab={`${TITLE} · classe`}>
      <PickList
        items={answer.output.classes.map((one) => ({
          key: one.classId,
          href: `/vie-scolaire/saisir?classe=${one.classId}`,
          label: one.name,
        }))}
        empty="Aucune classe dans cet établissement."
      />
    </Step>
  );
};

const DeclarePage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const classId = ClassId.safeParse(textOf(search['classe'])).data;
  if (classId === undefined) return <ChooseClass visit={visit} search={search} />;
  const roster = await load(directoryOperations.readRoster, { path: { schoolId: schoolOf(visit).schoolId, classId } });
  if (!roster.ok) return <RefusedPage visit={visit} refusal={roster.refusal} current="record" />;
  const { name, pupils } = roster.output;
  const pupilId = PersonId.safeParse(textOf(search['eleve'])).data;
  const pupil = pupils.find((one) => one.pupilId === pupilId);
  const back = (href: string, text: string) => (
    <p>
      <Anchor href={href}>{text}</Anchor>
    </p>
  );
  if (pupil === undefined) {
    return (
      <Step visit={visit} search={search} lead={`2 sur 3. ${name} : choisissez l’élève.`} tab={`${TITLE} · ${name}`}>
        <PickList
          items={pupils.map((one) => ({
            key: one.pupilId,
            href: `/vie-scolaire/saisir?classe=${classId}&eleve=${one.pupilId}`,
            label: `${one.lastName} ${one.firstName}`,
          }))}
          empty="Aucun élève dans cette classe."
        />
        {back('/vie-scolaire/saisir', 'Choisir une autre classe')}
      </Step>
    );
  }
  const who = `${pupil.firstName} ${pupil.lastName}`;
  return (
    <Step visit={visit} search={search} lead={`3 sur 3. ${who}, ${name} : quand et pourquoi ?`}>
      <DeclareForm pupilId={pupil.pupilId} classId={classId} date={today()} requestId={crypto.randomUUID()} tab={`${TITLE} · ${who}`} />
      {back(`/vie-scolaire/eleves/${pupil.pupilId}`, 'Fiche de l’élève et de ses responsables')}
      {back(`/vie-scolaire/saisir?classe=${classId}`, 'Choisir un autre élève')}
    </Step>
  );
};

export default DeclarePage;
