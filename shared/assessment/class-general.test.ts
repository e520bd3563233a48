import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassId, PersonId, ServiceId } from '../kernel/ids.ts';
import { classGeneralOf, generalRule, placeInClass, type ClassGeneral } from './class-general.ts';
import { figuresOf } from './figures.ts';
import { averageOfSubjects } from './general.ts';
import { DEFAULT_MARKS_SETTINGS, type MarksSettings } from './marks-settings.ts';
import type { Weight } from './marks-views.ts';
import { ofDecimal, type Rational } from './rational.ts';
import { RoundingMode } from './rounding.ts';
import type { SeenAverages } from './timed-averages.ts';

const CLASS = ClassId.parse('cls_troisiemetroisiemea');
const person = (index: number): PersonId => PersonId.parse(`per_pupil${String(index).padStart(6, '0')}`);
const NOON = '2026-11-23T12:00:00.000Z';
const hour = (hours: number): string => new Date(Date.parse(NOON) + hours * 3_600_000).toISOString();
const said = (coefficient: string): Weight => ({ kind: 'said', coefficient });

/** The averages of a service from some hours on; pupils see them first, guardians a day later. */
const service = (
  index: number,
  rows: readonly (readonly [number, readonly (string | undefined)[]])[],
  weight = said('1'),
): SeenAverages => {
  const timed = (delay: number) =>
    rows.map(([hours, values]) => ({
      from: hour(hours + delay),
      averages: new Map(values.flatMap((value, pupil) => (value === undefined ? [] : [[person(pupil), ofDecimal(value)] as const]))),
    }));
  return {
    classId: CLASS,
    serviceId: ServiceId.parse(`svc_c-troisiemetroisiemea-subject${index}`),
    period: '2026-T1',
    weight,
    seen: { pupils: timed(0), guardians: timed(24) },
  };
};

const generalOf = (services: readonly SeenAverages[], settings: MarksSettings = DEFAULT_MARKS_SETTINGS, now = NOON): ClassGeneral => ({
  classId: CLASS,
  period: '2026-T1',
  madeBy: generalRule(settings),
  seen: classGeneralOf(services, settings, now),
});

const SHOWN: MarksSettings = { ...DEFAULT_MARKS_SETTINGS, rank: true };
const place = (general: ClassGeneral, pupil: number, now: string, over: Partial<Parameters<typeof placeInClass>[1]> = {}) => {
  const settings = over.settings ?? SHOWN;
  const reader = over.reader ?? 'pupils';
  const held = reader === 'staff' ? general.seen.pupils.at(-1) : general.seen[reader].findLast(({ from }) => from <= now);
  return placeInClass(general, { pupilId: person(pupil), own: held?.averages.get(person(pupil)), reader, now, settings, ...over });
};

const FIVE = ['15', '12', '12', '9', '7'];

