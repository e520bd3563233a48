import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleBatch, type BatchRules, type Positioned } from './stream-batch.ts';

const record = (sequence: number, ageSeconds = 0): Positioned => ({ sequence: String(sequence), ageSeconds });
const rules = (change: Partial<BatchRules> = {}): BatchRules => ({ maxRetries: 2, maxAgeSeconds: undefined, bisects: true, ...change });

/** A function that always fails on these records, and reports them one by one or fails whole. */
const world = (poison: ReadonlySet<string>, reports: boolean) => {
  const done = new Set<string>();
  const order: string[] = [];
  const given: string[] = [];
  return {
    done,
    order,
    given,
    invoke: async (records: readonly Positioned[]) => {
      const bad = records.find((one) => poison.has(one.sequence));
      if (bad !== undefined && !reports) return { ok: false as const };
      for (const one of records) {
        if (one === bad) break;
        done.add(one.sequence);
        order.push(one.sequence);
      }
      return { ok: true as const, failed: bad === undefined ? [] : [bad.sequence] };
    },
    giveUp: (records: readonly Positioned[]) => void given.push(...records.map((one) => one.sequence)),
    wait: async () => undefined,
    isStopped: () => false,
  };
};

describe('handleBatch', () => {
  it('sets aside the poison alone and handles all the others, in order, whatever the batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: 29 })),
        fc.boolean(),
        async (size, bad, reports) => {
          const poison = new Set(bad.filter((index) => index < size).map(String));
          const played = world(poison, reports);
          const records = Array.from({ length: size }, (_, index) => record(index));
          expect(await handleBatch(records, rules(), played)).toBe(true);
          const others = records.map((one) => one.sequence).filter((sequence) => !poison.has(sequence));
          expect([...played.done]).toEqual(others);
          expect(played.given).toEqual([...poison].sort((a, b) => Number(a) - Number(b)));
        },
      ),
    );
  });

  it('sets the whole batch aside when the mapping does not bisect', async () => {
    const played = world(new Set(['1']), false);
    await handleBatch(
      [0, 1, 2].map((index) => record(index)),
      rules({ bisects: false }),
      played,
    );
    expect([played.given, [...played.done]]).toEqual([['0', '1', '2'], []]);
  });

  it('sets aside what is too old before trying it', async () => {
    const played = world(new Set(), true);
    await handleBatch([record(0, 100), record(1, 5)], rules({ maxAgeSeconds: 60 }), played);
    expect([played.given, [...played.done]]).toEqual([['0'], ['1']]);
  });

  it('considers nothing of the rest as done when it is stopped', async () => {
    const played = world(new Set(['0']), true);
    let calls = 0;
    const stopped = { ...played, isStopped: () => (calls += 1) > 2 };
    expect(await handleBatch([record(0)], rules({ maxRetries: undefined }), stopped)).toBe(false);
    expect(played.given).toEqual([]);
  });

  it('tries everything again when a function reports something unknown', async () => {
    let calls = 0;
    const played = world(new Set(), true);
    const invoke = async () => ({ ok: true as const, failed: (calls += 1) === 1 ? ['nobody'] : [] });
    expect(await handleBatch([record(0), record(1)], rules(), { ...played, invoke })).toBe(true);
    expect(calls).toBe(2);
  });
});
