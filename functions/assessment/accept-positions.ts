import { mayWriteRemarks } from '@preau/shared/assessment/council-policy.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { accepting } from '@preau/shared/assessment/remarks.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import { loadRemarks, viewRemarks } from './remarks-grid.ts';
import { saveRemarks, type AskedChange } from './save-remarks.ts';
import type { AssessmentServices } from './services.ts';

/** The suggested position becomes the teacher's own for every pupil who has none yet; what he decided himself stays. */
export const acceptPositions = bind<AssessmentServices>()(remarksOperations.acceptPositions, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayWriteRemarks,
  async run({ actor, subject: service, input, services, now }) {
    const grid = await loadRemarks(service, input.path.period, services);
    if (grid === undefined) return refuse('assessment.period-unknown');
    const open = grid.pupils.filter(({ classId }) => !grid.closedFor.has(classId));
    if (open.length === 0 && grid.pupils.length > 0) return refuse('assessment.period-closed');
    const who = { by: actor.personId, byName: nameOf(actor), at: now };
    const asked = open.flatMap(({ about, pupilId }): readonly AskedChange[] => {
      const suggested = pupilId === undefined ? undefined : grid.facts.of(pupilId).automatic;
      const kept = grid.kept.get(about);
      if (suggested === undefined || kept?.position !== undefined) return [];
      return [
        { about, revision: kept?.revision ?? 0, text: kept?.text ?? '', next: (before) => accepting(before, suggested.position, who) },
      ];
    });
    const result = await saveRemarks(grid, asked, services);
    return { saved: result.saved, conflicts: result.conflicts, grid: viewRemarks(actor, result.grid, now) };
  },
});
