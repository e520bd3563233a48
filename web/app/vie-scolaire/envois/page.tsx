import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { HoldCard } from '@/features/alerts/hold-card.tsx';
import { SettingsForm, SwitchForm } from '@/features/alerts/switch-form.tsx';
import { ALERTS_DONE } from '@/features/alerts/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Envois d’alertes';

const SendingsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const [holds, state] = await Promise.all([
    load(alertsOperations.listHolds, { path: { schoolId } }),
    load(alertsOperations.readSwitch, { path: { schoolId } }),
  ]);
  if (!holds.ok) return <RefusedPage visit={visit} refusal={holds.refusal} current="families" />;
  if (!state.ok) return <RefusedPage visit={visit} refusal={state.refusal} current="families" />;
  return (
    <Shell visit={visit} current="families">
      <FormsTab title={TITLE}>
        <Page title={TITLE} wide>
          <Outcome search={await searchParams} said={ALERTS_DONE} />
          <Section id="retenus" title="Envois retenus">
            {holds.output.holds.length === 0 ? (
              <Empty>Aucun envoi inhabituel.</Empty>
            ) : (
              <ul className="flex flex-col gap-3">
                {holds.output.holds.map((hold) => (
                  <HoldCard key={hold.holdId} schoolId={schoolId} hold={hold} mayDecide={holds.output.mayDecide} />
                ))}
              </ul>
            )}
          </Section>
          <Section id="interrupteur" title="Suspension">
            <SwitchForm schoolId={schoolId} state={state.output} mayGovern={state.output.mayGovern} />
          </Section>
          {state.output.mayGovern ? (
            <Section id="reglages-titre" title="Réglages">
              <SettingsForm schoolId={schoolId} state={state.output} />
            </Section>
          ) : null}
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default SendingsPage;
