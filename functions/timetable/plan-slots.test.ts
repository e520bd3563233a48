import { describe, expect, it } from 'vitest';
import { lessonsOn } from '@preau/shared/timetable/rules.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
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

  const lessonIds = (slots: ReadonlyMap<string, Slot>, date: string) =>
    lessonsOn([...slots.values()], date).map((lesson) => lesson.lessonId);
  const autumn = row({ au: '16/10/2026' });
  const winter = row({ du: '02/11/2026', salle: 'C1' });

  it('keeps the names of the lessons to come when a period that is over leaves the file', async () => {
    const { apply, slots } = world('2026-09-01');
    await apply(file(autumn, winter));
    const before = new Map(slots);
    expect(await apply(file(winter), '2026-11-23')).toEqual({ written: 0 });
    expect(await apply(file(autumn, winter), '2026-11-24')).toEqual({ written: 0 });
    expect(slots).toEqual(before);
  });

  it('keeps the names of the lessons to come when an earlier period is added', async () => {
    const { apply, slots } = world('2026-09-01');
    await apply(file(winter));
    const named = lessonIds(slots, '2026-12-07');
    expect(await apply(file(autumn, winter))).toEqual({ written: 1 });
    expect(lessonIds(slots, '2026-12-07')).toEqual(named);
    expect(lessonIds(slots, '2026-09-07')).toHaveLength(1);
    expect(await apply(file(autumn, winter), '2026-11-23')).toEqual({ written: 0 });
  });

  it('keeps the names of the nearest lessons when periods are joined or cut up, and gives none of the past twice', async () => {
    const { apply, slots } = world('2026-09-01');
    await apply(file(autumn, winter));
    const past = lessonIds(slots, '2026-11-09');
    const named = lessonIds(slots, '2026-12-07');
    const joined = file(row({ sauf: '17/10/2026..01/11/2026' }));
    const cutUp = file(row({ au: '13/11/2026' }), row({ du: '14/11/2026', au: '18/12/2026' }), row({ du: '04/01/2027' }));
    for (const text of [joined, cutUp]) {
      await apply(text, '2026-11-23');
      expect([lessonIds(slots, '2026-09-07').length, lessonIds(slots, '2026-11-09'), lessonIds(slots, '2026-12-07')]).toEqual([
        1,
        past,
        named,
      ]);
      expect(lessonIds(slots, '2027-01-11')).toHaveLength(1);
      for (const day of ['2026-11-23', '2026-12-20', '2027-08-20']) expect(await apply(text, day)).toEqual({ written: 0 });
    }
  });

  it('gives no lesson of the past when a period that is over is added beside one to come', async () => {
    const { apply, slots } = world('2026-10-17');
    await apply(file(row({ du: '01/03/2027' })));
    const text = file(autumn, row({ du: '15/03/2027' }));
    expect(await apply(text, '2026-11-23')).toEqual({ written: 1 });
    expect(await apply(text, '2026-11-23')).toEqual({ written: 0 });
    expect(lessonIds(slots, '2026-09-07')).toEqual([]);
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
