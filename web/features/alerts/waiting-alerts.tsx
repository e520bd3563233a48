import { alertsOperations } from '@preau/shared/alerts/api.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { Ask } from '@/lib/ask.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Notice } from '@/ui/notice.tsx';

const waitingWords = (waiting: number): string =>
  waiting > 1
    ? `${waiting} alertes sont retenues : ces familles ne sont pas prévenues.`
    : 'Une alerte est retenue : cette famille n’est pas prévenue.';

export interface Waiting {
  readonly holds: OutputOf<typeof alertsOperations.listHolds>;
  readonly sending: boolean;
}

/** What keeps the alerts of a school from leaving; undefined when the API does not say. */
export const findWaiting = async (schoolId: SchoolId, ask: Ask): Promise<Waiting | undefined> => {
  const path = { schoolId };
  const [holds, state] = await Promise.all([ask(alertsOperations.listHolds, { path }), ask(alertsOperations.readSwitch, { path })]);
  return holds.ok && state.ok ? { holds: holds.output, sending: state.output.sending } : undefined;
};

/** Alerts that do not leave are told where the office looks first, never only on their own page. */
export const WaitingAlerts = ({ holds: { holds, mayDecide }, sending }: Waiting) => {
  const waiting = holds.reduce((sum, hold) => sum + (hold.status === 'open' ? hold.waiting : 0), 0);
  const awaitsDecision = holds.some((hold) => hold.status === 'open' && hold.cause === 'unusualVolume' && hold.waiting > 0);
  const stopped = !sending;
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
          {awaitsDecision && mayDecide ? 'Décider de l’envoi' : 'Voir les envois d’alertes'}
        </Anchor>
      </Notice>
    </div>
  );
};
