import { createHash } from 'node:crypto';
import type { ChildRecord, PersonRecord } from '@preau/shared/directory/record.ts';
import type { GuardianLink, GuardianRights, Post, StaffFunction } from '@preau/shared/directory/schema.ts';
import { staffFunctionOf } from '@preau/shared/imports/rules.ts';
import { joinKeyOf } from '@preau/shared/kernel/academies.ts';
import type { ClassId, GroupId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { classIdOf, groupIdOf, personIdOf, schoolIdOf } from '../directory/ids.ts';
import type { OnFault } from './faults.ts';
import type { GuardianRow, Named, PupilRow, SchoolRow, StaffRow, Stage } from './stage.ts';

interface School {
  readonly row: SchoolRow;
  readonly schoolId: SchoolId;
  readonly classes: ReadonlyMap<string, ClassId>;
  readonly groups: ReadonlyMap<string, GroupId>;
}

export interface TargetContext {
  readonly stage: Stage;
  readonly academy: string;
  readonly zone: string;
  readonly onFault: OnFault;
}

const RANKS = { school: 0, class: 1, group: 2, pupil: 3, guardian: 4, staff: 5 } as const;
type Kind = keyof typeof RANKS;

const fingerprint = (body: string): string => createHash('sha256').update(body).digest('base64url').slice(0, 16);

const rightsIn = (text: string): GuardianRights => ({
  informed: text.includes('I'),
  decides: text.includes('D'),
  contact: text.includes('C'),
  payer: text.includes('P'),
});

const sorted = <T extends string>(ids: Iterable<T>): T[] => [...new Set(ids)].toSorted();

/** Turns the staged rows into the records that the directory must hold, each with its fingerprint. */
export const buildTargets = (context: TargetContext): void => {
  const { stage, academy, zone, onFault } = context;
  const { db } = stage;
  stage.commit();
  const addTarget = db.prepare('insert or ignore into target (rank, kind, type, id, hash, body) values (?, ?, ?, ?, ?, ?)');
  // A key that two kinds bear is one person, of the first kind: an adult pupil who is his own responsible stays a pupil.
  const put = (kind: Kind, id: string, record: object): boolean => {
    const body = JSON.stringify(record);
    const hash = fingerprint(body);
    const type = kind === 'school' || kind === 'class' || kind === 'group' ? kind : 'person';
    return addTarget.run(RANKS[kind], kind, type, id, hash, `${body.slice(0, -1)},"hash":"${hash}"}`).changes === 1;
  };
  const unitNames = (table: 'class' | 'grp', school: string) =>
    db
      .prepare(`select name, label from ${table} where school = ? order by name`)
      .all(school)
      .map((row) => [String(row['name']), String(row['label'])] as const);

  const schools = new Map<string, School>();
  const groupClasses = new Map<GroupId, Set<ClassId>>();
  for (const found of db.prepare('select body from school order by key').all()) {
    const row: SchoolRow = JSON.parse(String(found['body']));
    const schoolId = schoolIdOf(row.uai);
    put('school', schoolId, { schoolId, uai: row.uai, name: row.name, kind: row.kind, city: row.city, zone, joinKey: row.key });
    const classes = unitNames('class', row.key).map(([name, label]) => {
      const classId = classIdOf(row.uai, name);
      put('class', classId, { schoolId, classId, name, label });
      return [name, classId] as const;
    });
    schools.set(row.key, {
      row,
      schoolId,
      classes: new Map(classes),
      groups: new Map(unitNames('grp', row.key).map(([name]) => [name, groupIdOf(row.uai, name)])),
    });
  }

  const groupsOf = (row: PupilRow, school: School, tell: (name: string) => void): GroupId[] =>
    sorted(
      row.groups.flatMap(([key, name]) => {
        const groupId = key === row.school ? school.groups.get(name) : undefined;
        if (groupId === undefined) tell(name);
        return groupId === undefined ? [] : [groupId];
      }),
    );

  const classOf = (row: PupilRow, school: School, tell: (code: 'class-missing' | 'class-elsewhere', name: string) => void) => {
    for (const [key, name] of row.classes) if (key !== row.school) tell('class-elsewhere', name);
    const name = row.classes.find(([key]) => key === row.school)?.[1];
    const classId = name === undefined ? undefined : school.classes.get(name);
    if (name !== undefined && classId === undefined) tell('class-missing', name);
    return name === undefined || classId === undefined ? {} : { classId, className: name };
  };

  const placeOf = (row: PupilRow, file: string | undefined) => {
    const school = schools.get(row.school);
    const tell = (code: 'class-missing' | 'class-elsewhere' | 'group-missing', name: string) =>
      file !== undefined && onFault({ file, record: row.key, code, details: { name } });
    if (school === undefined) return undefined;
    const inClass = classOf(row, school, tell);
    const groupIds = groupsOf(row, school, (name) => tell('group-missing', name));
    return { schoolId: school.schoolId, schoolName: school.row.name, ...inClass, groupIds };
  };

  const linksOf = db.prepare(
    'select link.guardian, relationship, rights, guardian.key is not null as present from link left join guardian on guardian.key = link.guardian where pupil = ? order by link.guardian',
  );
  const linkedTo = (row: PupilRow, file: string): GuardianLink[] =>
    linksOf.all(row.key).flatMap((link) => {
      const rights = rightsIn(String(link['rights']));
      const key = String(link['guardian']);
      if (link['present'] === 0 && rights.informed) {
        onFault({ file, record: row.key, code: 'guardian-missing', details: { key } });
        return [];
      }
      const relationship: GuardianLink['relationship'] = JSON.parse(`"${String(link['relationship'])}"`);
      return [{ personId: personIdOf(joinKeyOf(academy, key)), relationship, rights }];
    });

  const guardiansOf = (row: PupilRow, file: string): GuardianLink[] =>
    [...linkedTo(row, file), ...(row.contacts ?? [])].toSorted((a, b) => (a.personId < b.personId ? -1 : 1));

  const person = (kind: 'pupil' | 'guardian' | 'staff', row: PupilRow | GuardianRow | StaffRow) => {
    const joinKey = joinKeyOf(academy, row.key);
    return {
      personId: personIdOf(joinKey),
      joinKey,
      kind,
      source: 'aaf' as const,
      status: 'active' as const,
      firstName: row.firstName,
      lastName: row.lastName,
      ...(row.email === undefined ? {} : { email: row.email }),
    };
  };

  for (const found of db.prepare('select file, body from pupil order by key').iterate()) {
    const [file, row]: [string, PupilRow] = [String(found['file'] ?? ''), JSON.parse(String(found['body']))];
    const place = placeOf(row, file);
    if (place === undefined) {
      onFault({ file, record: row.key, code: 'school-missing', details: { school: row.school || 'non indiqué' } });
      continue;
    }
    for (const groupId of place.groupIds) {
      const classes = groupClasses.get(groupId) ?? new Set();
      groupClasses.set(groupId, 'classId' in place ? classes.add(place.classId) : classes);
    }
    const record = person('pupil', row);
    const inPlace = row.adultOn === undefined ? place : { ...place, adultOn: row.adultOn };
    put('pupil', record.personId, { ...record, place: inPlace, guardians: guardiansOf(row, file) } satisfies PersonRecord);
  }

  for (const school of schools.values()) {
    for (const [name, label] of unitNames('grp', school.row.key)) {
      const groupId = groupIdOf(school.row.uai, name);
      put('group', groupId, { schoolId: school.schoolId, groupId, name, label, classIds: sorted(groupClasses.get(groupId) ?? []) });
    }
  }

  const childrenOf = db.prepare(
    'select pupil.body, relationship, rights from link join pupil on pupil.key = link.pupil where link.guardian = ? order by link.pupil',
  );
  const childOf = (found: Readonly<Record<string, unknown>>): ChildRecord[] => {
    const row: PupilRow = JSON.parse(String(found['body']));
    const place = placeOf(row, undefined);
    if (place === undefined) return [];
    const relationship: ChildRecord['relationship'] = JSON.parse(`"${String(found['relationship'])}"`);
    return [
      {
        pupilId: personIdOf(joinKeyOf(academy, row.key)),
        firstName: row.firstName,
        lastName: row.lastName,
        ...place,
        ...(row.adultOn === undefined ? {} : { adultOn: row.adultOn }),
        relationship,
        rights: rightsIn(String(found['rights'])),
      },
    ];
  };

  for (const found of db.prepare('select body from guardian order by key').iterate()) {
    const row: GuardianRow = JSON.parse(String(found['body']));
    const children = childrenOf.all(row.key).flatMap(childOf);
    // Only those with a right over somebody have an account; a contact is known by the pupil's record alone.
    if (!children.some((child) => child.rights.informed || child.rights.decides)) continue;
    const record = person('guardian', row);
    put('guardian', record.personId, {
      ...record,
      ...(row.mobile === undefined ? {} : { mobile: row.mobile }),
      children,
    } satisfies PersonRecord);
  }

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
    if (others.length > 0)
      return sorted(teaches && !others.includes('DIR') && !others.includes('CPE') ? [...others, 'ENS' as const] : others);
    return teaches ? ['ENS'] : ['ETA'];
  };

  for (const found of db.prepare('select file, body from staff order by key').iterate()) {
    const [file, row]: [string, StaffRow] = [String(found['file'] ?? ''), JSON.parse(String(found['body']))];
    const keys = sorted([
      ...[...row.functions, ...row.classes, ...row.groups, ...row.principal].map(([key]) => key),
      ...(row.attached === undefined ? [] : [row.attached]),
    ]);
    const posts = keys.flatMap((key): Post[] => {
      const school = schools.get(key);
      if (school === undefined) {
        onFault({ file, record: row.key, code: 'staff-school-missing', details: { school: key } });
        return [];
      }
      const tell = (name: string) => onFault({ file, record: row.key, code: 'staff-class-missing', details: { name } });
      return [
        {
          schoolId: school.schoolId,
          schoolName: school.row.name,
          functions: functionsAt(row, school),
          classIds: unitsAt(row.classes, school, school.classes, tell),
          groupIds: unitsAt(row.groups, school, school.groups, tell),
          principalOf: unitsAt(row.principal, school, school.classes, tell),
        },
      ];
    });
    const record = person('staff', row);
    if (!put('staff', record.personId, { ...record, posts } satisfies PersonRecord))
      onFault({ file, record: row.key, code: 'duplicate-key' });
  }
  stage.commit();
};
