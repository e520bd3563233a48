import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { joinedFrom } from '@/features/files/joined.ts';
import { CHANGE_FORM, ChangeForm } from '@/features/homework/staff/change-form.tsx';
import { audienceWords } from '@/features/homework/staff/given-row.tsx';
import { findOwnWork } from '@/features/homework/staff/own-work.ts';
import { ResourceFiles, RESOURCES_MAX } from '@/features/homework/staff/resource-files.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

interface ChangePageProps {
  readonly params: Promise<{ readonly homeworkId: string }>;
  readonly searchParams: Search;
}

const TITLE = 'Modifier un travail';

const ChangePage = async ({ params, searchParams }: ChangePageProps) => {
  const visit = await openVisit();
  const found = await findOwnWork((await params).homeworkId);
  if (!found.ok) return <RefusedPage visit={visit} refusal={found.refusal} current="homework" />;
  const { row, content } = found;
  const { audience } = row;
  const ofGroup = audience.kind === 'class' ? undefined : audience.groupId;
  const [classId] = audience.kind === 'class' ? [audience.classId] : audience.classIds;
  const query = ofGroup === undefined ? (classId === undefined ? {} : { classId }) : { groupId: ofGroup };
  const composer = await load(homeworkOperations.readComposer, { query });
  if (!composer.ok) return <RefusedPage visit={visit} refusal={composer.refusal} current="homework" />;
  const { chosen, today } = composer.output;
  if (chosen === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const added = await joinedFrom(await searchParams, RESOURCES_MAX);
  const kept = content.files.map(({ fileId, name }) => ({ fileId, name, status: 'clean' as const }));
  return (
    <Shell visit={visit} current="homework">
      <Page title={TITLE} lead={`${audienceWords(row)} · ${row.subject}`}>
        <ResourceFiles form={CHANGE_FORM} joined={[...kept, ...added]} returnTo={`/devoirs/${row.homeworkId}/modifier`} />
        <ChangeForm row={row} content={content} chosen={chosen} today={today} tab={`${TITLE} · ${row.to}`} />
        <p>
          <Anchor href={`/devoirs/${row.homeworkId}`}>Revenir à ce travail sans le modifier</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default ChangePage;
