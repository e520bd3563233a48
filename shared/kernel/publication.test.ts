import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_WINDOW,
  isOpenAt,
  laterAudienceInstant,
  publicationInstant,
  releaseInstant,
  spreadInstant,
  type PublicationWindow,
} from './publication.ts';
import { addDays, addSeconds, instantOf, localDateOf, localTimeOf, weekdayOf } from './school-time.ts';
import { seedOfRun } from './seed.testing.ts';

const PARIS = 'Europe/Paris';
const seed = seedOfRun();

const paris = (text: string): string => {
  const [date = '', time = ''] = text.split(' ');
  return instantOf(date, time, PARIS);
};

describe('the publication window of a school that decided nothing', () => {
  it.each([
    ['2026-11-23 06:59', '2026-11-23 07:00'],
    ['2026-11-23 07:00', '2026-11-23 07:00'],
    ['2026-11-26 19:59', '2026-11-26 19:59'],
    ['2026-11-26 20:00', '2026-11-27 07:00'],
    ['2026-11-27 20:00', '2026-11-30 07:00'],
    ['2026-11-28 12:00', '2026-11-30 07:00'],
  ])('what is published on %s is read from %s on', (asked, visible) => {
    expect(publicationInstant(paris(asked), DEFAULT_WINDOW, PARIS)).toBe(paris(visible));
  });

  it.each([
    ['2026-10-24 12:00', '2026-10-26T06:00:00.000Z'],
    ['2027-03-27 12:00', '2027-03-29T05:00:00.000Z'],
  ])('opens on Monday at 7:00 local time after a week-end that changes hour: %s', (asked, visible) => {
    expect(publicationInstant(paris(asked), DEFAULT_WINDOW, PARIS)).toBe(visible);
  });

  it('opens at 7:00 in Saint-Denis when it is 4:00 in Paris', () => {
    expect(publicationInstant('2026-11-23T02:00:00.000Z', DEFAULT_WINDOW, 'Indian/Reunion')).toBe('2026-11-23T03:00:00.000Z');
  });

  it.each([
    ['2026-11-24 14:00', '2026-11-25 14:00'],
    ['2026-11-27 14:00', '2026-11-30 07:00'],
  ])('marks that pupils read on %s are read by parents from %s on', (pupils, parents) => {
    expect(laterAudienceInstant(paris(pupils), 24, DEFAULT_WINDOW, PARIS)).toBe(paris(parents));
  });
});

describe('a window that the head has changed', () => {
  it('stays closed through the closures, both ends included', () => {
    const closed = { ...DEFAULT_WINDOW, closures: [{ from: '2026-12-19', until: '2027-01-03' }] };
    expect(publicationInstant(paris('2026-12-18 20:00'), closed, PARIS)).toBe(paris('2027-01-04 07:00'));
  });

  it('opens on Saturdays and Sundays for a boarding school', () => {
    const boarding = { ...DEFAULT_WINDOW, closes: '21:30', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    expect(publicationInstant(paris('2026-11-28 21:29'), boarding, PARIS)).toBe(paris('2026-11-28 21:29'));
    expect(publicationInstant(paris('2026-11-28 21:30'), boarding, PARIS)).toBe(paris('2026-11-29 07:00'));
  });

  it('lets go of what a school closed for ever would hold', () => {
    const closed = { ...DEFAULT_WINDOW, closures: [{ from: '2026-01-01', until: '9999-12-31' }] };
    expect(publicationInstant(paris('2026-11-23 12:00'), closed, PARIS) > '2029-11-01').toBe(true);
  });
});

const asTime = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const anyWindow: fc.Arbitrary<PublicationWindow> = fc
  .record({
    opens: fc.integer({ min: 0, max: 22 * 60 }),
    length: fc.integer({ min: 60, max: 24 * 60 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    closures: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 20 })), { maxLength: 6 }),
  })
  .map(({ opens, length, weekdays, closures }) => ({
    opens: asTime(opens),
    closes: asTime(Math.min(opens + length, 24 * 60 - 1)),
    weekdays,
    closures: closures.map(([from, days]) => ({ from: addDays('2026-09-01', from), until: addDays('2026-09-01', from + days) })),
  }));

