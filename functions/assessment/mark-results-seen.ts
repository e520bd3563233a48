import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { readsOwnResults } from '@preau/shared/assessment/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { AssessmentServices } from './services.ts';

/** Until when a pupil, or one of his guardians, has read his marks: each for himself, and never later than now. */
export const markResultsSeen = bind<AssessmentServices>()(marksOperations.markResultsSeen, {
  subject: async ({ input }) => input.path,
  may: (actor, { pupilId }) => readsOwnResults(actor, pupilId),
  async run({ actor, subject: { pupilId }, input: { body }, services, now }) {
    const { period } = body;
    const until = Date.parse(body.until) < Date.parse(now) ? new Date(body.until).toISOString() : now;
    await services.results.putSeen({ pupilId, period, by: actor.personId, until });
    return { period, until };
  },
});
