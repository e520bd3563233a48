import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { UnreachedList } from '@/features/alerts/unreached-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { capital, isDate, longDate, relativeDate, shiftDate, today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { StepLinks } from '@/ui/step-links.tsx';

const TITLE = 'Familles non jointes';
const addressOf = (date: string) => `/vie-scolaire/familles-non-jointes?jour=${date}`;

const UnreachedPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const asked = textOf((await searchParams)['jour']);
  const now = today();
  const date = isDate(asked) ? asked : now;
  const answer = await load(alertsOperations.listUnreached, { path: { schoolId: schoolOf(visit).schoolId }, query: { date } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="families" />;
  const { families } = answer.output;
  return (
    <Shell visit={visit} current="families">
      <Tab title={`${TITLE} · ${longDate(date)}`} />
      <Page title={TITLE} wide lead="Ces familles n’ont pas pu être prévenues par nos messages. Appelez-les.">
        <StepLinks
          label="Jour"
          title={capital(relativeDate(date, now))}
          before={{ href: addressOf(shiftDate(date, -1)), label: 'Jour précédent' }}
          after={{ href: addressOf(shiftDate(date, 1)), label: 'Jour suivant' }}
        />
        {families.length === 0 ? (
          <Empty>Toutes les familles à prévenir ont été jointes, ou sont en train de l’être.</Empty>
        ) : (
          <UnreachedList families={families} />
        )}
        <p>
          <Anchor href="/vie-scolaire/eleves">Élèves : responsables, alertes et absences de chacun</Anchor>
        </p>
        <p>
          <Anchor href="/vie-scolaire/envois">Envois d’alertes : confirmation, suspension, réglages</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default UnreachedPage;
