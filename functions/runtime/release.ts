import { rangeWhereSkLessThanOrEquals } from '@symphoniacloud/dynamodb-entity-store';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { spreadOf } from '@preau/shared/kernel/spread.ts';
import { outboxText } from './conditional-write.ts';
import { isConditionFailure } from './entity.ts';
import { errorFields, type Log } from './log.ts';

/** What waits for its instant; once released it has none left. */
export interface Waiting {
  readonly releaseAt?: Instant | undefined;
  /** Of a query only: items find theirs by their id. */
  readonly shard?: number | undefined;
}

export interface ReleaseServices<T extends Waiting> {
  /** Index keys over which what waits is spread. */
  readonly shards: number;
  /** What is due by then in one shard: a page, the oldest first. */
  readonly listDue: (shard: number, until: Instant) => Promise<readonly T[]>;
  /** One conditional write that takes it out of the index and puts its event in the outbox; false when it is no longer due as it was listed. */
  readonly release: (due: T, now: Instant) => Promise<boolean>;
  readonly now: () => Instant;
  /** False when the function must end: what is left is due at the next minute. */
  readonly hasTime: () => boolean;
  readonly log: Log;
}

const AT_ONCE = 10;

/** Once released, an item leaves the index: `DUE#<shard>` / `<instant>#<id>`, absent when nothing waits. */
export const dueIndex = <T extends Waiting>(shards: number, idOf: (item: T) => string) => ({
  pk: (item: T) => (item.releaseAt === undefined ? undefined : `DUE#${item.shard ?? spreadOf(idOf(item), shards)}`),
  sk: (item: T) => (item.releaseAt === undefined ? undefined : `${item.releaseAt}#${idOf(item)}`),
});

/** What `queryOnePageWithGsiByPkAndSk` takes to read one shard of a `dueIndex`: what is due by then, the oldest first. */
export const dueIn = (shard: number, until: Instant) => [{ shard, releaseAt: until }, rangeWhereSkLessThanOrEquals(`${until}#~`)] as const;

interface UpdatableStore<K> {
  readonly update: (
    keySource: K,
    options: {
      readonly update: { readonly set: string; readonly remove: string };
      readonly conditionExpression: string;
      readonly expressionAttributeNames: Record<string, string>;
      readonly expressionAttributeValues: Record<string, unknown>;
    },
  ) => Promise<unknown>;
}

/**
 * The one write of a release: it holds only while the item waits for that very instant, so that a release moved, cancelled or already done is left alone.
 * Any other write of the item must in turn be conditional upon the `releaseAt` that it read.
 */
export const releaseOnce = async <K>(
  store: UpdatableStore<K>,
  key: K,
  { index, releaseAt, outbox }: { readonly index: 'gsi1' | 'gsi2'; readonly releaseAt: Instant; readonly outbox: readonly Envelope[] },
): Promise<boolean> => {
  try {
    await store.update(key, {
      update: { set: '#outbox = :outbox', remove: '#releaseAt, #indexPk, #indexSk' },
      conditionExpression: '#releaseAt = :releaseAt',
      expressionAttributeNames: { '#outbox': 'outbox', '#releaseAt': 'releaseAt', '#indexPk': `${index}pk`, '#indexSk': `${index}sk` },
      expressionAttributeValues: { ':outbox': outboxText(outbox), ':releaseAt': releaseAt },
    });
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

const releasePage = async <T extends Waiting>(services: ReleaseServices<T>, page: readonly T[]): Promise<number> => {
  let released = 0;
  for (let start = 0; start < page.length && services.hasTime(); start += AT_ONCE) {
    const now = services.now();
    const results = await Promise.allSettled(page.slice(start, start + AT_ONCE).map((due) => services.release(due, now)));
    for (const result of results) {
      if (result.status === 'fulfilled') released += result.value ? 1 : 0;
      else services.log({ level: 'error', message: 'release failed for one', ...errorFields(result.reason) });
    }
  }
  return released;
};

const isDue = ({ releaseAt }: Waiting, now: Instant): boolean => releaseAt !== undefined && Date.parse(releaseAt) <= Date.parse(now);

const releaseShard = async <T extends Waiting>(services: ReleaseServices<T>, shard: number): Promise<number> => {
  let released = 0;
  while (services.hasTime()) {
    const now = services.now();
    const due = (await services.listDue(shard, now)).filter((one) => isDue(one, now));
    const done = await releasePage(services, due);
    // The index lags behind the table: a page of which nothing was left to release is not asked again before the next minute.
    if (done === 0) return released;
    released += done;
  }
  return released;
};

/**
 * Every minute: tells of all that has come due. Nothing early, for only what is due is taken; nothing twice, for each write holds once;
 * nothing lost, for what a crash leaves behind stays due. Readers never wait for it: what they see depends on the instant alone.
 */
export const releaseDue = async <T extends Waiting>(services: ReleaseServices<T>): Promise<{ readonly released: number }> => {
  const shards = Array.from({ length: services.shards }, (_, shard) => releaseShard(services, shard));
  const released = (await Promise.all(shards)).reduce((sum, count) => sum + count, 0);
  return { released };
};
