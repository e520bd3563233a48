import { expect, it } from 'vitest';
import { believing } from './believing.ts';

const aRead = () => {
  const asked: string[] = [];
  let now = 0;
  let fails = false;
  const read = async (name: string, year: number) => {
    asked.push(`${name} ${year}`);
    if (fails) throw new Error('The table is away');
    return asked.length;
  };
  return {
    asked,
    read: believing(read, () => now),
    after: (seconds: number) => {
      now += seconds * 1000;
    },
    failing: (is: boolean) => {
      fails = is;
    },
  };
};

it('is asked once in half a minute for each question', async () => {
  const { asked, read, after } = aRead();
  expect(await read('3A', 2026)).toBe(1);
  after(29);
  expect(await read('3A', 2026)).toBe(1);
  expect(await read('3B', 2026)).toBe(2);
  expect(await read('3A', 2027)).toBe(3);
  after(1);
  expect(await read('3A', 2026)).toBe(4);
  expect(asked).toEqual(['3A 2026', '3B 2026', '3A 2027', '3A 2026']);
});

it('is asked once by those who ask at the same time', async () => {
  const { asked, read } = aRead();
  expect(await Promise.all([read('3A', 2026), read('3A', 2026)])).toEqual([1, 1]);
  expect(asked).toHaveLength(1);
});

it('is asked again when it could not be read', async () => {
  const { asked, read, failing } = aRead();
  failing(true);
  await expect(read('3A', 2026)).rejects.toThrow('away');
  failing(false);
  await expect(read('3A', 2026)).resolves.toBe(2);
  expect(asked).toHaveLength(2);
});

it('never keeps more than an environment meets', async () => {
  const { asked, read } = aRead();
  for (let year = 0; year < 101; year += 1) await read('3A', year);
  await read('3A', 0);
  expect(asked).toHaveLength(102);
});
