import { filesOperations, type OwnFile } from '@preau/shared/files/api.ts';
import { mayListFiles } from '@preau/shared/files/policy.ts';
import { quotaOf } from '@preau/shared/files/quota.ts';
import type { StoredUpload } from '@preau/shared/files/schema.ts';
import { isBeingJudged, isKept } from '@preau/shared/files/withdrawal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { bind } from '../runtime/bind.ts';
import type { FilesServices } from './services.ts';
import { described } from './view.ts';

const ownFile = (upload: StoredUpload): readonly OwnFile[] => {
  const { fileId, purpose, status, arrivedAt } = upload;
  if (arrivedAt === undefined) return [];
  const { name, mediaType, bytes, explanation } = described(upload);
  return [
    { fileId, purpose, status, name, mediaType, bytes, explanation, arrivedAt, mayWithdraw: !isKept(upload) && !isBeingJudged(upload) },
  ];
};

/** One's own files, the latest first, and what is left of the year's space. */
export const listFiles = bind<FilesServices>()(filesOperations.listFiles, {
  subject: async () => ({}),
  may: mayListFiles,
  async run({ actor, input: { query }, services: { store }, now }) {
    const [{ files, next }, quota] = await Promise.all([
      store.listOwned(actor.personId, query.after),
      store.findQuota(actor.personId, schoolYearOf(localDateOf(now))),
    ]);
    return {
      files: files.flatMap(ownFile),
      ...(next === undefined ? {} : { next }),
      usedBytes: quota?.usedBytes ?? 0,
      maxBytes: quotaOf(actor.kind),
    };
  },
});
