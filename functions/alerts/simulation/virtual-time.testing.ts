/** A clock that jumps from one event to the next: hours pass in seconds, always in the same order. */
export interface VirtualTime {
  /** Milliseconds since the start. */
  readonly now: () => number;
  readonly at: (time: number, run: () => void) => void;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Runs until nothing is planned any more, or until the end. */
  readonly run: (until: number) => Promise<void>;
}

interface Planned {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
}

const isBefore = (one: Planned, other: Planned): boolean => one.time < other.time || (one.time === other.time && one.order < other.order);

const heap = () => {
  const items: Planned[] = [];
  const swap = (one: number, other: number) => {
    [items[one], items[other]] = [items[other]!, items[one]!];
  };
  return {
    push: (item: Planned) => {
      items.push(item);
      for (let child = items.length - 1; child > 0;) {
        const parent = (child - 1) >> 1;
        if (!isBefore(items[child]!, items[parent]!)) break;
        swap(child, parent);
        child = parent;
      }
    },
    pop: (): Planned | undefined => {
      const first = items[0];
      const last = items.pop();
      if (first === undefined || last === undefined || items.length === 0) return first;
      items[0] = last;
      for (let parent = 0; ;) {
        const left = 2 * parent + 1;
        const right = left + 1;
        let least = parent;
        if (left < items.length && isBefore(items[left]!, items[least]!)) least = left;
        if (right < items.length && isBefore(items[right]!, items[least]!)) least = right;
        if (least === parent) break;
        swap(parent, least);
        parent = least;
      }
      return first;
    },
  };
};

/** Lets everything that the last event started go as far as it can without the clock moving. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export const virtualTime = (): VirtualTime => {
  const planned = heap();
  let now = 0;
  let order = 0;
  const at = (time: number, run: () => void) => planned.push({ time: Math.max(time, now), order: (order += 1), run });
  return {
    now: () => now,
    at,
    sleep: (milliseconds) => new Promise((resolve) => at(now + milliseconds, resolve)),
    run: async (until) => {
      for (let next = planned.pop(); next !== undefined && next.time <= until; next = planned.pop()) {
        now = next.time;
        next.run();
        await settled();
      }
    },
  };
};

/** A seeded generator (mulberry32): the same seed gives the same faults. */
export const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