describe('a class’s general average', () => {
  it('is seen by each audience from its own instant, made of what that audience sees then', () => {
    const general = generalOf([service(1, [[-3, FIVE]]), service(2, [[2, ['20', '20', '20', '20', '20']]])]);
    const mean = (reader: 'pupils' | 'guardians', now: string) => place(general, 0, now, { reader }).figures?.mean;
    expect(mean('pupils', hour(1))).toEqual(ofDecimal('11'));
    expect(mean('pupils', hour(2))).toEqual(ofDecimal('15.5'));
    expect(mean('guardians', hour(20))).toBeUndefined();
    expect(mean('guardians', hour(21))).toEqual(ofDecimal('11'));
    expect(mean('guardians', hour(26))).toEqual(ofDecimal('15.5'));
    expect(place(general, 0, NOON, { reader: 'staff' }).figures?.mean).toEqual(ofDecimal('15.5'));
  });

  it('is hidden below five averages, by the school, and from whoever is not counted in it', () => {
    const general = generalOf([service(1, [[-3, FIVE]])]);
    expect(place(general, 0, NOON)).toMatchObject({ figures: { pupils: 5 }, rank: { rank: 1, of: 5 } });
    expect(place(generalOf([service(1, [[-3, FIVE.slice(1)]])]), 0, NOON)).toEqual({});
    expect(place(general, 0, NOON, { settings: { ...SHOWN, classFigures: false } }).figures).toBeUndefined();
    expect(place(general, 0, NOON, { settings: { ...SHOWN, rank: false } })).not.toHaveProperty('rank');
    expect(place(general, 0, NOON, { own: ofDecimal('3') })).toEqual({});
    expect(place(general, 7, NOON, { own: ofDecimal('15') })).toEqual({});
    expect(place(general, 7, NOON).figures?.pupils).toBe(5);
  });

  it('says nothing once the school counts otherwise, until it is made again', () => {
    const displayed: MarksSettings = { ...SHOWN, generalFrom: 'displayed' };
    const general = generalOf([service(1, [[-3, FIVE]])]);
    expect(place(general, 0, NOON, { settings: displayed })).toEqual({});
    expect(place(general, 0, NOON, { settings: { ...SHOWN, rounding: 'se' } }).figures).toBeDefined();
    expect(place(generalOf([service(1, [[-3, FIVE]])], displayed), 0, NOON, { settings: { ...displayed, rounding: 'se' } })).toEqual({});
  });

  it('gives the same rank to the same displayed average, and none to whoever has none', () => {
    const general = generalOf([service(1, [[-3, ['12.04', '12', '15', '11.9', '7', undefined]]])]);
    const rank = (pupil: number) => place(general, pupil, NOON).rank?.rank;
    expect([0, 1, 2, 3, 4, 5].map(rank)).toEqual([2, 2, 1, 4, 5, undefined]);
  });

  it('leaves out a pupil whose coefficients are in conflict, as he has no general average himself', () => {
    const conflict: Weight = { kind: 'conflict', ofClass: '1', ofService: '2' };
    const general = generalOf([
      service(1, [[-3, [...FIVE, '20']]]),
      service(2, [[-3, [undefined, undefined, undefined, undefined, undefined, '20']]], conflict),
    ]);
    expect(place(general, 0, NOON).figures).toMatchObject({ mean: ofDecimal('11'), pupils: 5 });
  });

  const value = fc.option(
    fc.integer({ min: 0, max: 2000 }).map((cents) => (cents / 100).toFixed(2)),
    { nil: undefined },
  );
  const services = fc
    .array(
      fc.tuple(
        fc.array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.array(value, { minLength: 8, maxLength: 8 })), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.constantFrom('1', '2', '0.5'),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) =>
      all.map(([rows, coefficient], index) =>
        service(
          index,
          [...new Map(rows).entries()].toSorted(([one], [other]) => one - other),
          said(coefficient),
        ),
      ),
    );
  const policy = fc.record({
    rounding: fc.constantFrom(...RoundingMode.options),
    generalFrom: fc.constantFrom('exact' as const, 'displayed' as const),
  });

  it('is at every instant what each pupil’s own average makes, whenever it was stored', () => {
    fc.assert(
      fc.property(
        services,
        policy,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('pupils' as const, 'guardians' as const),
        (all, rule, after, audience) => {
          const settings = { ...SHOWN, ...rule };
          const general = generalOf(all, settings);
          const now = hour(after);
          const own = Array.from({ length: 8 }, (_, pupil): Rational | undefined => {
            const subjects = all.map(({ serviceId, weight, seen }) => ({
              key: serviceId,
              label: '',
              weight,
              average: seen[audience].findLast(({ from }) => from <= now)?.averages.get(person(pupil)),
            }));
            return averageOfSubjects(subjects, settings).average;
          });
          const expected = figuresOf(own, 5);
          for (const [pupil, average] of own.entries()) {
            const placed = placeInClass(general, { pupilId: person(pupil), own: average, reader: audience, now, settings });
            expect(placed.figures).toEqual(expected);
            expect(placed.rank !== undefined).toBe(expected !== undefined && average !== undefined);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
