import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { DatesForm, PeriodCards } from '@/features/assessment/periods/class-forms.tsx';
import { changeWords } from '@/features/assessment/periods/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { capital, moment } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const SAID = {
  dates: 'Dates enregistrées.',
  close: 'Période close : ses notes et ses appréciations ne changent plus.',
  rouverte: 'Période rouverte. Pensez à la clore à nouveau.',
};

interface ClassPeriodsPageProps {
  readonly params: Promise<{ readonly classId: string }>;
  readonly searchParams: Search;
}

const ClassPeriodsPage = async ({ params, searchParams }: ClassPeriodsPageProps) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const classId = ClassId.safeParse((await params).classId).data;
  if (classId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const answer = await load(periodsOperations.readPeriods, { path: { schoolId, classId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { periods: view, mayChange, log = [] } = answer.output;
  if (!mayChange) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const title = `Périodes de la ${view.className}`;
  return (
    <Shell visit={visit}>
      <FormsTab title={title}>
        <Page title={title} lead={`Année scolaire ${view.year}-${view.year + 1}`}>
          <Outcome search={await searchParams} said={SAID} />
          <Section id="etat" title="Clore et rouvrir">
            <PeriodCards schoolId={schoolId} view={view} />
          </Section>
          <Section id="decoupage" title="Découpage de l’année">
            <DatesForm schoolId={schoolId} view={view} />
          </Section>
          <Section id="journal" title="Qui a changé quoi">
            {log.length === 0 ? (
              <Empty>Rien n’a encore été changé : ce sont les périodes habituelles.</Empty>
            ) : (
              <ol className="flex flex-col gap-2">
                {log.map(({ version, at, byName, change }) => (
                  <li key={version} className="card p-4">
                    <p className="font-semibold">{capital(changeWords(change))}</p>
                    <p className="text-soft">{`${byName}, ${moment(at)}`}</p>
                  </li>
                ))}
              </ol>
            )}
          </Section>
          <p>
            <Anchor href="/etablissement/periodes">Toutes les classes</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default ClassPeriodsPage;
