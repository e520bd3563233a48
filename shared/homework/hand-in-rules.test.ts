import { describe, expect, it } from 'vitest';
import { HomeworkId, PersonId } from '../kernel/ids.ts';
import { deadlineOf, isQuizOver, isReturned, refuseHandIn, usualPlan } from './hand-in-rules.ts';
import type { HandIn } from './hand-in-schema.ts';

const homeworkId = HomeworkId.parse('hwk_troisieme-20261126-abcdef');
const usual = usualPlan(homeworkId);
const DEADLINE = '2026-11-26T22:59:59.999Z';
const BEFORE = '2026-11-26T22:59:59.999Z';
const AFTER = '2026-11-26T23:00:00.000Z';

const handedIn = (late: boolean): HandIn => ({
  homeworkId,
  pupilId: PersonId.parse('per_pupil0'),
  requestId: 'request-1',
  at: BEFORE,
  late,
  version: 1,
  members: [],
  files: [],
  hasText: true,
});

it.each([
  ['2026-11-26', '23:59', 'Europe/Paris', DEADLINE],
  ['2026-07-01', '18:00', 'Europe/Paris', '2026-07-01T16:00:59.999Z'],
  ['2026-10-25', '23:59', 'Europe/Paris', '2026-10-25T22:59:59.999Z'],
  ['2026-11-26', '23:59', 'Indian/Reunion', '2026-11-26T19:59:59.999Z'],
])('closes on %s at %s in %s with the last instant of that minute', (dueOn, closesAt, zone, deadline) => {
  expect(deadlineOf(dueOn, { closesAt }, zone)).toBe(deadline);
});

describe('work is handed in', () => {
  it.each([
    ['in time', {}, undefined, BEFORE, undefined],
    ['again in time', {}, handedIn(false), BEFORE, undefined],
    ['late', {}, undefined, AFTER, undefined],
    ['late again', {}, handedIn(true), AFTER, undefined],
    ['late over one that came in time', {}, handedIn(false), AFTER, 'homework.hand-in-kept'],
    ['late where late ones are not taken', { lateAllowed: false }, undefined, AFTER, 'homework.hand-in-closed'],
    ['once corrections are returned', { returnedAt: BEFORE }, undefined, BEFORE, 'homework.hand-in-returned'],
    ['while the return waits', { returnedAt: AFTER }, undefined, BEFORE, undefined],
  ])('%s', (_when, change, before, now, code) => {
    expect(refuseHandIn({ ...usual, ...change }, DEADLINE, before, now)?.refused).toBe(code);
  });
});

it.each([
  [{}, AFTER, false],
  [{ lateAllowed: false }, BEFORE, false],
  [{ lateAllowed: false }, AFTER, true],
  [{ returnedAt: AFTER }, BEFORE, false],
  [{ returnedAt: AFTER }, AFTER, true],
])('a quiz with %o is over at %s: %s', (change, now, isOver) => {
  expect(isQuizOver({ ...usual, ...change }, DEADLINE, now)).toBe(isOver);
});

it('is returned from its instant on', () => {
  expect(isReturned(usual, AFTER)).toBe(false);
  expect(isReturned({ returnedAt: AFTER }, BEFORE)).toBe(false);
  expect(isReturned({ returnedAt: AFTER }, AFTER)).toBe(true);
});
