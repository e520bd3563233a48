import { directoryOperations } from '@preau/shared/directory/api.ts';
import { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Visit } from '@/features/identity/shell/visit.ts';
import { longDate, today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { VisaList } from './visa-list.tsx';
import { WeekLinks } from './week-links.tsx';
import { daysOf, mondayOf, sundayOf } from './week.ts';
import { NOTEBOOK_SAID } from './words.ts';

const TITLE = 'Cahiers de textes';

interface LookedAfterProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
}

const Choose = async ({ visit }: Pick<LookedAfterProps, 'visit'>) => {
  const { school } = visit;
  const path = school === undefined ? undefined : { schoolId: school.schoolId };
  const [classes, teachers] = await Promise.all([
    path === undefined ? undefined : load(directoryOperations.listClasses, { path }),
    path === undefined || visit.role !== 'head' ? undefined : load(directoryOperations.listTeachers, { path }),
  ]);
  if (classes !== undefined && !classes.ok) return <RefusedPage visit={visit} refusal={classes.refusal} current="homework" />;
  return (
    <Shell visit={visit} current="homework">
      <Tab title={TITLE} />
      <Page
        title={TITLE}
        lead={classes === undefined ? 'Ouvrez le cahier depuis votre accueil.' : 'Choisissez une classe ou un enseignant.'}
      >
        {classes === undefined ? null : (
          <Section id="classes" title="Classes">
            <PickList
              items={classes.output.classes.map((one) => ({ key: one.classId, href: `/cahier?classe=${one.classId}`, label: one.name }))}
              empty="Aucune classe dans cet établissement."
            />
          </Section>
        )}
        {teachers?.ok === true ? (
          <Section id="enseignants" title="Enseignants">
            <PickList
              items={teachers.output.teachers.map(({ personId, firstName, lastName }) => ({
                key: personId,
                href: `/cahier?enseignant=${personId}`,
                label: `${lastName} ${firstName}`,
              }))}
              empty="Aucun enseignant dans cet établissement."
            />
          </Section>
        ) : null}
      </Page>
    </Shell>
  );
};

/** The notebook of a class or of a teacher, for those who follow them: the head with his visa, school life, the librarian, the inspector. */
export const LookedAfter = async ({ visit, search }: LookedAfterProps) => {
  const classId = ClassId.safeParse(textOf(search['classe'])).data;
  const teacherId = PersonId.safeParse(textOf(search['enseignant'])).data;
  if (classId === undefined && teacherId === undefined) return <Choose visit={visit} />;
  const monday = mondayOf(textOf(search['semaine']));
  const whose = classId === undefined ? { teacherId } : { classId };
  const answer = await load(notebookOperations.listRecords, { query: { from: monday, until: sundayOf(monday), ...whose } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { records, unwritten } = answer.output;
  const words: Readonly<Record<string, string>> = classId === undefined ? { enseignant: teacherId ?? '' } : { classe: classId };
  const addressOf = (semaine: string) => `/cahier?${new URLSearchParams({ ...words, semaine }).toString()}`;
  const [first] = [...records, ...unwritten];
  const name = classId === undefined ? undefined : first?.classes.find((one) => one.classId === classId)?.name;
  const title = name === undefined ? 'Cahier de textes' : `Cahier de textes · ${name}`;
  return (
    <Shell visit={visit} current="homework">
      <Tab title={`${title} · semaine du ${longDate(monday)}`} />
      <Page title={title}>
        <Outcome search={search} said={NOTEBOOK_SAID} />
        <WeekLinks monday={monday} addressOf={addressOf} />
        {first === undefined ? <Empty>Rien n’est publié cette semaine-là.</Empty> : null}
        <VisaList
          days={daysOf(records, unwritten)}
          today={today()}
          now={new Date().toISOString()}
          schoolId={visit.school?.schoolId ?? first?.schoolId ?? ''}
          back={addressOf(monday)}
        />
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {teacherId === undefined || visit.role !== 'head' ? null : (
            <Anchor href={`/cahier/archives?enseignant=${teacherId}`}>Archives et export de ce cahier</Anchor>
          )}
          <Anchor href="/cahier">Choisir un autre cahier</Anchor>
        </p>
      </Page>
    </Shell>
  );
};
