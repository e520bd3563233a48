import type { Database } from '../runtime/database/database.ts';
import { rangeWhereSkBeginsWith } from '@symphoniacloud/dynamodb-entity-store';
import { Anomaly, ImportKind, ImportRecord } from '@preau/shared/imports/schema.ts';
import { importsTable } from '@preau/shared/imports/table.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import { ImportId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import * as z from 'zod';
import { IF_NEW, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import { entity, tableStore } from '../runtime/entity.ts';

const KEEP_SECONDS = 180 * 86_400;
const PAGE = 50;
const ttlOf = (instant: Instant): number => Math.floor(Date.parse(addSeconds(instant, KEEP_SECONDS)) / 1000);

/** An import, and the attempt whose anomalies are the current ones. */
export const StoredImport = ImportRecord.extend({ anomaliesOf: z.int() });
export type StoredImport = z.infer<typeof StoredImport>;

const StoredAnomaly = Anomaly.extend({ importId: ImportId, attempt: z.int(), rank: z.int() });
const Applied = z.strictObject({ kind: ImportKind, date: LocalDate.optional(), complete: z.boolean(), importId: ImportId, at: Instant });
export type Applied = z.infer<typeof Applied>;
const Lease = z.strictObject({ kind: ImportKind, owner: z.string(), until: Instant });

const padded = (count: number): string => String(count).padStart(6, '0');

/** Cursors are the end of a sort key and nothing else: they cannot name another partition. */
const nextOf = (sortKey: unknown, prefix = ''): { readonly next?: string } =>
  typeof sortKey === 'string' ? { next: sortKey.slice(prefix.length) } : {};

const imports = entity({
  type: 'import',
  schema: StoredImport,
  pk: ({ importId }: Pick<StoredImport, 'importId'>) => `IMPORT#${importId}`,
  sk: () => 'IMPORT',
  gsi1: { pk: () => 'IMPORTS', sk: (record) => `${record.createdAt}#${record.importId}` },
});

const anomalies = entity({
  type: 'anomaly',
  schema: StoredAnomaly,
  pk: ({ importId }: { readonly importId: ImportId }) => `IMPORT#${importId}`,
  sk: ({ attempt, rank }: { readonly attempt: number; readonly rank: number }) => `ANOMALY#${padded(attempt)}#${padded(rank)}`,
});

const applied = entity({
  type: 'applied',
  schema: Applied,
  pk: ({ kind }: { readonly kind: ImportKind }) => `APPLIED#${kind}`,
  sk: () => 'APPLIED',
});
const leases = entity({
  type: 'lease',
  schema: Lease,
  pk: ({ kind }: { readonly kind: ImportKind }) => `LEASE#${kind}`,
  sk: () => 'LEASE',
});

/** The imports' table: deliveries, their anomalies, what was applied last, and who is writing now. */
export const importsStore = (tableName: string, client: Database) => {
  const all = tableStore(importsTable, tableName, client);
  const deliveries = all.for(imports);

  return {
    findImport: (importId: ImportId): Promise<StoredImport | undefined> => deliveries.getOrUndefined({ importId }),

    /** A new delivery. */
    addImport: async (record: StoredImport): Promise<void> => {
      await deliveries.put(record, { ...IF_NEW, ttl: ttlOf(record.createdAt) });
    },

    /** Any later state, with the events that carry the work on; false when another request came between. */
    putImport: (
      record: StoredImport,
      before: Pick<StoredImport, 'attempt' | 'status'>,
      outbox: readonly Envelope[] = [],
    ): Promise<boolean> =>
      unlessRefused(
        deliveries.put(withOutbox(record, outbox), {
          conditionExpression: '#attempt = :attempt AND #status = :status',
          expressionAttributeNames: { '#attempt': 'attempt', '#status': 'status' },
          expressionAttributeValues: { ':attempt': before.attempt, ':status': before.status },
          ttl: ttlOf(record.createdAt),
        }),
      ),

    /** The operators' page of imports, the latest first. */
    listImports: async (after?: string) => {
      const importId = /^[\dTZ:.-]{20,30}#(?<id>imp_[A-Za-z0-9_-]{6,80})$/.exec(after ?? '')?.groups?.['id'];
      const from =
        importId === undefined ? {} : { exclusiveStartKey: { pk: `IMPORT#${importId}`, sk: 'IMPORT', gsi1pk: 'IMPORTS', gsi1sk: after } };
      const page = await deliveries.queryOnePageWithGsiByPk({}, { gsiId: 'gsi1', limit: PAGE, scanIndexForward: false, ...from });
      return { items: page.items, ...nextOf(page.lastEvaluatedKey?.['gsi1sk']) };
    },

    /** An import's page: its anomalies, the reasons to refuse first. */
    listAnomalies: async (importId: ImportId, attempt: number, after?: string) => {
      const prefix = `ANOMALY#${padded(attempt)}#`;
      const from = /^\d{6}$/.test(after ?? '') ? { exclusiveStartKey: { pk: `IMPORT#${importId}`, sk: `${prefix}${after}` } } : {};
      const page = await all.for(anomalies).queryOnePageByPkAndSk({ importId }, rangeWhereSkBeginsWith(prefix), { limit: PAGE, ...from });
      const items = page.items.map(({ importId: _import, attempt: _attempt, rank: _rank, ...anomaly }) => anomaly);
      return { items, ...nextOf(page.lastEvaluatedKey?.['sk'], prefix) };
    },

    /** Replacing the same attempt's anomalies by the same ones changes nothing. */
    putAnomalies: async (importId: ImportId, attempt: number, found: readonly Anomaly[], now: Instant): Promise<void> => {
      if (found.length === 0) return;
      const items = found.map((anomaly, rank) => ({ ...anomaly, importId, attempt, rank }));
      const { unprocessedItems } = await all.for(anomalies).advancedOperations.batchPut(items, { batchSize: 25, ttl: ttlOf(now) });
      if (unprocessedItems !== undefined) throw new Error('The engine left anomalies unwritten');
    },

    findApplied: (kind: ImportKind): Promise<Applied | undefined> => all.for(applied).getOrUndefined({ kind }),

    putApplied: async (fact: Applied): Promise<void> => {
      await all.for(applied).put(fact);
    },

    /** One import of a kind writes at a time; true when this owner holds the lease until then. */
    takeLease: (kind: ImportKind, owner: string, now: Instant, seconds: number): Promise<boolean> =>
      unlessRefused(
        all.for(leases).put(
          { kind, owner, until: addSeconds(now, seconds) },
          {
            conditionExpression: 'attribute_not_exists(pk) OR #owner = :owner OR #until < :now',
            expressionAttributeNames: { '#owner': 'owner', '#until': 'until' },
            expressionAttributeValues: { ':owner': owner, ':now': now },
          },
        ),
      ),

    /** Nothing changes when another owner has taken it since. */
    dropLease: async (kind: ImportKind, owner: string): Promise<void> => {
      await unlessRefused(
        all.for(leases).delete(
          { kind },
          {
            conditionExpression: '#owner = :owner',
            expressionAttributeNames: { '#owner': 'owner' },
            expressionAttributeValues: { ':owner': owner },
          },
        ),
      );
    },
  };
};

export type ImportsStore = ReturnType<typeof importsStore>;
