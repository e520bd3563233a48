import { levelsOperations } from '@preau/shared/assessment/levels-api.ts';
import { mayReadMarks } from '@preau/shared/assessment/policy.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadLevels, viewLevels } from './levels-view.ts';
import { loadService } from './load-service.ts';
import type { AssessmentServices } from './services.ts';

/** The skills of a service: the level that evaluations give, and the one that its teachers decided beside. */
export const readLevels = bind<AssessmentServices>()(levelsOperations.readLevels, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayReadMarks,
  async run({ actor, subject: service, services, now }) {
    return viewLevels(actor, await loadLevels(service, services, now));
  },
});
