import type { Bound } from '../runtime/bind.ts';
import { changePeriods } from './change-periods.ts';
import { closePeriod } from './close-period.ts';
import { listPeriods } from './list-periods.ts';
import { listServices } from './list-services.ts';
import { readPeriods } from './read-periods.ts';
import { reopenPeriod } from './reopen-period.ts';
import type { AssessmentServices } from './services.ts';

export const operations: readonly Bound<AssessmentServices>[] = [
  listServices,
  listPeriods,
  readPeriods,
  changePeriods,
  closePeriod,
  reopenPeriod,
];
