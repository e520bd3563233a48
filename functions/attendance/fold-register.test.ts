import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AbsenceCorrected, AbsenceObserved, type RegisterTaken } from '@preau/shared/attendance/events.ts';
import { changesBetween } from '@preau/shared/attendance/register.ts';
import { observationsOf } from '@preau/shared/attendance/rules.ts';
import type { Mark, PupilDay } from '@preau/shared/attendance/schema.ts';
import { LessonId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { DataOf, Envelope } from '@preau/shared/kernel/event.ts';
import { foldRegister } from './fold-register.ts';
import { memoryStore } from './memory-store.testing.ts';
import type { AttendanceStore } from './store.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';

const seed = seedOfRun();
type Taken = DataOf<typeof RegisterTaken>;

const SCHOOL = SchoolId.parse('sch_college');
const DATE = '2026-11-23';
const STARTS = ['08:00', '09:00', '10:00', '14:00'] as const;
const PUPILS = ['lea', 'tom', 'zoe'].map((name) => PersonId.parse(`per_${name}00000`));
const GUARDIANS = ['one', 'two'].map((name) => PersonId.parse(`per_${name}00000`));
const lessonAt = (start: string) => LessonId.parse(`les_slot${start.replace(':', '')}`);

const aMark = fc.constantFrom('present', 'absent', 'late', 'exempt');
const someMarks = fc.tuple(...PUPILS.map(() => aMark)).map((kinds) =>
  kinds.flatMap((kind, index): Mark[] => {
    const pupilId = PUPILS[index];
    if (pupilId === undefined || kind === 'present') return [];
    if (kind === 'late') return [{ pupilId, kind, minutesLate: 5 }];
    return kind === 'absent' ? [{ pupilId, kind }] : [{ pupilId, kind: 'exempt' }];
  }),
);

/** A day of registers: each lesson's successive versions, as the submits would have recorded them. */
const someHistory = fc.tuple(...STARTS.map(() => fc.array(someMarks, { maxLength: 3 }))).map((byLesson) =>
  byLesson.flatMap((versions, lesson): Taken[] => {
    const start = STARTS[lesson] ?? '08:00';
    return versions.map((marks, index) => ({
      schoolId: SCHOOL,
      lessonId: lessonAt(start),
      date: DATE,
      start,
      end: `${start.slice(0, 2)}:55`,
      subject: 'Latin',
      role: 'teacher' as const,
      version: index + 1,
      takenAt: '2026-11-23T07:00:00.000Z',
      changes: changesBetween(versions[index - 1] ?? [], marks),
    }));
  }),
);

const fold = async (deliveries: readonly (readonly Taken[])[], pauses: () => number = () => 0) => {
  const pause = async () => {
    for (let turn = pauses(); turn > 0; turn -= 1) await Promise.resolve();
  };
  const { store, ...kept } = memoryStore(pause);
  const folding = foldRegister({
    now: () => '2026-11-23T07:00:00.000Z',
    store: store as AttendanceStore,
    directory: {
      findPupil: async (pupilId) => ({ pupilId, firstName: 'Léa', lastName: 'K', schoolId: SCHOOL, groupIds: [] }),
      listRoster: async () => [],
      listRecipients: async () => GUARDIANS.map((personId) => ({ personId, rights: { informed: true } })),
    },
    timetable: { findLesson: async () => undefined, listLessonsOfClass: async () => [], listLessonsOfSchool: async () => [] },
  });
  for (const together of deliveries) await Promise.all(together.map((taken) => folding(taken)));
  return kept;
};

/** What is recorded, without what families were told of it nor how many writes it took. */
const factsOf = (days: ReadonlyMap<string, PupilDay>) =>
  [...days.values()]
    .map(({ revision: _revision, observations, ...day }) => ({
      ...day,
      observations: Object.values(observations)
        .map(({ toldAs: _toldAs, toldRevision: _toldRevision, ...observation }) => observation)
        .toSorted((a, b) => a.lessonId.localeCompare(b.lessonId)),
    }))
    .toSorted((a, b) => a.pupilId.localeCompare(b.pupilId));

/** What families believe of each hour after reading every message in order; throws when a message contradicts the one before. */
const beliefsOf = (events: readonly Envelope[]): ReadonlyMap<string, string> => {
  const beliefs = new Map<string, string>();
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  for (const { type, data } of events) {
    const told =
      type === AbsenceObserved.type ? { ...AbsenceObserved.schema.parse(data), was: undefined } : AbsenceCorrected.schema.parse(data);
    const key = `${told.pupilId} ${told.lessonId}`;
    expect(beliefs.get(key)).toBe(told.was);
    const now = 'kind' in told ? told.kind : told.now;
    if (now === 'present') beliefs.delete(key);
    else beliefs.set(key, now);
  }
  return beliefs;
};

const expectTruth = (days: ReadonlyMap<string, PupilDay>, beliefs: ReadonlyMap<string, string>): void => {
  for (const day of days.values()) {
    let isEpisodeTold = true;
    let previous = 'present';
    for (const { lessonId, kind } of observationsOf(day)) {
      const believed = beliefs.get(`${day.pupilId} ${lessonId}`);
      if (kind === 'late') expect(believed).toBe('lateness');
      else if (kind !== 'absent') expect(believed).toBeUndefined();
      else expect([undefined, 'absence']).toContain(believed);
      if (kind !== 'absent' || previous !== 'absent') {
        expect(isEpisodeTold).toBe(true);
        isEpisodeTold = kind !== 'absent';
      }
      if (believed === 'absence') isEpisodeTold = true;
      previous = kind;
    }
    expect(isEpisodeTold).toBe(true);
  }
};

const shuffled = <T>(items: readonly T[], ranks: readonly number[]): readonly T[] =>
  items
    .map((item, index) => ({ item, rank: ranks[index % ranks.length] ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

describe(`folding registers, whatever the order in which they arrive (seed ${seed})`, () => {
  it('gives the same days and the same guardians’ rows when versions come shuffled, twice and together', async () => {
    await fc.assert(
      fc.asyncProperty(
        someHistory,
        fc.array(fc.integer(), { minLength: 24, maxLength: 24 }),
        fc.array(fc.nat(6), { minLength: 50, maxLength: 50 }),
        fc.integer({ min: 1, max: 5 }),
        async (history, ranks, waits, together) => {
          const inOrder = await fold(history.map((taken) => [taken]));
          const twice = shuffled([...history, ...history], ranks);
          const batches = Array.from({ length: Math.ceil(twice.length / together) }, (_, index) =>
            twice.slice(index * together, (index + 1) * together),
          );
          let turn = 0;
          const disordered = await fold(batches, () => waits[(turn += 1) % waits.length] ?? 0);
          expect(factsOf(disordered.days)).toEqual(factsOf(inOrder.days));
          expect(disordered.rows).toEqual(inOrder.rows);
          for (const run of [inOrder, disordered]) expectTruth(run.days, beliefsOf(run.events));
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it('tells families nothing more when everything comes again', async () => {
    await fc.assert(
      fc.asyncProperty(someHistory, async (history) => {
        const once = await fold(history.map((taken) => [taken]));
        const again = await fold([...history, ...history].map((taken) => [taken]));
        expect(again.events).toEqual(once.events);
      }),
      { seed, numRuns: 100 },
    );
  });
});
