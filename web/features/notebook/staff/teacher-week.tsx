import { randomUUID } from 'node:crypto';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Visit } from '@/features/identity/shell/visit.ts';
import { longDate, today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { addRecord } from './actions.ts';
import { WeekLinks } from './week-links.tsx';
import { daysOf, mondayOf, sundayOf } from './week.ts';
import { WeekList } from './week-list.tsx';
import { audienceOf, NOTEBOOK_SAID } from './words.ts';

const TITLE = 'Cahier de textes';

const AddForm = async ({ visit, date }: { readonly visit: Visit; readonly date: string }) => {
  const { school } = visit;
  const classes = school === undefined ? undefined : await load(directoryOperations.listClasses, { path: { schoolId: school.schoolId } });
  if (school === undefined || classes === undefined || !classes.ok) return null;
  return (
    <ActionForm id="hors-cours" action={addRecord} faultTitle="La séance n’est pas ajoutée" opener="Ajouter une séance sans cours">
      <input type="hidden" name="schoolId" value={school.schoolId} />
      <input type="hidden" name="requestId" value={randomUUID()} />
      <FormSelect name="classId" label="Classe" options={classes.output.classes.map((one) => ({ value: one.classId, label: one.name }))} />
      <FormText name="date" type="date" label="Date" defaultValue={date} width="w-56" />
      <FormText name="subject" label="De quoi s’agit-il ?" hint="Par exemple « Sortie au musée »." />
      <button type="submit" className="btn btn-primary self-start">
        Ajouter
      </button>
    </ActionForm>
  );
};

interface TeacherWeekProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
}

/** A teacher's own notebook, week by week, all classes together or one of them. */
export const TeacherWeek = async ({ visit, search }: TeacherWeekProps) => {
  const monday = mondayOf(textOf(search['semaine']));
  const answer = await load(notebookOperations.listRecords, { query: { from: monday, until: sundayOf(monday) } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { records, unwritten } = answer.output;
  const audiences = [...new Set([...records, ...unwritten].map(audienceOf))].toSorted((a, b) => a.localeCompare(b, 'fr'));
  const chosen = audiences.find((audience) => audience === textOf(search['pour']));
  const isShown = (what: Parameters<typeof audienceOf>[0]): boolean => chosen === undefined || audienceOf(what) === chosen;
  const days = daysOf(records.filter(isShown), unwritten.filter(isShown));
  const addressOf = (semaine: string, pour: string | undefined = chosen) =>
    `/cahier?${new URLSearchParams({ semaine, ...(pour === undefined ? {} : { pour }) }).toString()}`;
  const now = today();
  return (
    <Shell visit={visit} current="homework">
      <Tab title={`${TITLE} · semaine du ${longDate(monday)}`} />
      <Page title={TITLE}>
        <Outcome search={search} said={NOTEBOOK_SAID} />
        <WeekLinks monday={monday} addressOf={addressOf} />
        {audiences.length < 2 ? null : (
          <nav aria-label="Classes">
            <ul className="flex flex-wrap gap-2">
              {[undefined, ...audiences].map((audience) => (
                <li key={audience ?? ''}>
                  <Anchor
                    href={audience === undefined ? `/cahier?semaine=${monday}` : addressOf(monday, audience)}
                    current={audience === chosen}
                    className="btn btn-quiet aria-[current]:border-primary aria-[current]:bg-primary-soft"
                  >
                    {audience ?? 'Toutes'}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {days.length === 0 ? <Empty>Aucun cours cette semaine-là.</Empty> : null}
        <WeekList days={days} today={now} now={new Date().toISOString()} />
        <AddForm visit={visit} date={now} />
        <p className="flex flex-wrap gap-2">
          <Anchor href="/cahier/sequences" className="btn btn-quiet">
            <Icon name="book" />
            Séquences et progressions
          </Anchor>
          <Anchor href="/cahier/archives" className="btn btn-quiet">
            <Icon name="file" />
            Archives et export
          </Anchor>
          <Anchor href="/devoirs" className="btn btn-quiet">
            <Icon name="pen" />
            Devoirs
          </Anchor>
        </p>
      </Page>
    </Shell>
  );
};
