import type { Bound } from '../runtime/bind.ts';
import { changePeriods } from './change-periods.ts';
import { closePeriod } from './close-period.ts';
import { listPeriods } from './list-periods.ts';
import { listServices } from './list-services.ts';
import { proofreadRemarks } from './proofread-remarks.ts';
import { readPeriods } from './read-periods.ts';
import { readRemarks } from './read-remarks.ts';
import { reopenPeriod } from './reopen-period.ts';
import type { AssessmentServices } from './services.ts';
import { writeRemarks } from './write-remarks.ts';

export const operations: readonly Bound<AssessmentServices>[] = [
  listServices,
  listPeriods,
  readPeriods,
  changePeriods,
  closePeriod,
  reopenPeriod,
  readRemarks,
  writeRemarks,
  proofreadRemarks,
];
