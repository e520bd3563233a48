import { createHash } from 'node:crypto';
import { filesOperations } from '@preau/shared/files/api.ts';
import { FileArrived } from '@preau/shared/files/events.ts';
import { MAX_BYTES, WAITING_SECONDS } from '@preau/shared/files/limits.ts';
import { mayFollow } from '@preau/shared/files/policy.ts';
import type { FileFault, StoredUpload } from '@preau/shared/files/schema.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { quarantineKey } from './keys.ts';
import { kindOf } from './kind-of.ts';
import type { FilesServices } from './services.ts';
import { settleUpload } from './settle.ts';
import { viewUpload } from './view.ts';

const refuseNow = async (upload: StoredUpload, fault: FileFault, services: FilesServices, now: Instant) =>
  settleUpload(services.store, { ...upload, arrivedAt: now }, fault, now);

/** The arrival as it is recorded: what the bytes are, their fingerprint, and the event that has them judged. */
const record = async (upload: StoredUpload, services: FilesServices, now: Instant): Promise<StoredUpload | undefined> => {
  const object = await services.objects.read(quarantineKey(upload.storageKey), MAX_BYTES[upload.purpose]);
  if (object === undefined) return upload;
  if (object === 'too-large') return refuseNow(upload, 'too-large', services, now);
  const kind = kindOf(object.bytes, upload.name);
  if ('fault' in kind) return refuseNow(upload, kind.fault, services, now);
  const arrived: StoredUpload = {
    ...upload,
    arrivedAt: now,
    mediaType: kind.mediaType,
    bytes: object.bytes.byteLength,
    sha256: createHash('sha256').update(object.bytes).digest('hex'),
    version: upload.version + 1,
  };
  const events = [happened(FileArrived, { id: `${upload.fileId}#arrived`, at: now, data: { fileId: upload.fileId } })];
  // Judged or given up within two days, whatever happens.
  const written = await services.store.putUpload(arrived, events, addSeconds(now, 2 * WAITING_SECONDS));
  return written ? arrived : undefined;
};

/** Looks at what has arrived: its kind and its fingerprint at once, its innards by the reaction; said twice, it is done once. */
export const confirmArrival = bind<FilesServices>()(filesOperations.confirmArrival, {
  subject: ({ input, services }) => services.store.findUpload(input.path.fileId),
  may: mayFollow,
  async run({ subject, services, now }) {
    if (subject.arrivedAt !== undefined) return viewUpload(subject, services, now);
    const after = (await record(subject, services, now)) ?? (await services.store.findUpload(subject.fileId));
    if (after === undefined) return refuse('files.busy');
    return after.arrivedAt === undefined ? refuse('files.not-arrived') : viewUpload(after, services, now);
  },
});
