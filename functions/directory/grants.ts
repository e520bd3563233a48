import type { GrantRecord, HeldGrantRecord } from '@preau/shared/directory/record.ts';
import { addDays, instantOf } from '@preau/shared/kernel/school-time.ts';

/** The holder's side of a grant: the engine erases it some time after its last day, whatever the zone; a grant that is over counts no more anyway. */
export const heldGrantOf = ({ personId, grantId, grant }: GrantRecord): HeldGrantRecord => ({
  personId,
  grantId,
  grant,
  ttl: Date.parse(instantOf(addDays(grant.until, 2), '00:00')) / 1000,
});
