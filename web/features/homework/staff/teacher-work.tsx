import { homeworkOperations } from '@preau/shared/homework/api.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { GivenList } from './given-list.tsx';
import { STAFF_SAID } from './words.ts';

interface TeacherWorkProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
  readonly teacherId: PersonId;
}

/** What a teacher has given and prepared, all his classes together. */
export const TeacherWork = async ({ visit, search, teacherId }: TeacherWorkProps) => {
  const answer = await load(homeworkOperations.listGiven, { path: { teacherId }, query: {} });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { rows, today, teacherName } = answer.output;
  const isOwn = teacherId === visit.person.personId;
  const title = isOwn ? 'Devoirs' : `Devoirs donnés par ${teacherName}`;
  return (
    <Shell visit={visit} current="homework">
      <Tab title={title} />
      <Page title={title}>
        <Outcome search={search} said={STAFF_SAID} />
        {isOwn ? (
          <p>
            <Anchor href="/devoirs/nouveau" className="btn btn-primary inline-flex">
              <Icon name="pen" />
              Donner un travail
            </Anchor>{' '}
            <Anchor href="/cahier" className="btn btn-quiet inline-flex">
              <Icon name="book" />
              Cahier de textes
            </Anchor>
          </p>
        ) : null}
        <GivenList rows={rows} today={today} empty="Aucun travail donné ces jours-ci." />
      </Page>
    </Shell>
  );
};
