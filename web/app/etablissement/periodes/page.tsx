import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { CloseForMany, SchoolPeriods } from '@/features/assessment/periods/school-periods.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Périodes des classes';

const PeriodsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const answer = await load(periodsOperations.listPeriods, { path: { schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { schoolName, classes } = answer.output;
  const keys = [...new Set(classes.flatMap(({ periods }) => periods.map(({ key }) => key)))].toSorted((a, b) => a.localeCompare(b));
  const openFor = (key: string) =>
    classes.filter(({ periods }) => periods.some((period) => period.key === key && period.closed === undefined));
  return (
    <Shell visit={visit}>
      <FormsTab title={TITLE}>
        <Page title={TITLE} lead={schoolName}>
          <Outcome search={await searchParams} said={{ closes: 'Période close pour les classes choisies.' }} />
          {classes.length === 0 ? (
            <Empty>Aucune classe dans cet établissement. Vérifiez l’import de l’annuaire.</Empty>
          ) : (
            <>
              <SchoolPeriods classes={classes} />
              <Section id="clore" title="Clore pour plusieurs classes">
                <div className="flex flex-col gap-3">
                  {keys.map((key) => {
                    const open = openFor(key);
                    return open.length === 0 ? null : <CloseForMany key={key} schoolId={schoolId} period={key} classes={open} />;
                  })}
                </div>
              </Section>
            </>
          )}
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default PeriodsPage;
