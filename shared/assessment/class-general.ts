import * as z from 'zod';
import type { ClassId, PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/school-time.ts';
import { SMALLEST_SHOWN_CLASS } from './class-figures.ts';
import { figuresOf, type Figures } from './figures.ts';
import { averageOfSubjects } from './general.ts';
import type { MarksSettings } from './marks-settings.ts';
import type { PeriodKey } from './periods.ts';
import { compare, type Rational } from './rational.ts';
import type { Reader } from './read-results.ts';
import { rounded, RoundingMode } from './rounding.ts';
import type { Audience } from './seen.ts';
import { instantsFrom, type SeenAverages, type TimedAverages } from './timed-averages.ts';

/** The general averages of a class, by the rules of the school at that time. */
export interface ClassGeneral {
  readonly classId: ClassId;
  readonly period: PeriodKey;
  readonly madeBy: GeneralRule;
  readonly seen: Readonly<Record<Audience, readonly TimedAverages[]>>;
}

type Policy = Pick<MarksSettings, 'rounding' | 'generalFrom'>;

/** What general averages depend on among the rules of a school. */
export const GeneralRule = z.union([z.literal('exact'), z.templateLiteral(['displayed ', RoundingMode])]);
export type GeneralRule = z.infer<typeof GeneralRule>;

/** Two policies of the same rule make the same general averages. */
export const generalRule = ({ rounding, generalFrom }: Policy): GeneralRule =>
  generalFrom === 'exact' ? 'exact' : `displayed ${rounding}`;

const isBy = (instant: Instant, now: Instant): boolean => Date.parse(instant) <= Date.parse(now);

const averagesAt = (services: readonly SeenAverages[], audience: Audience, instant: Instant, policy: Policy): TimedAverages => {
  const held = services.map(({ serviceId, weight, seen }) => ({
    key: serviceId,
    label: serviceId,
    weight,
    averages: seen[audience].findLast(({ from }) => isBy(from, instant))?.averages,
  }));
  const pupilIds = new Set(held.flatMap(({ averages }) => [...(averages?.keys() ?? [])]));
  const general = [...pupilIds].flatMap((pupilId) => {
    const { average } = averageOfSubjects(
      held.map(({ averages, ...subject }) => ({ ...subject, average: averages?.get(pupilId) })),
      policy,
    );
    return average === undefined ? [] : [[pupilId, average] as const];
  });
  return { from: instant, averages: new Map(general) };
};

/** The general average of each pupil of a class at each instant at which what an audience sees changes; a pupil whose average is withheld has none. */
export const classGeneralOf = (services: readonly SeenAverages[], policy: Policy, now: Instant): ClassGeneral['seen'] => {
  const of = (audience: Audience): readonly TimedAverages[] =>
    instantsFrom(
      services.flatMap(({ seen }) => seen[audience].map(({ from }) => from)),
      now,
    ).map((instant) => averagesAt(services, audience, instant, policy));
  return { pupils: of('pupils'), guardians: of('guardians') };
};

export interface PlaceInClass {
  readonly figures?: Figures | undefined;
  readonly rank?: { readonly rank: number; readonly of: number } | undefined;
}

interface Asked {
  readonly pupilId: PersonId;
  /** His general average as this reader sees it; absent when he has none. */
  readonly own: Rational | undefined;
  readonly reader: Reader;
  readonly now: Instant;
  readonly settings: MarksSettings;
}

/**
 * Where a pupil stands in his class for one reader at an instant, as the school lets it be seen and never below five averages.
 * Pupils who show the same average share a rank; what was made by another rule of the school, or of another average than the one he reads, says nothing.
 */
export const placeInClass = (general: ClassGeneral | undefined, { pupilId, own, reader, now, settings }: Asked): PlaceInClass => {
  if (general === undefined || general.madeBy !== generalRule(settings)) return {};
  const held = reader === 'staff' ? general.seen.pupils.at(-1) : general.seen[reader].findLast(({ from }) => isBy(from, now));
  if (held === undefined || held.averages.size < SMALLEST_SHOWN_CLASS) return {};
  const shown = (average: Rational): Rational => rounded(average, settings.rounding);
  const counted = held.averages.get(pupilId);
  const isHis = own === undefined ? counted === undefined : counted !== undefined && compare(shown(counted), shown(own)) === 0;
  if (!isHis) return {};
  const all = [...held.averages.values()];
  return {
    ...(settings.classFigures ? { figures: figuresOf(all, SMALLEST_SHOWN_CLASS) } : {}),
    ...(settings.rank && own !== undefined
      ? { rank: { rank: 1 + all.filter((one) => compare(shown(one), shown(own)) > 0).length, of: all.length } }
      : {}),
  };
};
