import type { DatabaseSync } from 'node:sqlite';
import type { TaughtSubjectsRecord } from '@preau/shared/directory/record.ts';
import type { ClassId, GroupId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { classIdOf, groupIdOf, schoolIdOf } from '../../directory/ids.ts';
import type { SchoolRow } from '../stage.ts';
import { sorted, type Targets } from './writer.ts';

export interface School {
  readonly row: SchoolRow;
  readonly schoolId: SchoolId;
  readonly classes: ReadonlyMap<string, ClassId>;
  readonly groups: ReadonlyMap<string, GroupId>;
}

/** Schools by their key in the feed. */
export type Schools = ReadonlyMap<string, School>;

const unitNames = (db: DatabaseSync, table: 'class' | 'grp', school: string) =>
  db
    .prepare(`select name, label from ${table} where school = ? order by name`)
    .all(school)
    .map((row) => [String(row['name']), String(row['label'])] as const);

const putClasses = ({ db, put }: Targets, { key, uai }: SchoolRow, schoolId: SchoolId): ReadonlyMap<string, ClassId> =>
  new Map(
    unitNames(db, 'class', key).map(([name, label]) => {
      const classId = classIdOf(uai, name);
      put('class', classId, { schoolId, classId, name, label });
      return [name, classId] as const;
    }),
  );

const putSchool = (targets: Targets, row: SchoolRow, zone: string): School => {
  const { key, uai, name, kind, city } = row;
  const schoolId = schoolIdOf(uai);
  targets.put('school', schoolId, { schoolId, uai, name, kind, city, zone, joinKey: key });
  return {
    row,
    schoolId,
    classes: putClasses(targets, row, schoolId),
    groups: new Map(unitNames(targets.db, 'grp', key).map(([group]) => [group, groupIdOf(uai, group)])),
  };
};

/** Each school and its classes. */
export const putSchools = (targets: Targets, zone: string): Schools =>
  new Map(
    targets.db
      .prepare('select body from school order by key')
      .all()
      .map((found) => {
        const row: SchoolRow = JSON.parse(String(found['body']));
        return [row.key, putSchool(targets, row, zone)] as const;
      }),
  );

/** The subjects that somebody teaches in each school; one that the feed of subjects does not name goes by its code. */
export const putTaughtSubjects = ({ db, put }: Targets, schools: Schools): void => {
  const taughtAt = db.prepare(
    'select taught.code, coalesce(subject.label, taught.code) as label from taught left join subject using (code) where school = ? order by taught.code',
  );
  for (const { row, schoolId } of schools.values()) {
    const subjects = taughtAt.all(row.key).map((found) => ({ code: String(found['code']), label: String(found['label']) }));
    if (subjects.length > 0) put('taughtSubjects', schoolId, { schoolId, subjects } satisfies TaughtSubjectsRecord);
  }
};

/** Each group, with the classes that its pupils come from: known once they are. */
export const putGroups = ({ db, put }: Targets, schools: Schools, groupClasses: ReadonlyMap<GroupId, ReadonlySet<ClassId>>): void => {
  for (const { row, schoolId } of schools.values()) {
    for (const [name, label] of unitNames(db, 'grp', row.key)) {
      const groupId = groupIdOf(row.uai, name);
      put('group', groupId, { schoolId, groupId, name, label, classIds: sorted(groupClasses.get(groupId) ?? []) });
    }
  }
};
