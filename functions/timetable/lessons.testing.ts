import type { Slot } from '@preau/shared/timetable/schema.ts';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { applyLessons, planLessons } from './import-lessons.ts';
import type { LessonsDirectory } from './resolve-lessons.ts';
import { classId, groupId, personId } from './slots.testing.ts';

export const UAI = '0541234A';
export const school = {
  schoolId: SchoolId.parse(derivedId('sch', UAI)),
  uai: UAI,
  name: 'Collège des Deux-Rives',
  kind: 'college',
  city: 'Metz',
  zone: 'Europe/Paris',
} as const;

const FORTY = Array.from({ length: 40 }, (_, index) => String(index + 1).padStart(2, '0'));

const directory: LessonsDirectory = {
  findSchool: async (schoolId) => (schoolId === school.schoolId ? school : undefined),
  listClasses: async () => [
    { classId: classId('third-a'), name: '3A', label: '3ème A' },
    { classId: classId('third-b'), name: '3B', label: '3ème B' },
    ...FORTY.map((number) => ({ classId: classId(`sixth-${number}`), name: `6-${number}`, label: `Sixième ${number}` })),
  ],
  listGroups: async () => [
    { groupId: groupId('latins'), name: '3LAT', label: 'Latinistes de 3e', classIds: [classId('third-a'), classId('third-b')] },
    { groupId: groupId('germans'), name: '3ALL', label: 'Allemand', classIds: [classId('third-a')] },
    {
      groupId: groupId('everybody'),
      name: '6TOUS',
      label: 'Toute la sixième',
      classIds: FORTY.map((number) => classId(`sixth-${number}`)),
    },
    { groupId: groupId('nobody'), name: 'VIDE', label: 'Vide', classIds: [] },
  ],
  listStaff: async () => [
    { personId: personId('schmitt'), firstName: 'Anne-Sophie', lastName: 'Schmitt', email: 'anne-sophie.schmitt@ac-nancy-metz.fr' },
    { personId: personId('martin-1'), firstName: 'Luc', lastName: 'Martin' },
    { personId: personId('martin-2'), firstName: 'Luc', lastName: 'Martin' },
    ...FORTY.map((number) => ({ personId: personId(`teacher-${number}`), firstName: 'Ali', lastName: `Durand ${number}` })),
  ],
  findStaffByMail: async (mail) =>
    mail === 'paul.weber@ac-nancy-metz.fr'
      ? [{ personId: personId('weber-1'), kind: 'staff', status: 'active', firstName: 'Paul', lastName: 'Weber', schoolNames: [] }]
      : [],
};

/** The first of forty sixth classes, and of forty teachers, as a file names them. */
export const sixths = (count: number): string =>
  FORTY.slice(0, count)
    .map((number) => `6-${number}`)
    .join('|');
export const durands = (count: number): string =>
  FORTY.slice(0, count)
    .map((number) => `Durand ${number} Ali`)
    .join('|');

/** A timetable in memory that keeps what is written. */
export const world = (today = '2026-11-23') => {
  const slots = new Map<string, Slot>();
  const services = {
    directory,
    today,
    timetable: {
      listAllSlots: async () => [...slots.values()],
      putSlots: async (changes: readonly { readonly after: Slot }[]) => {
        for (const { after } of changes) slots.set(after.slotId, after);
      },
    },
  };
  const plan = (text: string | Uint8Array, on = today) =>
    planLessons(typeof text === 'string' ? new TextEncoder().encode(text) : text, { ...services, today: on });
  const apply = async (text: string | Uint8Array, on = today) => applyLessons(await plan(text, on), services);
  return { plan, apply, slots };
};

export const HEADER = 'uai;jour;debut;fin;classes;groupes;matiere;enseignants;salle;du;au;sauf';
export const row = (change: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    uai: UAI,
    jour: 'lundi',
    debut: '08:00',
    fin: '09:00',
    classes: '3A',
    groupes: '',
    matiere: 'Mathématiques',
    enseignants: 'anne-sophie.schmitt@ac-nancy-metz.fr',
    salle: 'B12',
    du: '01/09/2026',
    au: '02/07/2027',
    sauf: '',
    ...change,
  };
  return HEADER.split(';')
    .map((column) => cells[column])
    .join(';');
};
export const file = (...rows: string[]): string => [HEADER, ...rows].join('\r\n');
