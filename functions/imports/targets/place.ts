import type { ClassId, GroupId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { PupilRow } from '../stage.ts';
import type { School, Schools } from './schools.ts';
import { sorted } from './writer.ts';

export interface Place {
  readonly schoolId: SchoolId;
  readonly schoolName: string;
  readonly classId?: ClassId;
  readonly className?: string;
  readonly groupIds: GroupId[];
}

/** Told of each class or group that the feed names and that does not stand. */
export type OnMisplaced = (code: 'class-missing' | 'class-elsewhere' | 'group-missing', name: string) => void;

const groupsOf = (row: PupilRow, school: School, tell: OnMisplaced): GroupId[] =>
  sorted(
    row.groups.flatMap(([key, name]) => {
      const groupId = key === row.school ? school.groups.get(name) : undefined;
      if (groupId === undefined) tell('group-missing', name);
      return groupId === undefined ? [] : [groupId];
    }),
  );

const classOf = (row: PupilRow, school: School, tell: OnMisplaced): Pick<Place, 'classId' | 'className'> => {
  for (const [key, name] of row.classes) if (key !== row.school) tell('class-elsewhere', name);
  const name = row.classes.find(([key]) => key === row.school)?.[1];
  const classId = name === undefined ? undefined : school.classes.get(name);
  if (name !== undefined && classId === undefined) tell('class-missing', name);
  return name === undefined || classId === undefined ? {} : { classId, className: name };
};

/** Where a pupil is taught, or undefined when his school is not in the directory. */
export const placeOf = (schools: Schools, row: PupilRow, tell: OnMisplaced): Place | undefined => {
  const school = schools.get(row.school);
  if (school === undefined) return undefined;
  return {
    schoolId: school.schoolId,
    schoolName: school.row.name,
    ...classOf(row, school, tell),
    groupIds: groupsOf(row, school, tell),
  };
};
