import { FileJudged } from '@preau/shared/files/events.ts';
import { KEPT_SECONDS } from '@preau/shared/files/limits.ts';
import { emptyQuota, settle } from '@preau/shared/files/quota.ts';
import type { FileFault, StoredUpload } from '@preau/shared/files/schema.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import type { FilesStore } from './store.ts';

const ATTEMPTS = 8;

type Arrived = Required<Pick<StoredUpload, 'arrivedAt'>> & StoredUpload;

const judgedEvent = ({ fileId, ownerId, purpose }: StoredUpload, fault: FileFault | undefined, at: Instant) =>
  happened(FileJudged, {
    id: `${fileId}#judged`,
    at,
    data: { fileId, ownerId, purpose, clean: fault === undefined, ...(fault === undefined ? {} : { fault }) },
  });

/** Writes the verdict of an upload with what it weighs in its owner's year: accepted without a fault, refused with it; undefined when somebody else settled it. */
export const settleUpload = async (
  store: FilesStore,
  upload: Arrived,
  fault: FileFault | undefined,
  now: Instant,
): Promise<StoredUpload | undefined> => {
  const judged: StoredUpload = {
    ...upload,
    status: fault === undefined ? 'clean' : 'refused',
    judgedAt: now,
    ...(fault === undefined ? {} : { fault }),
    version: upload.version + 1,
  };
  const weight = fault === undefined ? (upload.bytes ?? 0) : 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const quota = (await store.findQuota(upload.ownerId, upload.year)) ?? emptyQuota(upload.ownerId, upload.year);
    const settled = settle(quota, upload.fileId, weight);
    const events = [judgedEvent(judged, fault, now)];
    if (await store.settleUpload(judged, settled, events, addSeconds(now, KEPT_SECONDS))) return judged;
    const present = await store.findUpload(upload.fileId);
    if (present?.version !== upload.version) return undefined;
  }
  throw new Error('The quota is busy');
};
