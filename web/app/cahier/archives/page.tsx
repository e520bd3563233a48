import { PersonId } from '@preau/shared/kernel/ids.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notebookAt } from '@/features/notebook/addresses.ts';
import { today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Archives et export';
const YEARS_KEPT = 5;

/** Notebooks of past school years, read only, and the export of each: a page to read, and the data to take elsewhere. */
const ArchivesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const teacherId = PersonId.safeParse(textOf((await searchParams)['enseignant'])).data;
  const whose = teacherId === undefined ? undefined : { enseignant: teacherId, ecole: visit.school?.schoolId };
  const current = schoolYearOf(today());
  const exportAt = (annee: number, forme: string) =>
    notebookAt({ annee: String(annee), forme, ...whose }).replace('/cahier?', '/cahier/export?');
  return (
    <Shell visit={visit} current="homework">
      <Tab title={TITLE} />
      <Page
        title={TITLE}
        lead={
          teacherId === undefined
            ? 'Votre cahier, année par année. L’export contient aussi vos notes et vos séquences.'
            : 'Le cahier publié de cet enseignant, année par année.'
        }
      >
        {Array.from({ length: YEARS_KEPT }, (_, index) => current - index).map((year) => (
          <Card key={year} className="flex flex-wrap items-center justify-between gap-3 p-4 sm:p-5">
            <h2 className="text-xl">{`${year}-${year + 1}`}</h2>
            <p className="flex flex-wrap gap-2">
              <Anchor href={notebookAt({ semaine: `${year}-09-01`, enseignant: teacherId })} className="btn btn-quiet">
                Lire
                <span className="sr-only">{` le cahier ${year}-${year + 1}`}</span>
              </Anchor>
              <a href={exportAt(year, 'page')} download className="btn btn-quiet">
                Page à lire
                <span className="sr-only">{` : export ${year}-${year + 1}`}</span>
              </a>
              <a href={exportAt(year, 'donnees')} download className="btn btn-quiet">
                Données (JSON)
                <span className="sr-only">{` : export ${year}-${year + 1}`}</span>
              </a>
            </p>
          </Card>
        ))}
        <p>
          <Anchor href="/cahier">Revenir au cahier de textes</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default ArchivesPage;
