import { expect, it } from 'vitest';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { tableStore } from '../runtime/entity.ts';
import { freshTable } from '../testing/tables.ts';
import { applyLessons, planLessons } from './import-lessons.ts';
import { timetableReads } from './reads.ts';
import { classId, personId } from './slots.testing.ts';
import { timetableStore } from './store.ts';

const school = {
  schoolId: SchoolId.parse(derivedId('sch', '0541234A')),
  uai: '0541234A',
  name: 'Collège',
  kind: 'college',
  city: 'Metz',
  zone: 'Europe/Paris',
} as const;
const LINES = ['1', '2', '3', '4', '5'].flatMap((day) =>
  ['08:00', '09:00', '10:00'].map(
    (start) => `0541234A;${day};${start};${start.slice(0, 3)}55;3A;Anglais;SCHMITT Anne;01/09/2026;02/07/2027`,
  ),
);
const FILE = new TextEncoder().encode(['uai;jour;debut;fin;classes;matiere;enseignants;du;au', ...LINES].join('\n'));

it('reads back what it wrote, and writes the same file once', async () => {
  const table = await freshTable(timetableTable);
  const store = tableStore(timetableTable, table.name, table.client);
  const services = {
    today: '2026-11-23',
    timetable: timetableStore(store),
    directory: {
      findSchool: async () => school,
      listClasses: async () => [{ classId: classId('third-a'), name: '3A', label: '3A' }],
      listGroups: async () => [],
      listStaff: async () => [{ personId: personId('schmitt'), firstName: 'Anne', lastName: 'Schmitt' }],
      findStaffByMail: async () => [],
    },
  };
  expect(await applyLessons(await planLessons(FILE, services), services)).toEqual({ written: 15 });
  expect((await timetableReads(store).listLessonsOfTeacher(personId('schmitt'), '2026-11-25')).map((lesson) => lesson.start)).toEqual([
    '08:00',
    '09:00',
    '10:00',
  ]);

  table.meter.reset();
  const again = await planLessons(FILE, services);
  expect(again).toMatchObject({ schools: [{ added: [], changed: [], ended: [], unchanged: 15 }], anomalies: [] });
  expect(await applyLessons(again, services)).toEqual({ written: 0 });
  expect(table.meter.units().wru).toBe(0);
});
