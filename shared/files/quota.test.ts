import { expect, it } from 'vitest';
import { FileId, PersonId } from '../kernel/ids.ts';
import { addSeconds } from '../kernel/school-time.ts';
import { MOST_WAITING, WAITING_SECONDS } from './limits.ts';
import { emptyQuota, release, reserve, settle } from './quota.ts';

const NOW = '2026-11-23T07:20:00.000Z';
const who = PersonId.parse('per_pupil0');
const file = (index: number) => FileId.parse(`fil_file${String(index).padStart(4, '0')}`);
const started = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, index) => index).reduce(
    (quota, index) => {
      const next = reserve(quota, 1e9, { fileId: file(index), bytes }, NOW);
      return typeof next === 'string' ? quota : next;
    },
    emptyQuota(who, 2026),
  );

it('keeps a place for each upload under way, and refuses what would not fit', () => {
  const quota = started(2, 400);
  expect(reserve(quota, 1000, { fileId: file(9), bytes: 201 }, NOW)).toBe('full');
  expect(reserve(quota, 1000, { fileId: file(9), bytes: 200 }, NOW)).toMatchObject({ usedBytes: 0 });
});

it('frees the place of an upload that never came', () => {
  const later = addSeconds(NOW, WAITING_SECONDS + 1);
  expect(reserve(started(2, 400), 1000, { fileId: file(9), bytes: 900 }, later)).toMatchObject({ waiting: [{ fileId: file(9) }] });
});

it('refuses one upload too many under way', () => {
  expect(reserve(started(MOST_WAITING, 1), 1e9, { fileId: file(99), bytes: 1 }, NOW)).toBe('waiting');
});

it('weighs what arrived, nothing for what was refused, and no more what was withdrawn', () => {
  const quota = started(1, 400);
  expect(settle(quota, file(0), 0)).toMatchObject({ usedBytes: 0, waiting: [] });
  const kept = settle(quota, file(0), 380);
  expect(kept).toMatchObject({ usedBytes: 380, waiting: [] });
  expect(release(kept, 380).usedBytes).toBe(0);
});
