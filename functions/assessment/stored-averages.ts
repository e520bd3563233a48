import * as z from 'zod';
import { Fraction, fractionOf, ofFraction } from '@preau/shared/assessment/rational.ts';
import type { Audience } from '@preau/shared/assessment/seen.ts';
import type { TimedAverages } from '@preau/shared/assessment/timed-averages.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { Instant } from '@preau/shared/kernel/school-time.ts';

type Seen = Readonly<Record<Audience, readonly TimedAverages[]>>;

/** From an instant on, the exact average of each pupil in the order of the list; empty for who has none. */
const Row = z.tuple([Instant, z.array(Fraction.or(z.literal('')))]);

/** The pupils once, then what each audience sees of them. */
const Body = z.strictObject({ i: z.array(PersonId), p: z.array(Row), g: z.array(Row) });

const rowsOf = (timed: readonly TimedAverages[], pupilIds: readonly PersonId[]): z.input<typeof Row>[] =>
  timed.map(({ from, averages }) => [
    from,
    pupilIds.map((pupilId) => {
      const average = averages.get(pupilId);
      return average === undefined ? '' : fractionOf(average);
    }),
  ]);

const timedFrom = (rows: readonly z.output<typeof Row>[], pupilIds: readonly PersonId[]): readonly TimedAverages[] =>
  rows.map(([from, values]) => ({
    from,
    averages: new Map(
      pupilIds.flatMap((pupilId, index) => {
        const value = values[index] ?? '';
        return value === '' ? [] : [[pupilId, ofFraction(value)] as const];
      }),
    ),
  }));

export const toAveragesBody = ({ pupils, guardians }: Seen): string => {
  const pupilIds = [...new Set([...pupils, ...guardians].flatMap(({ averages }) => [...averages.keys()]))];
  return JSON.stringify({ i: pupilIds, p: rowsOf(pupils, pupilIds), g: rowsOf(guardians, pupilIds) } satisfies z.input<typeof Body>);
};

export const fromAveragesBody = (text: string): Seen => {
  const { i, p, g } = Body.parse(JSON.parse(text));
  return { pupils: timedFrom(p, i), guardians: timedFrom(g, i) };
};
