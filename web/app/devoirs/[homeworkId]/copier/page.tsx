import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { ClassId, GroupId } from '@preau/shared/kernel/ids.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { CopyForm } from '@/features/homework/staff/copy-form.tsx';
import { audienceWords } from '@/features/homework/staff/given-row.tsx';
import { findOwnWork } from '@/features/homework/staff/own-work.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface CopyPageProps {
  readonly params: Promise<{ readonly homeworkId: string }>;
  readonly searchParams: Search;
}

const TITLE = 'Copier un travail';

const CopyPage = async ({ params, searchParams }: CopyPageProps) => {
  const visit = await openVisit();
  const { homeworkId } = await params;
  const of = textOf((await searchParams)['pour']);
  const classId = ClassId.safeParse(of).data;
  const groupId = GroupId.safeParse(of).data;
  const query = { ...(classId === undefined ? {} : { classId }), ...(groupId === undefined ? {} : { groupId }) };
  const [found, composer] = await Promise.all([findOwnWork(homeworkId), load(homeworkOperations.readComposer, { query })]);
  if (!found.ok) return <RefusedPage visit={visit} refusal={found.refusal} current="homework" />;
  if (!composer.ok) return <RefusedPage visit={visit} refusal={composer.refusal} current="homework" />;
  const { row } = found;
  const { audiences, chosen, today } = composer.output;
  return (
    <Shell visit={visit} current="homework">
      {chosen === undefined ? <Tab title={TITLE} /> : null}
      <Page title={TITLE} lead={`${row.subject}, donné à ${audienceWords(row)}`}>
        {chosen === undefined ? (
          <PickList
            items={audiences.map((one) => {
              const key = one.groupId ?? one.classId ?? one.name;
              return { key, href: `/devoirs/${row.homeworkId}/copier?pour=${key}`, label: one.name };
            })}
            empty="Aucune autre classe ne vous est confiée."
          />
        ) : (
          <CopyForm row={row} chosen={chosen} today={today} requestId={crypto.randomUUID()} tab={`${TITLE} · ${chosen.audience.name}`} />
        )}
        <p>
          <Anchor href={`/devoirs/${row.homeworkId}`}>Revenir à ce travail</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default CopyPage;
