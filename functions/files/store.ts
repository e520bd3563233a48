import { rangeWhereSkLessThan } from '@symphoniacloud/dynamodb-entity-store';
import { Quota, StoredUpload } from '@preau/shared/files/schema.ts';
import { filesTable } from '@preau/shared/files/table.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { FileId, PersonId } from '@preau/shared/kernel/ids.ts';
import { IF_NEW, unchangedSince, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import { entity, listByKeys, tableStore } from '../runtime/entity.ts';
import type { Database } from '../runtime/database/database.ts';

/** The place of a file in the list of its owner's. */
const placeOf = ({ arrivedAt, fileId }: Pick<StoredUpload, 'arrivedAt' | 'fileId'>): string => `${arrivedAt ?? ''}#${fileId}`;

const uploads = entity({
  type: 'upload',
  schema: StoredUpload,
  pk: ({ fileId }: Pick<StoredUpload, 'fileId'>) => `FILE#${fileId}`,
  sk: () => 'FILE',
  // Those that have arrived, under their owner: what he gave up half-way is nowhere.
  gsi1: {
    pk: ({ ownerId, arrivedAt }) => (arrivedAt === undefined ? undefined : `PERSON#${ownerId}`),
    sk: (upload) => (upload.arrivedAt === undefined ? undefined : placeOf(upload)),
  },
});

const quotas = entity({
  type: 'quota',
  schema: Quota,
  pk: ({ personId }: Pick<Quota, 'personId'>) => `PERSON#${personId}`,
  sk: ({ year }: Pick<Quota, 'year'>) => `QUOTA#${year}`,
});

const PAGE = 50;
/** After every place of a list. */
const AFTER_ALL = '~';

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

export type FilesStore = ReturnType<typeof filesStore>;

/** The table of files: one item per upload, and what each person has stored in a school year. */
export const filesStore = (tableName: string, client: Database) => {
  const all = tableStore(filesTable, tableName, client);
  const upload = all.for(uploads);
  const quota = all.for(quotas);

  return {
    /** One upload, as of now. */
    findUpload: (fileId: FileId): Promise<StoredUpload | undefined> => upload.getOrUndefined({ fileId }, { consistentRead: true }),

    /** The files of a lesson or of a hand-in, in one request. */
    listUploads: (fileIds: readonly FileId[]): Promise<readonly StoredUpload[]> =>
      listByKeys(
        upload,
        [...new Set(fileIds)].map((fileId) => ({ fileId })),
      ),

    /** One's own files, a page of those that have arrived, the latest first, with the place where the older ones begin. */
    listOwned: async (
      ownerId: PersonId,
      after = AFTER_ALL,
    ): Promise<{ readonly files: readonly StoredUpload[]; readonly next?: string }> => {
      const { items } = await upload.queryOnePageWithGsiByPkAndSk({ ownerId, arrivedAt: after }, rangeWhereSkLessThan(after), {
        gsiId: 'gsi1',
        scanIndexForward: false,
        limit: PAGE + 1,
      });
      const files = items.slice(0, PAGE);
      const last = files.at(-1);
      return { files, ...(items.length <= PAGE || last === undefined ? {} : { next: placeOf(last) }) };
    },

    findQuota: (personId: PersonId, year: number): Promise<Quota | undefined> =>
      quota.getOrUndefined({ personId, year }, { consistentRead: true }),

    /** Keeps a place for an upload, before the upload itself; false when another one came between. */
    putQuota: (next: Quota): Promise<boolean> => unlessRefused(quota.put(next, unchangedSince(next.version - 1, 'version'))),

    /** A prepared upload, given up by the table itself when it has not arrived. */
    addUpload: async (prepared: StoredUpload, until: string): Promise<void> => {
      await upload.put(prepared, { ...IF_NEW, ttl: secondsOf(until) });
    },

    /** What an upload becomes without changing what it weighs; false when somebody changed it since it was read. */
    putUpload: (next: StoredUpload, events: readonly Envelope[], until?: string): Promise<boolean> =>
      unlessRefused(
        upload.put(withOutbox(next, events), {
          ...unchangedSince(next.version - 1, 'version'),
          ...(until === undefined ? {} : { ttl: secondsOf(until) }),
        }),
      ),

    /** The verdict and the weight change together or not at all; false when either was changed since it was read. */
    settleUpload: (next: StoredUpload, weight: Quota, events: readonly Envelope[], until?: string): Promise<boolean> => {
      const transaction = all.transactions.buildWriteTransaction(uploads);
      transaction.put(withOutbox(next, events), {
        ...unchangedSince(next.version - 1, 'version'),
        ...(until === undefined ? {} : { ttl: secondsOf(until) }),
      });
      return unlessRefused(
        transaction
          .nextEntity(quotas)
          .put(weight, unchangedSince(weight.version - 1, 'version'))
          .execute(),
      );
    },

    /** A withdrawn file disappears with its weight. */
    removeUpload: (gone: StoredUpload, weight: Quota): Promise<boolean> => {
      const transaction = all.transactions.buildWriteTransaction(uploads);
      transaction.delete(gone, unchangedSince(gone.version, 'version'));
      return unlessRefused(
        transaction
          .nextEntity(quotas)
          .put(weight, unchangedSince(weight.version - 1, 'version'))
          .execute(),
      );
    },
  };
};
