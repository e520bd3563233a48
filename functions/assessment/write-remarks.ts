import { mayWriteRemarks } from '@preau/shared/assessment/council-policy.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { isBlank, isGiven, saysTheSame, writing } from '@preau/shared/assessment/remarks.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import { loadRemarks, viewRemarks } from './remarks-grid.ts';
import { refuseSave, saveRemarks } from './save-remarks.ts';
import type { AssessmentServices } from './services.ts';

/** What a teacher says of his pupils; what he leaves as it was keeps its proofreading. */
export const writeRemarks = bind<AssessmentServices>()(remarksOperations.writeRemarks, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayWriteRemarks,
  async run({ actor, subject: service, input, services, now }) {
    const { as, remarks } = input.body;
    const grid = await loadRemarks(service, input.path.period, services);
    if (grid === undefined) return refuse('assessment.period-unknown');
    const refused = refuseSave(grid, remarks);
    if (refused !== undefined) return refused;
    const who = { by: actor.personId, byName: nameOf(actor), at: now };
    const result = await saveRemarks(
      grid,
      remarks.map(({ about, revision, ...written }) => ({
        about,
        revision,
        text: written.text,
        next: (kept) =>
          saysTheSame(kept, written) && (as === 'draft' || kept === undefined || isGiven(kept) || isBlank(kept))
            ? undefined
            : writing(kept, written, as, who),
      })),
      services,
    );
    return { saved: result.saved, conflicts: result.conflicts, grid: viewRemarks(actor, result.grid, now) };
  },
});
