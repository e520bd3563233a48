import type { Grant } from '@preau/shared/directory/grant.ts';
import type { StaffFunction } from '@preau/shared/directory/schema.ts';
import { GrantId, PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { heldGrantOf } from '../../functions/directory/grants.ts';
import type { DirectoryStore } from '../../functions/directory/store.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { isConditionFailure } from '../../functions/runtime/entity.ts';
import { mailOfRole, ROLES } from './case-staff.ts';
import { KEYS } from './cases.ts';
import { mailOf } from './model.ts';
import { STAFF_MAIL } from './staff.ts';

/** Agents of the academy who have no post in a school: what they reach is what its head opened to them. */
export const VISITORS = {
  aesh: { firstName: 'Maud', lastName: 'Ferry', evidence: 'Notification de la MDPH du 2 septembre' },
  inspector: { firstName: 'Philippe', lastName: 'Lambert', evidence: 'Annonce de visite du 9 novembre' },
  substitute: { firstName: 'Nour', lastName: 'Aubry', evidence: 'Ordre de mission du rectorat du 12 novembre' },
} as const;

type Visitor = keyof typeof VISITORS;

export const mailOfVisitor = (who: Visitor): string => mailOf(VISITORS[who].firstName, VISITORS[who].lastName, STAFF_MAIL);

const TERM_DAYS = 200;
const idOf = (joinKey: string): PersonId => PersonId.parse(derivedId('per', joinKey));

type Store = Pick<DirectoryStore, 'putLocalPerson' | 'listStaffByMail' | 'addGrant'>;

const findPost = async (store: Store, role: keyof typeof ROLES, code: StaffFunction) => {
  const [person] = await store.listStaffByMail(mailOfRole(ROLES[role]));
  const post = person?.posts?.find((one) => one.functions.includes(code));
  if (person === undefined || post === undefined) throw new Error(`The demonstration has no ${role}`);
  return { personId: person.personId, post };
};

const addOnce = async (store: Store, who: Visitor, personId: PersonId, grant: Grant, givenBy: PersonId): Promise<void> => {
  const grantId = GrantId.parse(derivedId('gra', `DEMO-${who}`));
  const { evidence } = VISITORS[who];
  const record = { schoolId: grant.schoolId, grantId, personId, grant, evidence, givenBy, givenOn: grant.from };
  try {
    await store.addGrant(record, heldGrantOf(record), []);
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

/** What the head of the collège has opened: a pupil to her AESH, a teacher's work to an inspector, a teacher's classes to a substitute; to run once the people are imported. */
export const writeVisitors = async (store: Store, today: LocalDate): Promise<void> => {
  const head = await findPost(store, 'head', 'DIR');
  const inspected = await findPost(store, 'teacher', 'ENS');
  const replaced = await findPost(store, 'principal', 'ENS');
  const term = { schoolId: head.post.schoolId, from: today, until: addDays(today, TERM_DAYS) };
  const { classIds, groupIds } = replaced.post;
  const grants: Readonly<Record<Visitor, Grant>> = {
    aesh: { kind: 'aesh', ...term, pupilId: idOf(`NANCY-METZ-${KEYS.lea}`) },
    inspector: { kind: 'inspector', ...term, teacherId: inspected.personId },
    substitute: { kind: 'substitute', ...term, forTeacherId: replaced.personId, classIds, groupIds },
  };
  for (const who of ['aesh', 'inspector', 'substitute'] as const) {
    const { firstName, lastName } = VISITORS[who];
    const joinKey = `LOCAL-${mailOfVisitor(who)}`;
    const personId = idOf(joinKey);
    const email = mailOfVisitor(who);
    await store.putLocalPerson({
      personId,
      joinKey,
      kind: 'staff',
      source: 'local',
      status: 'active',
      firstName,
      lastName,
      email,
      posts: [],
    });
    await addOnce(store, who, personId, grants[who], head.personId);
  }
};
