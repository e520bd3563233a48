import type { VirtualTime } from './virtual-time.testing.ts';

/** How often each thing goes wrong, as in the alert protocol's decision record. */
export interface Faults {
  readonly crashBefore: number;
  readonly crashAfter: number;
  readonly throttle: number;
  readonly ambiguous: number;
  readonly duplicate: number;
  readonly visibilityRace: number;
  readonly lostReceipt: number;
}

export const FAULTS: Faults = {
  crashBefore: 0.005,
  crashAfter: 0.005,
  throttle: 0.02,
  ambiguous: 0.005,
  duplicate: 0.02,
  visibilityRace: 0.02,
  lostReceipt: 0.001,
};

/** One run of one function: once crashed, nothing of it goes on, not even what it had started. */
export interface Invocation {
  readonly effect: <T>(latency: number, apply: () => T | Promise<T>) => Promise<T>;
  readonly crash: () => Promise<never>;
}

export interface FaultyWorld {
  readonly chance: (rate: number) => boolean;
  readonly between: (least: number, most: number) => number;
  readonly count: () => number;
  readonly fault: () => void;
  /** Runs a function as a queue does: what crashes comes again after the visibility time-out, what fails too. */
  readonly invoke: (run: (invocation: Invocation) => Promise<void>, visibilityMs: number | undefined) => void;
}

export const faultyWorld = (time: VirtualTime, random: () => number, faults: Faults): FaultyWorld => {
  let counted = 0;
  const chance = (rate: number): boolean => {
    const happens = random() < rate;
    if (happens) counted += 1;
    return happens;
  };

  const invoke: FaultyWorld['invoke'] = (run, visibilityMs) => {
    let isDead = false;
    const again = () => {
      if (visibilityMs !== undefined) time.at(time.now() + visibilityMs, () => invoke(run, visibilityMs));
    };
    const crash = (): Promise<never> => {
      if (!isDead) again();
      isDead = true;
      return new Promise<never>(() => {});
    };
    const effect = async <T>(latency: number, apply: () => T | Promise<T>): Promise<T> => {
      if (isDead || chance(faults.crashBefore)) return crash();
      await time.sleep(latency);
      if (isDead) return crash();
      const result = await apply();
      return isDead || chance(faults.crashAfter) ? crash() : result;
    };
    run({ effect, crash }).catch(() => {
      if (!isDead) again();
      isDead = true;
    });
  };

  return {
    chance,
    between: (least, most) => least + random() * (most - least),
    count: () => counted,
    fault: () => {
      counted += 1;
    },
    invoke,
  };
};
