import type { ContactRecord, PersonRecord } from '@preau/shared/directory/record.ts';
import type { GuardianLink } from '@preau/shared/directory/schema.ts';
import { joinKeyOf } from '@preau/shared/kernel/academies.ts';
import type { ClassId, GroupId } from '@preau/shared/kernel/ids.ts';
import { personIdOf } from '../../directory/ids.ts';
import type { PupilRow } from '../stage.ts';
import { classLists } from './class-lists.ts';
import { placeOf } from './place.ts';
import type { Schools } from './schools.ts';
import { personOf, rightsIn, type Targets } from './writer.ts';

const guardianLinks = ({ db, academy, onFault }: Targets) => {
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
  return (row: PupilRow, file: string): GuardianLink[] =>
    [...linkedTo(row, file), ...(row.contacts ?? [])].toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
};

const isMereContact = ({ rights }: GuardianLink): boolean => !rights.informed && !rights.decides;

/** Each pupil whose school is known; gives the classes of each group, as pupils say it. */
export const putPupils = (targets: Targets, schools: Schools): ReadonlyMap<GroupId, ReadonlySet<ClassId>> => {
  const { db, put, academy, onFault } = targets;
  const guardiansOf = guardianLinks(targets);
  const groupClasses = new Map<GroupId, Set<ClassId>>();
  const list = classLists(db);
  for (const found of db.prepare('select file, body from pupil order by key').iterate()) {
    const [file, row]: [string, PupilRow] = [String(found['file'] ?? ''), JSON.parse(String(found['body']))];
    const place = placeOf(schools, row, (code, name) => onFault({ file, record: row.key, code, details: { name } }));
    if (place === undefined) {
      onFault({ file, record: row.key, code: 'school-missing', details: { school: row.school || 'non indiqué' } });
      continue;
    }
    for (const groupId of place.groupIds) {
      const classes = groupClasses.get(groupId) ?? new Set();
      groupClasses.set(groupId, place.classId === undefined ? classes : classes.add(place.classId));
    }
    const record = personOf(academy, 'pupil', row);
    const inPlace = row.adultOn === undefined ? place : { ...place, adultOn: row.adultOn };
    const known = row.baseId === undefined ? {} : { baseId: row.baseId };
    const person = { ...record, place: inPlace, guardians: guardiansOf(row, file), ...known } satisfies PersonRecord;
    if (put('pupil', person.personId, person)) list(person);
    for (const { personId } of person.guardians.filter(isMereContact)) put('contact', personId, { personId } satisfies ContactRecord);
  }
  return groupClasses;
};
