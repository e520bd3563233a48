import { filesOperations } from '@preau/shared/files/api.ts';
import { MAX_BYTES, WAITING_SECONDS } from '@preau/shared/files/limits.ts';
import { faultOfName } from '@preau/shared/files/names.ts';
import { mayPrepare } from '@preau/shared/files/policy.ts';
import { emptyQuota, quotaOf, reserve } from '@preau/shared/files/quota.ts';
import type { StoredUpload } from '@preau/shared/files/schema.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import { addSeconds, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { bind } from '../runtime/bind.ts';
import type { FilesServices } from './services.ts';
import { viewUpload } from './view.ts';

/** The same person sends several photos at once. */
const ATTEMPTS = 8;

const nameRefusal = (name: string | undefined) => {
  const fault = name === undefined ? undefined : faultOfName(name);
  if (fault === 'hidden') return refuse('files.name-refused');
  return fault === 'kind' ? refuse('files.kind-refused') : undefined;
};

const keepPlace = async (
  actor: Actor,
  upload: StoredUpload,
  { store }: FilesServices,
): Promise<Refusal<'files.quota-reached' | 'files.too-many-waiting' | 'files.busy'> | undefined> => {
  const place = { fileId: upload.fileId, bytes: upload.reservedBytes };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const quota = (await store.findQuota(actor.personId, upload.year)) ?? emptyQuota(actor.personId, upload.year);
    const next = reserve(quota, quotaOf(actor.kind), place, upload.preparedAt);
    if (next === 'full') return refuse('files.quota-reached', { usedBytes: quota.usedBytes, maxBytes: quotaOf(actor.kind) });
    if (next === 'waiting') return refuse('files.too-many-waiting');
    if (await store.putQuota(next)) return undefined;
  }
  return refuse('files.busy');
};

/** Keeps a place in the owner's year and signs the form by which the browser sends one file straight to quarantine. */
export const prepareUpload = bind<FilesServices>()(filesOperations.prepareUpload, {
  subject: async () => ({}),
  may: mayPrepare,
  async run({ actor, input: { body }, services, now }) {
    const maxBytes = MAX_BYTES[body.purpose];
    if (body.bytes !== undefined && body.bytes > maxBytes) return refuse('files.too-large', { maxBytes });
    const named = nameRefusal(body.name);
    if (named !== undefined) return named;
    const upload: StoredUpload = {
      fileId: FileId.parse(`fil_${services.randomName()}`),
      ownerId: actor.personId,
      purpose: body.purpose,
      status: 'waiting',
      storageKey: services.randomName(),
      ...(body.name === undefined ? {} : { name: body.name.slice(-120) }),
      ...(body.returnTo === undefined ? {} : { returnTo: body.returnTo }),
      reservedBytes: body.bytes ?? maxBytes,
      preparedAt: now,
      year: schoolYearOf(localDateOf(now)),
      version: 1,
    };
    const noPlace = await keepPlace(actor, upload, services);
    if (isRefusal(noPlace)) return noPlace;
    await services.store.addUpload(upload, addSeconds(now, WAITING_SECONDS));
    return viewUpload(upload, services, now);
  },
});
