import { mayProofread } from '@preau/shared/assessment/council-policy.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { proofreading, sendingBack } from '@preau/shared/assessment/remarks.ts';
import { cleanText } from '@preau/shared/assessment/written-text.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import { loadRemarks, proofreads, subjectsOf, viewRemarks } from './remarks-grid.ts';
import { refuseSave, saveRemarks, type AskedChange } from './save-remarks.ts';
import type { AssessmentServices } from './services.ts';

/** The head teacher reads the remarks of his class again: he agrees, corrects, or sends back to their author; a draft is not his to touch. */
export const proofreadRemarks = bind<AssessmentServices>()(remarksOperations.proofreadRemarks, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayProofread,
  async run({ actor, subject: service, input, services, now }) {
    const grid = await loadRemarks(service, input.path.period, services);
    if (grid === undefined) return refuse('assessment.period-unknown');
    const who = { by: actor.personId, byName: nameOf(actor), at: now };
    const subjects = subjectsOf(grid);
    const asked = input.body.remarks.map((one): AskedChange => {
      const { about, revision } = one;
      if (one.decision === 'sendBack')
        return {
          about,
          revision,
          text: '',
          next: (kept) => (kept === undefined || kept.state === 'draft' ? undefined : sendingBack(kept, one.note, who)),
        };
      const text = cleanText(one.text);
      return {
        about,
        revision,
        text,
        next: (kept) =>
          kept === undefined || kept.state === 'draft' || text === '' || (kept.state === 'proofread' && kept.text === text)
            ? undefined
            : proofreading(kept, text, who),
      };
    });
    const isOthers = asked.some(({ about }) => {
      const subject = subjects.get(about);
      return subject !== undefined && !proofreads(actor, grid, subject);
    });
    if (isOthers) return refuse('assessment.not-in-service');
    const refused = refuseSave(grid, asked);
    if (refused !== undefined) return refused;
    const result = await saveRemarks(grid, asked, services);
    return { saved: result.saved, conflicts: result.conflicts, grid: viewRemarks(actor, result.grid, now) };
  },
});
