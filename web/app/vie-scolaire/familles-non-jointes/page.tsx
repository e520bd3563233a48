import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { cancelledOf, cancelledWords, noFamilyWords } from '@/features/alerts/untold.ts';
import { UnreachedList } from '@/features/alerts/unreached-list.tsx';
import { WaitingAlerts } from '@/features/alerts/waiting-alerts.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { capital, isDate, longDate, relativeDate, shiftDate, today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { StepLinks } from '@/ui/step-links.tsx';

const TITLE = 'Familles non jointes';
const addressOf = (date: string) => `/vie-scolaire/familles-non-jointes?jour=${date}`;

const UnreachedPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const asked = textOf((await searchParams)['jour']);
  const now = today();
  const date = isDate(asked) ? asked : now;
  const path = { schoolId: schoolOf(visit).schoolId };
  const [answer, kept] = await Promise.all([
    load(alertsOperations.listUnreached, { path, query: { date } }),
    load(alertsOperations.listHolds, { path }),
  ]);
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="families" />;
  const { families } = answer.output;
  const holds = kept.ok ? kept.output.holds : undefined;
  const cancelled = cancelledOf(answer.output, holds ?? []);
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
        {kept.ok ? <WaitingAlerts holds={kept.output} sending /> : null}
        {cancelled === 0 ? null : (
          <Notice tone="warning">
            <p className="font-semibold">{cancelledWords(cancelled)}</p>
            <Anchor href="/vie-scolaire/envois" className="inline-flex min-h-11 items-center">
              Voir les envois d’alertes
            </Anchor>
          </Notice>
        )}
        {families.length === 0 ? <Empty>{noFamilyWords(answer.output, holds)}</Empty> : <UnreachedList families={families} />}
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
