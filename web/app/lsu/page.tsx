import { reportsOperations } from '@preau/shared/reports/api.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { DisciplinesForm } from '@/features/reports/disciplines-form.tsx';
import { LsuFaults } from '@/features/reports/lsu-faults.tsx';
import { PeriodForm } from '@/features/reports/period-form.tsx';
import { periodIn } from '@/features/reports/periods.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Livret scolaire unique';

/** What the national file waits for, by who must put it right, then the file. */
const LsuPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const search = await searchParams;
  const period = periodIn(search);
  const answer = await load(reportsOperations.checkLsu, { path: { schoolId }, query: { period } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { schoolName, cards, leftOut, ready, faults, disciplines, subjects } = answer.output;
  return (
    <Shell visit={visit}>
      <Page title={TITLE} lead={schoolName}>
        <Outcome search={search} said={{ codes: 'Codes enregistrés.' }} />
        {textOf(search['erreur']) === undefined ? null : (
          <Notice tone="refused" live="alert">
            Le fichier ne peut pas encore être produit : corrigez ce que la liste indique.
          </Notice>
        )}
        <PeriodForm action="/lsu" period={period} />
        <Section id="fichier" title="Fichier à envoyer">
          <p>{`${cards} bilan${cards < 2 ? '' : 's'} périodique${cards < 2 ? '' : 's'} dans le fichier, ${leftOut} élève${leftOut < 2 ? '' : 's'} à corriger d’abord.`}</p>
          {ready ? (
            <p>
              <Anchor href={`/lsu/fichier?periode=${period}`} className="btn btn-primary">
                Télécharger le fichier LSU
              </Anchor>
            </p>
          ) : (
            <p className="text-soft">Le fichier pourra être téléchargé une fois la liste ci-dessous corrigée.</p>
          )}
        </Section>
        <LsuFaults faults={faults} />
        {disciplines.length === 0 ? (
          <Tab title={TITLE} />
        ) : (
          <Section id="codes" title="Codes des matières">
            <DisciplinesForm disciplines={disciplines} subjects={subjects} period={period} schoolId={schoolId} tab={TITLE} />
          </Section>
        )}
      </Page>
    </Shell>
  );
};

export default LsuPage;
