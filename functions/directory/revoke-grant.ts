import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { mayRunGrants } from '@preau/shared/directory/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { isConditionFailure } from '../runtime/entity.ts';
import { grantChanged, grantView } from './grants.ts';
import type { DirectoryServices } from './services.ts';

/** Ends an access before its day: from the next request on, it gives nothing; who ended it and why is kept. */
export const revokeGrant = bind<DirectoryServices>()(grantsOperations.revokeGrant, {
  subject: ({ input, services }) => services.store.findGrant(input.path.schoolId, input.path.grantId),
  may: mayRunGrants,
  async run({ actor, subject, input, services, now }) {
    const { reason } = input.body;
    const school = await services.directory.findSchool(subject.schoolId);
    const today = localDateOf(now, school?.zone);
    if (subject.revoked !== undefined) return grantView(subject, today, services);
    if (subject.grant.until < today) return refuse('directory.grant-over');
    if (reason === '') return refuse('directory.grant-evidence-required');
    const revoked = { ...subject, revoked: { on: today, by: actor.personId, reason } };
    try {
      await services.store.endGrant(revoked, [grantChanged(revoked, now)]);
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      const ended = await services.store.findGrant(subject.schoolId, subject.grantId);
      return grantView(ended ?? revoked, today, services);
    }
    return grantView(revoked, today, services);
  },
});
