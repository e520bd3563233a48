import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { event, happened } from '@preau/shared/kernel/event.ts';
import { addSeconds, Instant } from '@preau/shared/kernel/school-time.ts';
import { randomFrom } from '../testing/random.ts';
import { freshTable, type FreshTable } from '../testing/tables.ts';
import { entity, isConditionFailure, tableStore } from './entity.ts';
import { dueIn, dueIndex, releaseDue, releaseOnce, type ReleaseServices } from './release.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';

const SHARDS = 3;
const START = '2026-11-23T06:00:00.000Z';
const NoticeReleased = event('testing.notice-released', z.strictObject({ noticeId: z.string() }));

const Notice = z.strictObject({ noticeId: z.string(), text: z.string(), publishedAt: Instant, releaseAt: Instant.optional() });
type Notice = z.infer<typeof Notice>;

const noticeEntity = entity({
  type: 'notice',
  schema: Notice,
  pk: ({ noticeId }: { readonly noticeId: string }) => `NOTICE#${noticeId}`,
  sk: () => 'NOTICE',
  gsi1: dueIndex<Notice>(SHARDS, (notice) => notice.noticeId),
});

const notice = (noticeId: string, at: string): Notice => ({ noticeId, text: 'v1', publishedAt: at, releaseAt: at });

const spec = { domain: 'testing', indexes: ['gsi1'], outbox: true, ttl: false } as const;

/** What a crash does to a write: it never left, or its answer never came back. */
type Crash = 'before' | 'after' | undefined;

