/** A seeded source of chance: the same seed always draws the same academy. */
export interface Random {
  /** From 0 included to 1 excluded. */
  readonly next: () => number;
  /** Both ends included. */
  readonly int: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffle: <T>(all: readonly T[]) => readonly T[];
}

const hashOf = (text: string): number => {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
};

/** Draws by mulberry32; a name makes an independent source of the same seed, so that one school does not depend on another. */
export const random = (seed: number, name = ''): Random => {
  let state = (seed ^ hashOf(name)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[int(0, from.length - 1)];
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
    shuffle: (all) => {
      const mixed = [...all];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        mixed.splice(last, 1, ...mixed.splice(other, 1, ...mixed.slice(last, last + 1)));
      }
      return mixed;
    },
  };
};
