import type { ChildRecord, PersonRecord, TaughtSubjectsRecord } from '@preau/shared/directory/record.ts';
import type { Known } from '../directory/import-people.ts';
import type { Named, Stage } from './stage.ts';
import { rightsText } from './stage-record.ts';

type Imported = Pick<PersonRecord, 'hash' | 'detachedOn'>;

/** What the directory held before: each record whole, on disk. */
export const stageKnown = (stage: Stage) => {
  const addKnown = stage.db.prepare('insert or replace into known (kind, type, id, hash, status, body) values (?, ?, ?, ?, ?, ?)');
  const addRestriction = stage.db.prepare('insert or replace into restriction (guardian, pupil, cause, body) values (?, ?, ?, ?)');
  const addObjection = stage.db.prepare('insert or replace into objection (pupil, body) values (?, ?)');

  const addImported = (type: Exclude<Known['type'], 'person' | 'restriction' | 'objection'>, id: string, record: Imported): void => {
    const status = record.detachedOn === undefined ? 'active' : 'detached';
    addKnown.run(type, type, id, record.hash ?? '', status, JSON.stringify(record));
  };

  return ({ type, record }: Known): void => {
    switch (type) {
      case 'person':
        // Local accounts are in no feed: no delivery makes them vanish.
        if (record.source === 'aaf')
          addKnown.run(record.kind, 'person', record.personId, record.hash ?? '', record.status, JSON.stringify(record));
        return;
      case 'school':
      case 'taughtSubjects':
        addImported(type, record.schoolId, record);
        return;
      case 'class':
      case 'classList':
        addImported(type, record.classId, record);
        return;
      case 'group':
        addImported(type, record.groupId, record);
        return;
      case 'contact':
        addImported(type, record.personId, record);
        return;
      case 'restriction':
        addRestriction.run(record.guardianId, record.pupilId, record.cause, JSON.stringify(record));
        return;
      case 'objection':
        if (record.active) addObjection.run(record.pupilId, JSON.stringify(record));
        return;
      default:
        throw new Error('Unknown record of the directory');
    }
  };
};

const afterAcademy = (joinKey: string, academy: string): string =>
  joinKey.startsWith(`${academy}-`) ? joinKey.slice(academy.length + 1) : joinKey;

const rowsOf = function* <T>(stage: Stage, type: string, kind?: string): Generator<T> {
  const found = stage.db.prepare(`select body from known where type = ? and status = 'active' ${kind === undefined ? '' : 'and kind = ?'}`);
  for (const row of kind === undefined ? found.iterate(type) : found.iterate(type, kind)) yield JSON.parse(String(row['body']));
};

interface UnitIndex {
  readonly schools: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, Named>;
}

const indexUnits = (stage: Stage): UnitIndex => {
  const schools = new Map<string, string>();
  const units = new Map<string, Named>();
  for (const school of rowsOf<{ schoolId: string; joinKey: string; uai: string; name: string; kind: 'other'; city: string }>(
    stage,
    'school',
  )) {
    schools.set(school.schoolId, school.joinKey);
    stage.put('school', { key: school.joinKey, uai: school.uai, name: school.name, kind: school.kind, city: school.city }, '');
  }
  for (const [type, table, idName] of [
    ['class', 'class', 'classId'],
    ['group', 'grp', 'groupId'],
  ] as const) {
    for (const unit of rowsOf<Record<string, string>>(stage, type)) {
      const school = schools.get(unit['schoolId'] ?? '');
      const [name = '', id = ''] = [unit['name'], unit[idName]];
      if (school === undefined) continue;
      units.set(id, [school, name]);
      stage.addUnit(table, school, name, unit['label'] ?? name);
    }
  }
  return { schools, units };
};

const contact = (person: PersonRecord) => ({
  firstName: person.firstName,
  lastName: person.lastName,
  ...(person.email === undefined ? {} : { email: person.email }),
});

const named = (ids: readonly string[], units: UnitIndex['units']): readonly Named[] =>
  ids.map((id) => units.get(id)).filter((unit) => unit !== undefined);

const isKnownGuardian = (stage: Stage) => {
  const find = stage.db.prepare("select 1 from known where type = 'person' and id = ? and status = 'active' and kind = 'guardian'");
  return (id: string): boolean => find.get(id) !== undefined;
};

