import { expect, it } from 'vitest';
import { averageOfService, type EvaluationLine } from './average.ts';
import { decimalOf } from './lines.testing.ts';
import { secondAverage } from './second-average.testing.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();
const COUNT = Number(process.env['AVERAGES'] ?? 1_000_000);

const SCALES = ['20', '20', '20', '10', '5', '40', '100', '7.5'] as const;
const NONE = ['absent', 'exempt', 'absentZero', 'notSubmittedZero'] as const;

/** mulberry32. */
const randomOf = (start: number): ((below: number) => number) => {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

it(`two implementations agree on ${COUNT} random averages (SEED=${seed})`, () => {
  const random = randomOf(seed);
  const aLine = (_: unknown, index: number): EvaluationLine => {
    const scale = SCALES[random(SCALES.length)] ?? '20';
    const none = NONE[random(40)];
    const kind = random(8);
    return {
      key: String(index),
      label: '',
      scale,
      coefficient: random(3) === 0 ? decimalOf(random(500)) : '1',
      rescaled: random(2) === 0,
      counting: kind === 0 ? 'bonus' : kind === 1 ? 'optional' : 'compulsory',
      given: none === undefined ? { mark: decimalOf(random(Number(scale) * 100 + 1)) } : { none },
    };
  };
  let differences = 0;
  let without = 0;
  for (let count = 0; count < COUNT; count += 1) {
    const lines = Array.from({ length: random(9) }, aLine);
    const { average } = averageOfService(lines);
    const second = secondAverage(lines);
    if (average === undefined) without += 1;
    const same = average === undefined || second === undefined ? average === second : average.num * second[1] === second[0] * average.den;
    if (!same) differences += 1;
  }
  expect(differences).toBe(0);
  expect(without).toBeGreaterThan(0);
  expect(without).toBeLessThan(COUNT / 2);
});
