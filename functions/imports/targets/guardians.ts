import type { ChildRecord, PersonRecord } from '@preau/shared/directory/record.ts';
import { joinKeyOf } from '@preau/shared/kernel/academies.ts';
import { personIdOf } from '../../directory/ids.ts';
import type { GuardianRow, PupilRow } from '../stage.ts';
import { placeOf } from './place.ts';
import type { Schools } from './schools.ts';
import { personOf, rightsIn, type Targets } from './writer.ts';

/** Already told with the pupil himself. */
const QUIET = (): void => undefined;

const childOf = (found: Readonly<Record<string, unknown>>, academy: string, schools: Schools): ChildRecord[] => {
  const row: PupilRow = JSON.parse(String(found['body']));
  const place = placeOf(schools, row, QUIET);
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

/** Each guardian with a right over somebody: only they have an account; a contact is known by the pupil's record alone. */
export const putGuardians = ({ db, put, academy }: Targets, schools: Schools): void => {
  const childrenOf = db.prepare(
    'select pupil.body, relationship, rights from link join pupil on pupil.key = link.pupil where link.guardian = ? order by link.pupil',
  );
  for (const found of db.prepare('select body from guardian order by key').iterate()) {
    const row: GuardianRow = JSON.parse(String(found['body']));
    const children = childrenOf.all(row.key).flatMap((child) => childOf(child, academy, schools));
    if (!children.some((child) => child.rights.informed || child.rights.decides)) continue;
    const record = personOf(academy, 'guardian', row);
    const mobile = row.mobile === undefined ? {} : { mobile: row.mobile };
    put('guardian', record.personId, { ...record, ...mobile, children } satisfies PersonRecord);
  }
};
