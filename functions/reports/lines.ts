import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { CardVersion, PeriodCards, Seen } from '@preau/shared/reports/versions.ts';
import type { CardLine } from '@preau/shared/reports/views.ts';

const isOf = (seen: Seen, { pupilId, period }: Pick<PeriodCards, 'pupilId' | 'period'>, version: number): boolean =>
  seen.pupilId === pupilId && seen.period === period && seen.version === version;

/** A version in a list, with the reader's own first reading. */
export const lineOf = (
  cards: Pick<PeriodCards, 'pupilId' | 'period'>,
  one: CardVersion,
  seen: readonly Seen[],
  reader?: PersonId,
): CardLine => {
  const own = seen.find((each) => each.personId === reader && isOf(each, cards, one.version));
  return {
    period: cards.period,
    periodLabel: one.periodLabel,
    model: one.model,
    version: one.version,
    schoolName: one.schoolName,
    className: one.className,
    sealedAt: one.sealedAt,
    visibleFrom: one.visibleFrom,
    ...(one.revoked === undefined ? {} : { revoked: { at: one.revoked.at, reason: one.revoked.reason } }),
    ...(own === undefined ? {} : { seenAt: own.at }),
  };
};

/** Who has opened a version, in the order of time: for staff. */
export const seenByOf = (cards: Pick<PeriodCards, 'pupilId' | 'period'>, version: number, seen: readonly Seen[]) =>
  seen
    .filter((one) => isOf(one, cards, version))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ name, at }) => ({ name, at }));
