import { describe, expect, it } from 'vitest';
import { lessonsOn } from '@preau/shared/timetable/rules.ts';
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

  it('moves the first day of a lesson that has begun: none before it from today on, until it is moved back', async () => {
    const { apply, slots } = world('2026-10-12');
    const held = () =>
      ['2026-10-05', '2026-10-12', '2026-11-23', '2026-12-28', '2027-01-04'].filter(
        (date) => lessonsOn([...slots.values()], date).length > 0,
      );
    const later = file(row({ du: '04/01/2027' }));
    await apply(file(row()));
    await apply(later);
    expect(held()).toEqual(['2026-10-05', '2027-01-04']);
    for (const day of ['2026-10-12', '2026-11-24', '2027-01-05']) expect(await apply(later, day)).toEqual({ written: 0 });

    await apply(file(row({ du: '02/09/2026' })), '2026-11-20');
    expect(held()).toEqual(['2026-10-05', '2026-11-23', '2026-12-28', '2027-01-04']);
    expect([...slots.values()]).toMatchObject([
      { from: '2026-09-01', except: ['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'] },
    ]);
  });

  it('waits for its new first day when it had ended and comes back', async () => {
    const { apply, slots } = world('2026-11-23');
    await apply(file(row(), row({ jour: 'mardi' })));
    await apply(file(row({ jour: 'mardi' })));
    await apply(file(row({ du: '14/12/2026' }), row({ jour: 'mardi' })), '2026-12-01');
    const back = [...slots.values()].find((slot) => slot.weekday === 1);
    expect(back).toMatchObject({ from: '2026-09-01', until: '2027-07-02', except: ['2026-11-23', '2026-11-30', '2026-12-07'] });
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
