import { mayLast, overlaps } from '@preau/shared/directory/grant.ts';
import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { mayRunGrants } from '@preau/shared/directory/policy.ts';
import type { GrantRecord } from '@preau/shared/directory/record.ts';
import { GrantId, type PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { isConditionFailure } from '../runtime/entity.ts';
import { grantOf } from './granted-access.ts';
import { grantChanged, grantView, heldGrantOf } from './grants.ts';
import type { DirectoryServices } from './services.ts';

/** Each is read with the person at every request. */
const HELD_AT_ONCE = 10;

const findAgent = async (mail: string, { directory }: DirectoryServices): Promise<PersonId | undefined> => {
  const agents = (await directory.findStaffByMail(mail)).filter((one) => one.status === 'active');
  return agents.length === 1 ? agents[0]?.personId : undefined;
};

const addOnce = async (record: GrantRecord, now: string, { store }: DirectoryServices): Promise<void> => {
  try {
    await store.addGrant(record, heldGrantOf(record), [grantChanged(record, now)]);
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

/** Gives an access for a time, on evidence; the same request twice gives it once. */
export const giveGrant = bind<DirectoryServices>()(grantsOperations.giveGrant, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayRunGrants,
  async run({ actor, subject: { schoolId, zone }, input: { body }, services, now }) {
    const today = localDateOf(now, zone);
    const { access, from, until, evidence } = body;
    if (evidence === '') return refuse('directory.grant-evidence-required');
    if (!mayLast({ from, until }, today)) return refuse('directory.grant-dates');
    const personId = await findAgent(body.mail, services);
    if (personId === undefined) return refuse('directory.unknown-agent');
    const grant = await grantOf(access, { schoolId, from, until }, personId, services.store);
    if (grant === undefined) return refuse('directory.grant-not-here');

    const grantId = GrantId.parse(derivedId('gra', `${schoolId}#${actor.personId}#${body.requestId}`));
    const record: GrantRecord = { schoolId, grantId, personId, grant, evidence, givenBy: actor.personId, givenOn: today };
    const held = (await services.store.listGrants(schoolId)).filter(
      (one) => one.personId === personId && one.revoked === undefined && one.grant.until >= today,
    );
    const again = held.find((one) => one.grantId === grantId);
    if (again !== undefined) return grantView(again, today, services);
    if (held.some((one) => overlaps(one.grant, grant))) return refuse('directory.already-granted');
    if (held.length >= HELD_AT_ONCE) return refuse('directory.too-many-grants');
    await addOnce(record, now, services);
    return grantView(record, today, services);
  },
});
