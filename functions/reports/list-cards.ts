import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { isVisible } from '@preau/shared/reports/policy.ts';
import type { CardLine } from '@preau/shared/reports/views.ts';
import { lineOf } from './lines.ts';
import type { ReportsStore } from './store.ts';

interface Reader {
  readonly personId: PersonId;
  /** Staff see what waits for its hour too. */
  readonly asStaff: boolean;
}

/** A pupil's cards of every year, the newest first, as that reader may see them now. */
export const cardsOfPupil = async (
  pupilId: PersonId,
  { personId, asStaff }: Reader,
  store: ReportsStore,
  now: Instant,
): Promise<CardLine[]> => {
  const [all, seen] = await Promise.all([store.listCards(pupilId), asStaff ? [] : store.listAllSeen(pupilId)]);
  return all
    .flatMap((cards) => cards.versions.map((version) => ({ cards, version })))
    .filter(({ version }) => asStaff || isVisible(version, now))
    .map(({ cards, version }) => lineOf(cards, version, seen, personId))
    .toSorted((a, b) => (a.period === b.period ? b.version - a.version : a.period < b.period ? 1 : -1));
};