/** Half of them in the two week-ends that change hour. */
const anyInstant = fc.oneof(
  fc.integer({ min: 0, max: 400 * 1440 }).map((minutes) => addSeconds('2026-09-01T00:00:00.000Z', minutes * 60)),
  fc
    .tuple(fc.constantFrom('2026-10-24T20:00:00.000Z', '2027-03-27T20:00:00.000Z'), fc.integer({ min: 0, max: 720 }))
    .map(([night, minutes]) => addSeconds(night, minutes * 60)),
);

const anyZone = fc.constantFrom(PARIS, 'Indian/Reunion', 'America/Miquelon', 'Pacific/Noumea');

describe(`any window (SEED=${seed})`, () => {
  it('never publishes early, and always within the window', () => {
    fc.assert(
      fc.property(anyInstant, anyWindow, anyZone, (asked, window, zone) => {
        const visible = publicationInstant(asked, window, zone);
        return visible >= asked && isOpenAt(visible, window, zone);
      }),
      { seed },
    );
  });

  it('gives the same instant when asked again', () => {
    fc.assert(
      fc.property(anyInstant, anyWindow, anyZone, (asked, window, zone) => {
        const visible = publicationInstant(asked, window, zone);
        return publicationInstant(visible, window, zone) === visible;
      }),
      { seed },
    );
  });

  it('keeps the order in which things were asked', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 10_000 }), anyWindow, anyZone, (asked, minutes, window, zone) => {
        const later = addSeconds(asked, minutes * 60);
        return publicationInstant(asked, window, zone) <= publicationInstant(later, window, zone);
      }),
      { seed },
    );
  });

  it('holds nothing longer than the next opening', () => {
    fc.assert(
      fc.property(anyInstant, anyWindow, anyZone, fc.double({ min: 0, max: 1, noNaN: true }), (asked, window, zone, share) => {
        const visible = publicationInstant(asked, window, zone);
        const between = new Date(Date.parse(asked) + Math.floor(share * (Date.parse(visible) - Date.parse(asked)))).toISOString();
        return between >= visible || !isOpenAt(between, window, zone);
      }),
      { seed },
    );
  });

  it('opens at the local hour that the head chose, whatever the season', () => {
    const days = { ...DEFAULT_WINDOW, weekdays: [1, 2, 3, 4, 5, 6, 7] };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 4 * 60, max: 12 * 60 }), (after, opens) => {
        const date = addDays('2026-09-01', after);
        const window = { ...days, opens: asTime(opens) };
        const visible = publicationInstant(instantOf(date, '00:30', PARIS), window, PARIS);
        return localDateOf(visible, PARIS) === date && localTimeOf(visible, PARIS) === window.opens;
      }),
      { seed },
    );
  });

  it('spreads what waited, always the same way, less than the chosen minutes after the opening and never what was on time', () => {
    fc.assert(
      fc.property(fc.string(), anyInstant, fc.integer({ min: 0, max: 30 }), (id, asked, minutes) => {
        const opening = publicationInstant(asked, DEFAULT_WINDOW, PARIS);
        const released = releaseInstant(id, asked, DEFAULT_WINDOW, PARIS, minutes);
        const late = Date.parse(released) - Date.parse(opening);
        return (
          released === releaseInstant(id, asked, DEFAULT_WINDOW, PARIS, minutes) &&
          (opening === asked ? late === 0 : late >= 0 && late <= Math.max(0, minutes * 60_000 - 1000)) &&
          isOpenAt(released, DEFAULT_WINDOW, PARIS)
        );
      }),
      { seed },
    );
    const instants = Array.from({ length: 300 }, (_, index) => spreadInstant(`hwk_${index}`, '2026-11-23T06:00:00.000Z', 10));
    expect(new Set(instants).size).toBeGreaterThan(150);
  });

  it('opens on the weekdays of the head only', () => {
    fc.assert(
      fc.property(anyInstant, anyWindow, anyZone, (asked, window, zone) =>
        window.weekdays.includes(weekdayOf(localDateOf(publicationInstant(asked, window, zone), zone))),
      ),
      { seed },
    );
  });
});
