import { alertsOperations } from '@preau/shared/alerts/api.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Notice } from '@/ui/notice.tsx';

const waitingWords = (waiting: number): string =>
  waiting > 1
    ? `${waiting} alertes sont retenues : ces familles ne sont pas prévenues.`
    : 'Une alerte est retenue : cette famille n’est pas prévenue.';

/** Alerts that do not leave are told where the office looks first, never only on their own page. */
export const WaitingNotice = async ({ schoolId }: { readonly schoolId: SchoolId }) => {
  const path = { schoolId };
  const [holds, state] = await Promise.all([load(alertsOperations.listHolds, { path }), load(alertsOperations.readSwitch, { path })]);
  if (!holds.ok || !state.ok) return null;
  const waiting = holds.output.holds.reduce((sum, hold) => sum + (hold.status === 'open' ? hold.waiting : 0), 0);
  const awaitsDecision = holds.output.holds.some((hold) => hold.status === 'open' && hold.cause === 'unusualVolume' && hold.waiting > 0);
  const stopped = !state.output.sending;
  if (waiting === 0 && !stopped) return null;
  return (
    <div className="bg-surface">
      <Notice tone="warning">
        <p className="font-semibold">
          {[
            ...(stopped ? ['Les alertes de l’établissement sont suspendues.'] : []),
            ...(waiting === 0 ? [] : [waitingWords(waiting)]),
          ].join(' ')}
        </p>
        <Anchor href="/vie-scolaire/envois" className="inline-flex min-h-11 items-center">
          {awaitsDecision && holds.output.mayDecide ? 'Décider de l’envoi' : 'Voir les envois d’alertes'}
        </Anchor>
      </Notice>
    </div>
  );
};
