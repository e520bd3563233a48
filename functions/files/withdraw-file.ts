import { filesOperations } from '@preau/shared/files/api.ts';
import { mayFollow } from '@preau/shared/files/policy.ts';
import { emptyQuota, release, settle } from '@preau/shared/files/quota.ts';
import type { Quota, StoredUpload } from '@preau/shared/files/schema.ts';
import { isBeingJudged, isKept } from '@preau/shared/files/withdrawal.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { keptKey } from './keys.ts';
import type { FilesServices } from './services.ts';

const without = (quota: Quota, { status, fileId, bytes }: StoredUpload): Quota =>
  status === 'clean' ? release(quota, bytes ?? 0) : settle(quota, fileId, 0);

/** Takes a file back: its bytes, its place in the year; a work that was handed in stays, for it is a proof. */
export const withdrawFile = bind<FilesServices>()(filesOperations.withdrawFile, {
  subject: ({ input, services }) => services.store.findUpload(input.path.fileId),
  may: mayFollow,
  async run({ subject: upload, services: { store, objects } }) {
    if (isKept(upload)) return refuse('files.kept');
    if (isBeingJudged(upload)) return refuse('files.busy');
    const quota = (await store.findQuota(upload.ownerId, upload.year)) ?? emptyQuota(upload.ownerId, upload.year);
    if (!(await store.removeUpload(upload, without(quota, upload)))) return refuse('files.busy');
    if (upload.status === 'clean') await objects.remove(keptKey(upload.storageKey));
    return { withdrawn: true as const };
  },
});
