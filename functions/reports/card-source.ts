import type { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Card, CardPeriodKey } from '@preau/shared/reports/schema.ts';

/** Where cards come from: whoever keeps marks, remarks and councils. */
export interface CardSource {
  /** The card of each pupil of a class for one period, ready to be sealed; undefined when that class has no such period. */
  readonly cardsOfClass: (schoolId: SchoolId, classId: ClassId, period: CardPeriodKey) => Promise<readonly Card[] | undefined>;
}
