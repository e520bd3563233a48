import type { PersonRecord } from '@preau/shared/directory/record.ts';
import type { Post, StaffFunction } from '@preau/shared/directory/schema.ts';
import { staffFunctionOf } from '@preau/shared/imports/rules.ts';
import type { Named, StaffRow } from '../stage.ts';
import type { School, Schools } from './schools.ts';
import { personOf, sorted, type Targets } from './writer.ts';

const unitsAt = <T extends string>(
  list: readonly Named[],
  school: School,
  units: ReadonlyMap<string, T>,
  tell: (name: string) => void,
): T[] =>
  sorted(
    list
      .filter(([key]) => key === school.row.key)
      .flatMap(([, name]) => {
        const id = units.get(name);
        if (id === undefined) tell(name);
        return id === undefined ? [] : [id];
      }),
  );

const functionsAt = (row: StaffRow, school: School): StaffFunction[] => {
  const stated = row.functions.filter(([key]) => key === school.row.key).map(([, code]) => staffFunctionOf(code));
  const teaches = row.teacher || [...row.classes, ...row.groups].some(([key]) => key === school.row.key);
  const others = stated.filter((one) => one !== 'ETA');
  if (others.length === 0) return teaches ? ['ENS'] : ['ETA'];
  return sorted(teaches && !others.includes('DIR') && !others.includes('CPE') ? [...others, 'ENS' as const] : others);
};

/** Every school that anything in the feed binds this person to. */
const schoolKeysOf = ({ functions, classes, groups, principal, attached }: StaffRow): string[] =>
  sorted([...[...functions, ...classes, ...groups, ...principal].map(([key]) => key), ...(attached === undefined ? [] : [attached])]);

const postAt = (row: StaffRow, school: School, tell: (name: string) => void): Post => ({
  schoolId: school.schoolId,
  schoolName: school.row.name,
  functions: functionsAt(row, school),
  classIds: unitsAt(row.classes, school, school.classes, tell),
  groupIds: unitsAt(row.groups, school, school.groups, tell),
  principalOf: unitsAt(row.principal, school, school.classes, tell),
});

/** Each member of staff, with a post in each school that is known. */
export const putStaff = ({ db, put, academy, onFault }: Targets, schools: Schools): void => {
  for (const found of db.prepare('select file, body from staff order by key').iterate()) {
    const [file, row]: [string, StaffRow] = [String(found['file'] ?? ''), JSON.parse(String(found['body']))];
    const tell = (name: string) => onFault({ file, record: row.key, code: 'staff-class-missing', details: { name } });
    const posts = schoolKeysOf(row).flatMap((key) => {
      const school = schools.get(key);
      if (school === undefined) onFault({ file, record: row.key, code: 'staff-school-missing', details: { school: key } });
      return school === undefined ? [] : [postAt(row, school, tell)];
    });
    const record = personOf(academy, 'staff', row);
    const known = {
      ...(row.stsId === undefined ? {} : { stsId: row.stsId }),
      ...(row.civility === undefined ? {} : { civility: row.civility }),
    };
    if (!put('staff', record.personId, { ...record, posts, ...known } satisfies PersonRecord))
      onFault({ file, record: row.key, code: 'duplicate-key' });
  }
};