const stagePupil = (stage: Stage, person: PersonRecord, academy: string, { schools, units }: UnitIndex): void => {
  const { place } = person;
  if (place === undefined) return;
  const isGuardian = isKnownGuardian(stage);
  const contacts = (person.guardians ?? []).filter((link) => !isGuardian(link.personId));
  const row = {
    key: afterAcademy(person.joinKey, academy),
    ...contact(person),
    school: schools.get(place.schoolId) ?? '',
    classes: named(place.classId === undefined ? [] : [place.classId], units),
    groups: named(place.groupIds, units),
    contacts,
  };
  const { adultOn } = place;
  const { baseId } = person;
  stage.put('pupil', { ...row, ...(adultOn === undefined ? {} : { adultOn }), ...(baseId === undefined ? {} : { baseId }) }, '');
};

const stageGuardian = (stage: Stage, person: PersonRecord, academy: string): void => {
  const key = afterAcademy(person.joinKey, academy);
  stage.put('guardian', { key, ...contact(person), ...(person.mobile === undefined ? {} : { mobile: person.mobile }) }, '');
};

const stageStaff = (stage: Stage, person: PersonRecord, academy: string, { schools, units }: UnitIndex): void => {
  const posts = (person.posts ?? []).flatMap((post) => {
    const school = schools.get(post.schoolId);
    return school === undefined ? [] : [{ ...post, school }];
  });
  const row = {
    key: afterAcademy(person.joinKey, academy),
    ...contact(person),
    // What he does is stated school by school.
    teacher: false,
    functions: posts.flatMap((post) => post.functions.map((code): Named => [post.school, code])),
    classes: named(
      posts.flatMap((post) => post.classIds),
      units,
    ),
    groups: named(
      posts.flatMap((post) => post.groupIds),
      units,
    ),
    principal: named(
      posts.flatMap((post) => post.principalOf),
      units,
    ),
    ...(person.stsId === undefined ? {} : { stsId: person.stsId }),
    ...(person.civility === undefined ? {} : { civility: person.civility }),
  };
  stage.put('staff', row, '');
};

/** Links are on the pupils' records, the keys of their adults on the adults' own: contacts without an account keep their id only. */
const stageLinks = (stage: Stage, academy: string): void => {
  const keys = stage.db.prepare("select id, body from known where type = 'person' and status = 'active' and kind = 'guardian'");
  for (const row of keys.iterate()) {
    const guardian: PersonRecord = JSON.parse(String(row['body']));
    for (const child of guardian.children ?? []) stageLink(stage, guardian, child, academy);
  }
};

const pupilKey = (stage: Stage, pupilId: string, academy: string): string | undefined => {
  const found = stage.db.prepare("select body from known where type = 'person' and id = ?").get(pupilId);
  if (found === undefined) return undefined;
  const pupil: PersonRecord = JSON.parse(String(found['body']));
  return afterAcademy(pupil.joinKey, academy);
};

const stageLink = (stage: Stage, guardian: PersonRecord, child: ChildRecord, academy: string): void => {
  const pupil = pupilKey(stage, child.pupilId, academy);
  if (pupil !== undefined) stage.addLink(afterAcademy(guardian.joinKey, academy), pupil, child.relationship, rightsText(child.rights));
};

const stageSubjects = (stage: Stage, { schools }: UnitIndex): void => {
  for (const { schoolId, subjects } of rowsOf<TaughtSubjectsRecord>(stage, 'taughtSubjects')) {
    const school = schools.get(schoolId);
    for (const { code, label } of subjects) {
      stage.addSubject(code, label);
      if (school !== undefined) stage.addTaught(school, code);
    }
  }
};

/** Before a Delta: what the directory holds, laid out as if a feed had brought it. */
export const stageDirectory = (stage: Stage, academy: string): void => {
  const index = indexUnits(stage);
  for (const person of rowsOf<PersonRecord>(stage, 'person')) {
    if (person.kind === 'pupil') stagePupil(stage, person, academy, index);
    else if (person.kind === 'guardian') stageGuardian(stage, person, academy);
    else if (person.kind === 'staff') stageStaff(stage, person, academy, index);
  }
  stageLinks(stage, academy);
  stageSubjects(stage, index);
};
