import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '@preau/shared/contract.ts';
import { randomFrom } from '../random.ts';
import { holdMonday, playMorning, samples } from '../rights/samples.ts';
import type { Asked } from '../play.ts';
import { smallAcademy, type SmallAcademy } from '../small-academy-world.ts';
import { addForeignKey, mutateInside } from './mutate.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';

/** Somebody whom the policy lets through, so that the input is read to its end. */
const ASKED_BY: Readonly<Record<string, string>> = {
  imports: 'operator',
  alerts: 'head',
  attendance: 'cpe',
  directory: 'head',
  timetable: 'cpe',
  files: 'teacher',
  notebook: 'teacher',
  assessment: 'teacher',
  identity: 'guardian',
  operations: 'guardian',
};
const GUARDIANS_OWN = new Set(['attendance.justify-absence', 'attendance.prepare-file']);

const askedBy = (id: string): string => (GUARDIANS_OWN.has(id) ? 'guardian' : (ASKED_BY[id.slice(0, id.indexOf('.'))] ?? 'guardian'));

const CASES = Number(process.env['FUZZ_CASES'] ?? 60);
const seed = seedOfRun();

let academy: SmallAcademy;
let requests: Readonly<Record<string, Asked>>;

beforeAll(async () => {
  academy = await smallAcademy();
  await holdMonday(academy);
  requests = samples(await playMorning(academy, 'pupil', 'guardian'), 'pupil');
});

const parts = (value: unknown): never => JSON.parse(JSON.stringify(value ?? {})) as never;

const operations = contract.map((operation) => ({ id: operation.id, operation }));

describe('an operation under malformed input', () => {
  it.each(operations)('$id never fails, and explains every refusal', async ({ id, operation }) => {
    const random = randomFrom(seed);
    for (let round = 0; round < CASES; round += 1) {
      const sample = requests[id] ?? {};
      const request = {
        ...sample,
        ...(operation.input.path === undefined || round % 4 !== 0 ? {} : { path: mutateInside(parts(sample.path), random) as never }),
        ...(operation.input.query === undefined || round % 4 !== 1 ? {} : { query: mutateInside(parts(sample.query), random) as never }),
        ...(operation.input.body === undefined ? {} : { body: mutateInside(parts(sample.body), random) }),
      };
      const { statusCode, body, headers } = await academy.send(id, askedBy(id), request);
      expect(statusCode, `seed ${seed}, round ${round}: ${body.slice(0, 300)}`).toBeLessThan(500);
      if (statusCode >= 400) expect(headers['content-type']).toContain('application/problem+json');
    }
  });

  it.each(operations.filter(({ operation }) => operation.input.body !== undefined))(
    '$id accepts no key that its contract does not list',
    async ({ id }) => {
      const random = randomFrom(seed);
      for (let round = 0; round < 25; round += 1) {
        const { value, foreignKey } = addForeignKey(parts(requests[id]?.body), random);
        const { statusCode, body } = await academy.send(id, askedBy(id), { ...requests[id], body: value });
        expect(statusCode, `${foreignKey}: ${body.slice(0, 200)}`).toBe(400);
      }
    },
  );
});
