import type { Mark } from '@preau/shared/attendance/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { KEYS } from './cases.ts';
import { random } from './random.ts';

type Pattern = 'day' | 'morning' | 'hour' | 'late' | 'exempt';
/** What became of an absence: nothing yet, answered for, accepted, refused. */
export type Outcome = 'open' | 'answered' | 'accepted' | 'refused';

/** What one pupil's past day was. */
export interface PastDay {
  readonly pattern: Pattern;
  readonly outcome: Outcome;
}

/** Days that everybody meets, counted in school days back from the start. */
const KNOWN: Readonly<Record<string, Readonly<Record<number, PastDay>>>> = {
  [KEYS.lea]: {
    1: { pattern: 'day', outcome: 'open' },
    2: { pattern: 'late', outcome: 'open' },
    3: { pattern: 'morning', outcome: 'answered' },
    5: { pattern: 'day', outcome: 'accepted' },
    8: { pattern: 'hour', outcome: 'refused' },
  },
  [KEYS.tom]: { 2: { pattern: 'morning', outcome: 'open' } },
  [KEYS.ines]: { 1: { pattern: 'day', outcome: 'answered' }, 4: { pattern: 'morning', outcome: 'accepted' } },
  [KEYS.sacha]: { 2: { pattern: 'morning', outcome: 'open' }, 6: { pattern: 'day', outcome: 'accepted' } },
  [KEYS.enzo]: { 3: { pattern: 'day', outcome: 'open' } },
};

const PATTERNS = [
  [0.012, 'day'],
  [0.022, 'morning'],
  [0.028, 'hour'],
  [0.038, 'late'],
  [0.041, 'exempt'],
] as const satisfies readonly (readonly [number, Pattern])[];

const OUTCOMES = [
  [0.3, 'open'],
  [0.5, 'answered'],
  [0.9, 'accepted'],
  [1, 'refused'],
] as const satisfies readonly (readonly [number, Outcome])[];

/** One pupil in twenty-five has something on a day; the same seed tells the same past. */
export const pastDayOf = (seed: number, jointure: string, daysBack: number): PastDay | undefined => {
  const known = KNOWN[jointure];
  if (known !== undefined) return known[daysBack];
  const chance = random(seed, `${jointure} ${daysBack}`);
  const drawn = chance.next();
  const pattern = PATTERNS.find(([below]) => drawn < below)?.[1];
  if (pattern === undefined) return undefined;
  const fate = chance.next();
  return { pattern, outcome: OUTCOMES.find(([below]) => fate < below)?.[1] ?? 'accepted' };
};

const LATE_MINUTES = [4, 7, 10, 12, 15, 20] as const;

/** What the pupil is at one lesson, the first of his day being `0`. */
export const markAt = (
  pupilId: PersonId,
  { pattern }: PastDay,
  lesson: Pick<Lesson, 'start' | 'lessonId'>,
  rank: number,
): Mark | undefined => {
  const absent = pattern === 'day' || (pattern === 'morning' && lesson.start < '12:00') || (pattern === 'hour' && rank === 1);
  if (absent) return { pupilId, kind: 'absent' };
  if (rank !== 0) return undefined;
  if (pattern === 'late') return { pupilId, kind: 'late', minutesLate: random(0, `${pupilId}${lesson.lessonId}`).pick(LATE_MINUTES) };
  return pattern === 'exempt' ? { pupilId, kind: 'exempt' } : undefined;
};