/** A domain that publishes notices, with faults that a test injects. */
const noticeBoard = ({ name, client }: FreshTable, crash: () => Crash = () => undefined) => {
  const published: { readonly id: string; readonly at: Instant }[] = [];
  const notices = tableStore(spec, name, client).for(noticeEntity);
  let now = START;

  const release = async (due: Notice, at: Instant): Promise<boolean> => {
    const fault = crash();
    if (fault === 'before') throw new Error('The function died before it wrote');
    const { releaseAt = at, noticeId } = due;
    const outbox = [happened(NoticeReleased, { id: `${noticeId}#${releaseAt}`, at, data: { noticeId } })];
    const done = await releaseOnce(notices, { noticeId }, { index: 'gsi1', releaseAt, outbox });
    if (done) published.push({ id: noticeId, at });
    if (fault === 'after') throw new Error('The function died once it had written');
    return done;
  };

  const services: ReleaseServices<Notice> = {
    shards: SHARDS,
    listDue: async (shard, until) =>
      (await notices.queryOnePageWithGsiByPkAndSk(...dueIn(shard, until), { gsiId: 'gsi1', limit: 7 })).items,
    release,
    now: () => now,
    hasTime: () => true,
    log: () => undefined,
  };

  /** What its author does: a write that holds only while nobody has moved or released it. */
  const save = async (before: Notice, after: Notice): Promise<boolean> => {
    const unchanged = before.releaseAt === undefined ? 'attribute_not_exists(#releaseAt)' : '#releaseAt = :before';
    try {
      await notices.put(after, {
        conditionExpression: unchanged,
        expressionAttributeNames: { '#releaseAt': 'releaseAt' },
        ...(before.releaseAt === undefined ? {} : { expressionAttributeValues: { ':before': before.releaseAt } }),
      });
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  return {
    published,
    notices,
    services,
    save,
    at: (instant: Instant) => {
      now = instant;
    },
  };
};

let table: FreshTable;

beforeEach(async () => {
  table = await freshTable(spec);
});

describe('the release path', () => {
  it('releases what is due, on the hour, and nothing before it', async () => {
    const board = noticeBoard(table);
    await Promise.all([notice('a', START), notice('b', addSeconds(START, 60))].map((one) => board.notices.put(one)));

    board.at(addSeconds(START, -1));
    expect(await releaseDue(board.services)).toEqual({ released: 0 });
    board.at(START);
    expect(await releaseDue(board.services)).toEqual({ released: 1 });
    board.at(addSeconds(START, 60));
    expect(await releaseDue(board.services)).toEqual({ released: 1 });
    expect(board.published).toEqual([
      { id: 'a', at: START },
      { id: 'b', at: addSeconds(START, 60) },
    ]);
  });

  it('takes what it released out of the index, and leaves the rest of the item alone', async () => {
    const board = noticeBoard(table);
    await board.notices.put(notice('a', START));
    await releaseDue(board.services);
    expect(await board.notices.getOrThrow({ noticeId: 'a' })).toEqual({ noticeId: 'a', text: 'v1', publishedAt: START });
    for (let shard = 0; shard < SHARDS; shard += 1) expect(await board.services.listDue(shard, '2100-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('does not trust an index that says too early', async () => {
    const board = noticeBoard(table);
    const late = notice('a', addSeconds(START, 3600));
    await board.notices.put(late);
    const { released } = await releaseDue({ ...board.services, listDue: async () => [late] });
    expect([released, board.published]).toEqual([0, []]);
  });

  it('does not turn for ever over an index that still shows what was released', async () => {
    const board = noticeBoard(table);
    await board.notices.put(notice('a', START));
    const { released } = await releaseDue({ ...board.services, shards: 1, listDue: async () => [notice('a', START)] });
    expect([released, board.published.length]).toEqual([1, 1]);
  });

  it('leaves for the next minute what it had no time for', async () => {
    const board = noticeBoard(table);
    await Promise.all(Array.from({ length: 40 }, (_, index) => board.notices.put(notice(`n${index}`, START))));
    let turns = 0;
    await releaseDue({ ...board.services, hasTime: () => (turns += 1) < 6 });
    const first = board.published.length;
    expect(first).toBeLessThan(40);
    await releaseDue(board.services);
    expect(board.published.length).toBe(40);
  });

  it('goes on past one that always fails', async () => {
    const board = noticeBoard(table);
    await Promise.all(Array.from({ length: 20 }, (_, index) => board.notices.put(notice(`n${index}`, START))));
    const lines: unknown[] = [];
    const release: typeof board.services.release = async (due, now) => {
      if (due.noticeId === 'n3') throw new Error('Poisoned');
      return board.services.release(due, now);
    };
    await releaseDue({ ...board.services, release, log: (line) => lines.push(line) });
    expect(board.published.length).toBe(19);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('costs one write of the item and one of its index', async () => {
    const board = noticeBoard(table);
    await board.notices.put(notice('a', START));
    table.meter.reset();
    await releaseDue(board.services);
    expect(table.meter.units().wru).toBe(2);
  });
});

describe('under crashes and races', () => {
  const seed = seedOfRun();

  it(`publishes each notice once, never early, whatever dies or moves meanwhile (SEED=${seed})`, async () => {
    const random = randomFrom(seed);
    const board = noticeBoard(table, () => {
      const dice = random.next();
      if (dice < 0.15) return 'before';
      return dice < 0.3 ? 'after' : undefined;
    });
    const NOTICES = 120;
    const MINUTES = 20;
    const wanted = new Map<string, Notice>();
    await Promise.all(
      Array.from({ length: NOTICES }, async (_, index) => {
        const one = notice(`n${index}`, addSeconds(START, random.below(MINUTES * 60)));
        wanted.set(one.noticeId, one);
        await board.notices.put(one);
      }),
    );

    /** The author changes his mind from what he last read: later, sooner, at once, or only the text. */
    const changeMind = async (noticeId: string, minute: Instant): Promise<void> => {
      const before = await board.notices.getOrThrow({ noticeId });
      if (before.releaseAt === undefined) return;
      const at = random.next() < 0.5 ? before.publishedAt : addSeconds(minute, 1 + random.below(300));
      const after = { ...before, text: 'v2', publishedAt: at, releaseAt: at };
      if (await board.save(before, after)) wanted.set(noticeId, after);
    };

    for (let minute = 0; minute <= MINUTES + 6; minute += 1) {
      const now = addSeconds(START, minute * 60);
      board.at(now);
      // Two runs at once: the schedule calls at least once, and an operator may call by hand.
      await Promise.allSettled([
        releaseDue(board.services),
        releaseDue(board.services),
        ...[...new Set(Array.from({ length: 5 }, () => `n${random.below(NOTICES)}`))].map((noticeId) => changeMind(noticeId, now)),
      ]);
    }
    for (let rest = 0; rest < 30; rest += 1) await releaseDue(board.services);

    expect(board.published.map(({ id }) => id).toSorted()).toEqual([...wanted.keys()].toSorted());
    for (const { id, at } of board.published) expect(at >= (wanted.get(id)?.publishedAt ?? ''), `${id} at ${at}`).toBe(true);
  }, 60_000);

  it(`writes the event with the release, or neither (SEED=${seed})`, async () => {
    const random = randomFrom(seed + 1);
    const board = noticeBoard(table);
    const noticeIds = Array.from({ length: 30 }, (_, index) => `n${index}`);
    await Promise.all(noticeIds.map((noticeId) => board.notices.put(notice(noticeId, START))));
    const update = table.client.update.bind(table.client);
    let stops = 0;
    table.client.update = async (input) => {
      const dies = random.next() < 0.4;
      if (dies && random.next() < 0.5) throw new Error(`Cut before ${(stops += 1)}`);
      const answer = await update(input);
      if (dies) throw new Error(`Cut after ${(stops += 1)}`);
      return answer;
    };
    for (let minute = 0; minute < 20; minute += 1) await releaseDue(board.services);
    table.client.update = update;

    expect(stops).toBeGreaterThan(0);
    for (const noticeId of noticeIds) {
      const key = { pk: `NOTICE#${noticeId}`, sk: 'NOTICE' };
      const { Item: stored } = await table.client.get({ TableName: table.name, Key: key });
      expect([stored?.['releaseAt'], JSON.parse(stored?.['outbox']).length], noticeId).toEqual([undefined, 1]);
    }
  }, 30_000);
});
