import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { aDelivery } from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';

vi.setConfig({ testTimeout: 30_000 });

const HEAD = 'uai;jour;debut;fin;classes;matiere;enseignants;du;au';
const LINE = '0540001A;1;08:00;08:55;6A;Mathématiques;paul.lemoine@ac-nancy-metz.fr;01/09/2026;02/07/2027';

it('plans and applies a timetable against the directory, and changes nothing the second time', async () => {
  const world = await importWorld();
  await world.run(aDelivery());
  const file = join(world.services.scratch, 'cours.csv');
  writeFileSync(file, `${HEAD}\n${LINE}\n${LINE.replace('6A', '9Z')}\n`);
  const bring = async () => {
    const record = await world.addArchive(file, 'lessons');
    const planned = await world.ask(record, 'plan');
    return { planned, anomalies: await world.anomaliesOf(planned), applied: await world.ask(planned, 'apply') };
  };
  const first = await bring();
  expect(first.planned.plan?.kinds).toMatchObject([{ kind: 'lesson', added: 1, samples: { added: ['Mathématiques, 6A, 08:00'] } }]);
  expect(first.anomalies).toContainEqual(
    expect.objectContaining({ record: 'ligne 3', severity: 'drops', message: expect.stringContaining('9Z') }),
  );
  expect(first.applied).toMatchObject({ status: 'applied', written: 1 });
  expect((await bring()).applied).toMatchObject({ status: 'applied', written: 0, plan: { kinds: [{ added: 0, unchanged: 1 }] } });
});

describe('a timetable that ends lessons', () => {
  const linesOf = (count: number, subject = 'Cours'): readonly string[] =>
    Array.from({ length: count }, (_, index) => LINE.replace('Mathématiques', `${subject} ${index}`));
  /** A school with so many lessons, and a file that brings others. */
  const bringing = async (count: number) => {
    const world = await importWorld();
    await world.run(aDelivery());
    const file = join(world.services.scratch, 'cours.csv');
    const bring = async (lines: readonly string[]) => {
      writeFileSync(file, [HEAD, ...lines].join('\n'));
      const planned = await world.ask(await world.addArchive(file, 'lessons'), 'plan');
      return { world, planned, applied: await world.ask(planned, 'apply') };
    };
    await bring(linesOf(count));
    return bring;
  };

  it('is refused without the count when a school would lose most of them', async () => {
    const bring = await bringing(40);
    const { world, planned, applied } = await bring(linesOf(3));
    expect(planned).toMatchObject({ status: 'planned', plan: { vanished: 37, confirmVanished: true, kinds: [{ detached: 37 }] } });
    expect(await world.anomaliesOf(planned)).toContainEqual(
      expect.objectContaining({ severity: 'warns', message: expect.stringContaining('37 cours sur 40 finissent sans être remplacés') }),
    );
    expect(applied).toMatchObject({ status: 'planned', refusal: { code: 'confirm-vanished' }, written: 0 });
    expect((await world.ask(applied, 'apply', { confirmedVanished: 36 })).status).toBe('planned');
    expect(await world.ask(applied, 'apply', { confirmedVanished: 37 })).toMatchObject({ status: 'applied', written: 37 });
  });

  it.each([
    ['a few end', linesOf(30), 10],
    ['as many come in their place', linesOf(40, 'Atelier'), 40],
  ])('is applied at once when %s', async (_case, lines, detached) => {
    const { applied } = await (await bringing(40))(lines);
    expect(applied).toMatchObject({ status: 'applied', plan: { vanished: 0, confirmVanished: false, kinds: [{ detached }] } });
  });
});

it('refuses a file that is no timetable, with the reason', async () => {
  const world = await importWorld();
  const file = join(world.services.scratch, 'cours.csv');
  writeFileSync(file, 'bonjour');
  const planned = await world.ask(await world.addArchive(file, 'lessons'), 'plan');
  expect(planned.status).toBe('refused');
  expect(planned.refusal?.message).toMatch(/\p{L}/u);
});
