import type { ClassId, PersonId, ServiceId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/school-time.ts';
import type { Weight } from './marks-views.ts';
import type { PeriodKey } from './periods.ts';
import type { Rational } from './rational.ts';
import type { Audience } from './seen.ts';

/** The averages that an audience sees from an instant on, until the next ones. */
export interface TimedAverages {
  readonly from: Instant;
  readonly averages: ReadonlyMap<PersonId, Rational>;
}

/** What each audience sees of the averages of a class in one service and period, and from when. */
export interface SeenAverages {
  readonly classId: ClassId;
  readonly serviceId: ServiceId;
  readonly period: PeriodKey;
  readonly weight: Weight;
  readonly seen: Readonly<Record<Audience, readonly TimedAverages[]>>;
}

/** The instants at which something read changes: those that are over but the last, which holds now, are forgotten. */
export const instantsFrom = (instants: readonly Instant[], now: Instant): readonly Instant[] => {
  const sorted = [...new Set(instants)].toSorted();
  const later = sorted.filter((instant) => Date.parse(instant) > Date.parse(now));
  const holding = sorted.findLast((instant) => Date.parse(instant) <= Date.parse(now));
  return holding === undefined ? later : [holding, ...later];
};
