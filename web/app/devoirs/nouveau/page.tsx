import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { ClassId, GroupId } from '@preau/shared/kernel/ids.ts';
import { joinedFrom } from '@/features/files/joined.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { COMPOSE_FORM, ComposeForm } from '@/features/homework/staff/compose-form.tsx';
import { ResourceFiles, RESOURCES_MAX } from '@/features/homework/staff/resource-files.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Donner un travail';

const addressOf = (of: string): string => `/devoirs/nouveau?pour=${of}`;

const NewWorkPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const of = textOf(search['pour']);
  const classId = ClassId.safeParse(of).data;
  const groupId = GroupId.safeParse(of).data;
  const query = { ...(classId === undefined ? {} : { classId }), ...(groupId === undefined ? {} : { groupId }) };
  const answer = await load(homeworkOperations.readComposer, { query });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { audiences, chosen, today } = answer.output;
  if (chosen === undefined) {
    return (
      <Shell visit={visit} current="homework">
        <Tab title={TITLE} />
        <Page title={TITLE} lead="À qui ?">
          <PickList
            items={audiences.map((one) => {
              const key = one.groupId ?? one.classId ?? one.name;
              return { key, href: addressOf(key), label: one.name };
            })}
            empty="Aucune classe ni aucun groupe ne vous est confié dans l’annuaire. Adressez-vous au secrétariat de votre établissement."
          />
        </Page>
      </Shell>
    );
  }
  const joined = await joinedFrom(search, RESOURCES_MAX);
  return (
    <Shell visit={visit} current="homework">
      <Page
        title={TITLE}
        lead={
          <>
            {`À : ${chosen.audience.name}. `}
            <Anchor href="/devoirs/nouveau">Choisir une autre classe ou un autre groupe</Anchor>
          </>
        }
      >
        <ResourceFiles form={COMPOSE_FORM} joined={joined} returnTo={addressOf(of ?? '')} />
        <ComposeForm chosen={chosen} today={today} requestId={crypto.randomUUID()} tab={`${TITLE} · ${chosen.audience.name}`} />
      </Page>
    </Shell>
  );
};

export default NewWorkPage;
