import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { mayRunGrants } from '@preau/shared/directory/policy.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { grantViews } from './grants.ts';
import type { DirectoryServices } from './services.ts';

/** Every access that the school has given, over or not, those that end last first. */
export const listGrants = bind<DirectoryServices>()(grantsOperations.listGrants, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayRunGrants,
  async run({ subject: { schoolId, name, zone }, services, now }) {
    const records = await services.store.listGrants(schoolId);
    const latestFirst = records.toSorted((a, b) => b.grant.until.localeCompare(a.grant.until) || a.grantId.localeCompare(b.grantId));
    return { schoolId, schoolName: name, grants: await grantViews(schoolId, latestFirst, localDateOf(now, zone), services) };
  },
});
