import type { alertsOperations, HoldView } from '@preau/shared/alerts/api.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import { today } from '@/lib/dates.ts';

type Unreached = Pick<OutputOf<typeof alertsOperations.listUnreached>, 'date' | 'cancelled'>;

const waitingOf = (holds: readonly HoldView[]): number => holds.reduce((sum, { waiting }) => sum + waiting, 0);

/** The alerts of a day that the school cancelled; a cancelled send is emptied within a minute, and what is left of it is told already. */
export const cancelledOf = ({ date, cancelled }: Unreached, holds: readonly HoldView[]): number =>
  cancelled + waitingOf(holds.filter(({ status, openedAt }) => status === 'cancelling' && today(new Date(openedAt)) === date));

export const cancelledWords = (cancelled: number): string =>
  cancelled > 1
    ? `${cancelled} alertes de ce jour ont été annulées : ces familles n’ont pas été prévenues. Si elles doivent l’être, appelez-les.`
    : 'Une alerte de ce jour a été annulée : cette famille n’a pas été prévenue. Si elle doit l’être, appelez-la.';

/** What a list without families says: that all were told, only when no alert was kept back or cancelled. */
export const noFamilyWords = (unreached: Unreached, holds: readonly HoldView[] | undefined): string =>
  holds !== undefined && unreached.cancelled === 0 && waitingOf(holds.filter(({ status }) => status !== 'releasing')) === 0
    ? 'Toutes les familles à prévenir ont été jointes, ou sont en train de l’être.'
    : 'Parmi les alertes parties ce jour-là, aucune n’a échoué.';
