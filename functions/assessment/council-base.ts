import type { Council } from '@preau/shared/assessment/council.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { CouncilSubject } from './council-subject.ts';

/** The next version of a council, before what changes in it. */
export const councilBase = ({ schoolId, classId, council }: CouncilSubject, period: PeriodKey, actor: Actor, now: Instant): Council => ({
  schoolId,
  classId,
  period,
  state: 'preparing',
  synthesis: '',
  ...council,
  by: actor.personId,
  byName: nameOf(actor),
  at: now,
  version: (council?.version ?? 0) + 1,
});
