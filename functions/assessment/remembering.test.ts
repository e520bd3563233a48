import { expect, it } from 'vitest';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { remembering } from './remembering.ts';

const one = ClassId.parse('cls_remember1');
const other = ClassId.parse('cls_remember2');
const TODAY = '2026-11-20';

const aTimetable = () => {
  const asked: string[] = [];
  let now = 0;
  let fails = false;
  const listServicesOfClass = async (classId: ClassId) => {
    asked.push(classId);
    if (fails) throw new Error('The table is away');
    return [];
  };
  const timetable = remembering({ listServicesOfClass, listServicesOfTeacher: async () => [] }, () => now);
  return {
    asked,
    timetable,
    after: (seconds: number) => {
      now += seconds * 1000;
    },
    failing: (is: boolean) => {
      fails = is;
    },
  };
};

it('asks the timetable once in half a minute for each class and day', async () => {
  const { asked, timetable, after } = aTimetable();
  await timetable.listServicesOfClass(one, TODAY);
  after(29);
  await timetable.listServicesOfClass(one, TODAY);
  await timetable.listServicesOfClass(other, TODAY);
  expect(asked).toEqual([one, other]);
  await timetable.listServicesOfClass(one, '2026-11-21');
  after(1);
  await timetable.listServicesOfClass(one, TODAY);
  expect(asked).toEqual([one, other, one, one]);
});

it('asks again what could not be read', async () => {
  const { asked, timetable, failing } = aTimetable();
  failing(true);
  await expect(timetable.listServicesOfClass(one, TODAY)).rejects.toThrow('away');
  failing(false);
  await expect(timetable.listServicesOfClass(one, TODAY)).resolves.toEqual([]);
  expect(asked).toEqual([one, one]);
});
