import type { ReactNode } from 'react';
import { redirect } from 'next/navigation';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { GrantKind } from '@preau/shared/directory/grant.ts';
import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { GiveForm } from '@/features/directory/grants/give-form.tsx';
import { GRANT_WORDS, kindOf } from '@/features/directory/grants/words.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf, type Visit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const HERE = '/etablissement/acces/nouveau';

interface StepProps {
  readonly visit: Visit;
  readonly kind: GrantKind;
  readonly search: Awaited<Search>;
}

const Step = ({
  visit,
  kind,
  lead,
  tab,
  children,
}: Omit<StepProps, 'search'> & { readonly lead: string; readonly tab?: string; readonly children: ReactNode }) => (
  <Shell visit={visit}>
    {tab === undefined ? null : <Tab title={tab} />}
    <Page title={`Donner un accès : ${GRANT_WORDS[kind].name}`} lead={lead}>
      {children}
      <p>
        <Anchor href="/etablissement/acces">Revenir aux accès</Anchor>
      </p>
    </Page>
  </Shell>
);

const addressOf = (kind: GrantKind, more: Readonly<Record<string, string>>): string =>
  `${HERE}?${new URLSearchParams({ type: GRANT_WORDS[kind].type, ...more }).toString()}`;

const OfPupil = async ({ visit, kind, search }: StepProps) => {
  const { schoolId } = schoolOf(visit);
  const tab = `Donner un accès · ${GRANT_WORDS[kind].name}`;
  const classId = ClassId.safeParse(textOf(search['classe'])).data;
  if (classId === undefined) {
    const classes = await load(directoryOperations.listClasses, { path: { schoolId } });
    if (!classes.ok) return <RefusedPage visit={visit} refusal={classes.refusal} />;
    const items = classes.output.classes.map((one) => ({
      key: one.classId,
      href: addressOf(kind, { classe: one.classId }),
      label: one.name,
    }));
    return (
      <Step visit={visit} kind={kind} lead="1 sur 3. Choisissez la classe de l’élève." tab={tab}>
        <PickList items={items} empty="Aucune classe dans cet établissement." />
      </Step>
    );
  }
  const roster = await load(directoryOperations.readRoster, { path: { schoolId, classId } });
  if (!roster.ok) return <RefusedPage visit={visit} refusal={roster.refusal} />;
  const { name, pupils } = roster.output;
  const pupil = pupils.find((one) => one.pupilId === textOf(search['eleve']));
  if (pupil === undefined) {
    const items = pupils.map((one) => ({
      key: one.pupilId,
      href: addressOf(kind, { classe: classId, eleve: one.pupilId }),
      label: `${one.lastName} ${one.firstName}`,
    }));
    return (
      <Step visit={visit} kind={kind} lead={`2 sur 3. ${name} : choisissez l’élève.`} tab={tab}>
        <PickList items={items} empty="Aucun élève dans cette classe." />
      </Step>
    );
  }
  return (
    <Step visit={visit} kind={kind} lead={`3 sur 3. ${pupil.firstName} ${pupil.lastName}, ${name} : qui l’accompagne, et jusqu’à quand ?`}>
      <GiveForm schoolId={schoolId} kind={kind} personId={pupil.pupilId} audience={[]} requestId={crypto.randomUUID()} tab={tab} />
    </Step>
  );
};

const OfTeacher = async ({ visit, kind, search }: StepProps) => {
  const { schoolId } = schoolOf(visit);
  const tab = `Donner un accès · ${GRANT_WORDS[kind].name}`;
  const answer = await load(grantsOperations.listTeachers, { path: { schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { teachers } = answer.output;
  const teacher = teachers.find((one) => one.personId === textOf(search['professeur']));
  if (teacher === undefined) {
    const items = teachers.map((one) => ({
      key: one.personId,
      href: addressOf(kind, { professeur: one.personId }),
      label: `${one.lastName} ${one.firstName}`,
    }));
    return (
      <Step visit={visit} kind={kind} lead="1 sur 2. Choisissez le professeur." tab={tab}>
        <PickList items={items} empty="Aucun professeur dans cet établissement." />
      </Step>
    );
  }
  const audience = [
    ...teacher.classes.map(({ classId, name }) => ({ value: classId, label: name })),
    ...teacher.groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
  ];
  const asked = kind === 'substitute' ? 'qui prend ses classes, et jusqu’à quand ?' : 'qui lit son travail, et jusqu’à quand ?';
  return (
    <Step visit={visit} kind={kind} lead={`2 sur 2. ${teacher.firstName} ${teacher.lastName} : ${asked}`}>
      <GiveForm schoolId={schoolId} kind={kind} personId={teacher.personId} audience={audience} requestId={crypto.randomUUID()} tab={tab} />
    </Step>
  );
};

const NewGrantPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const kind = kindOf(textOf(search['type'])) ?? redirect('/etablissement/acces');
  return kind === 'aesh' ? <OfPupil visit={visit} kind={kind} search={search} /> : <OfTeacher visit={visit} kind={kind} search={search} />;
};

export default NewGrantPage;
