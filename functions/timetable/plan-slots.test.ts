import { describe, expect, it } from 'vitest';
import { file, row, world } from './lessons.testing.ts';

describe('a new file for a school', () => {
  it('ends yesterday the slots that it no longer holds, and deletes none', async () => {
    const { apply, slots } = world();
    await apply(file(row(), row({ jour: 'mardi' })));
    expect(await apply(file(row()))).toEqual({ written: 1 });
    expect([...slots.values()].map((slot) => slot.until)).toEqual(['2027-07-02', '2026-11-22']);
    expect(await apply(file(row()))).toEqual({ written: 0 });
  });

  it('ends nothing while it has lines in error', async () => {
    const { apply, plan } = world();
    await apply(file(row(), row({ jour: 'mardi' })));
    const { schools, anomalies } = await plan(file(row(), row({ jour: 'mardi', classes: '9Z' })));
    expect(schools.flatMap((one) => one.ended)).toEqual([]);
    expect(anomalies.map((one) => one.message)).toContainEqual(expect.stringContaining('ne sont pas terminés'));
  });

  it('gives a lesson to another teacher from today, and leaves the past to the first', async () => {
    const { apply, slots } = world();
    await apply(file(row()));
    await apply(file(row({ enseignants: 'paul.weber@ac-nancy-metz.fr' })));
    expect([...slots.values()].map((slot) => [slot.teachers[0]?.name, slot.from, slot.until])).toEqual([
      ['Anne-Sophie Schmitt', '2026-09-01', '2026-11-22'],
      ['Paul Weber', '2026-11-23', '2027-07-02'],
    ]);
  });

  it('brings back an ended slot without inventing the lessons that did not take place', async () => {
    const { apply, slots } = world();
    await apply(file(row(), row({ jour: 'mardi' })));
    await apply(file(row({ jour: 'mardi' })));
    await apply(file(row(), row({ jour: 'mardi' })), '2026-12-10');
    const back = [...slots.values()].find((slot) => slot.weekday === 1);
    expect(back).toMatchObject({ from: '2026-09-01', until: '2027-07-02', except: ['2026-11-23', '2026-11-30', '2026-12-07'] });
    expect(await apply(file(row(), row({ jour: 'mardi' })), '2026-12-11')).toEqual({ written: 0 });
  });

  it('moves a room, shortens a period and closes days to come, never days that have passed', async () => {
    const { apply, slots } = world();
    await apply(file(row()));
    await apply(file(row({ salle: 'A1', du: '05/10/2026', au: '30/04/2027', sauf: '12/10/2026|14/12/2026' })));
    expect([...slots.values()]).toMatchObject([{ room: 'A1', from: '2026-09-01', until: '2027-04-30', except: ['2026-12-14'] }]);
  });

  it('finishes an interrupted first import as if nothing had happened', async () => {
    const { apply, slots } = world();
    const text = file(row(), row({ jour: 'mardi' }));
    await apply(text);
    slots.delete([...slots.keys()][1] ?? '');
    await apply(text);
    expect([...slots.values()].map((slot) => slot.from)).toEqual(['2026-09-01', '2026-09-01']);
  });
});
