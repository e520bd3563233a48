import { mayReadRemarks } from '@preau/shared/assessment/council-policy.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import { loadRemarks, viewRemarks } from './remarks-grid.ts';
import type { AssessmentServices } from './services.ts';

/** What is said of each pupil in one subject and period. */
export const readRemarks = bind<AssessmentServices>()(remarksOperations.readRemarks, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayReadRemarks,
  async run({ actor, subject: service, input, services, now }) {
    const grid = await loadRemarks(service, input.path.period, services);
    return grid === undefined ? refuse('assessment.period-unknown') : viewRemarks(actor, grid, now);
  },
});
