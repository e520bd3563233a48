import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayReadMarks } from '@preau/shared/assessment/policy.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import { serviceRow } from './service-rows.ts';
import type { AssessmentServices } from './services.ts';

/** One service: who teaches it, what was settled and its periods. */
export const readService = bind<AssessmentServices>()(marksOperations.readService, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayReadMarks,
  async run({ actor, subject, services, now }) {
    const today = localDateOf(now);
    return { today, row: await serviceRow(actor, subject, today, services) };
  },
});
