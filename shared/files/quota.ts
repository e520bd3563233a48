import type { PersonKind } from '../directory/schema.ts';
import type { FileId, PersonId } from '../kernel/ids.ts';
import { addSeconds, type Instant } from '../kernel/school-time.ts';
import { MOST_WAITING, QUOTA_BYTES, WAITING_SECONDS } from './limits.ts';
import type { Quota } from './schema.ts';

export const quotaOf = (kind: PersonKind): number => (kind === 'staff' ? QUOTA_BYTES.staff : QUOTA_BYTES.other);

export const emptyQuota = (personId: PersonId, year: number): Quota => ({ personId, year, usedBytes: 0, waiting: [], version: 0 });

type NoPlace = 'full' | 'waiting';

/** Keeps the place of an upload under way; places of uploads that never came are free again after a day. */
export const reserve = (
  quota: Quota,
  limit: number,
  place: { readonly fileId: FileId; readonly bytes: number },
  now: Instant,
): Quota | NoPlace => {
  const waiting = quota.waiting.filter(({ until }) => until > now);
  if (waiting.length >= MOST_WAITING) return 'waiting';
  const taken = quota.usedBytes + waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  if (taken + place.bytes > limit) return 'full';
  return { ...quota, waiting: [...waiting, { ...place, until: addSeconds(now, WAITING_SECONDS) }], version: quota.version + 1 };
};

/** The place kept for an upload becomes what the file weighs: nothing when it was refused or withdrawn. */
export const settle = (quota: Quota, fileId: FileId, bytes: number): Quota => ({
  ...quota,
  usedBytes: quota.usedBytes + bytes,
  waiting: quota.waiting.filter((place) => place.fileId !== fileId),
  version: quota.version + 1,
});

/** A file that is withdrawn weighs no more. */
export const release = (quota: Quota, bytes: number): Quota => ({
  ...quota,
  usedBytes: Math.max(0, quota.usedBytes - bytes),
  version: quota.version + 1,
});
