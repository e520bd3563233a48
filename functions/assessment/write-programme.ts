import { mayWriteRemarks } from '@preau/shared/assessment/council-policy.ts';
import { yearOfPeriod } from '@preau/shared/assessment/periods.ts';
import { programmeOperations } from '@preau/shared/assessment/programme-api.ts';
import { elementsOf } from '@preau/shared/assessment/programme.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import { periodsOfService } from './periods-of-service.ts';
import { viewProgramme } from './programme-view.ts';
import type { AssessmentServices } from './services.ts';

/** What a class worked on in a subject and period; a colleague's text written meanwhile is told, never overwritten. */
export const writeProgramme = bind<AssessmentServices>()(programmeOperations.writeProgramme, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayWriteRemarks,
  async run({ actor, subject: service, input: { path, body }, services, now }) {
    const periods = await periodsOfService(service, yearOfPeriod(path.period), services);
    const period = periods.find(({ key }) => key === path.period);
    if (period === undefined) return refuse('assessment.period-unknown');
    // One text for every class of a group: that of a closed class can change no more.
    if (period.closedFor.length > 0) return refuse('assessment.period-closed');
    const next = {
      ...path,
      elements: [...elementsOf(body.elements)],
      by: actor.personId,
      byName: nameOf(actor),
      at: now,
      revision: body.revision + 1,
    };
    if (await services.remarks.putProgramme(next)) return viewProgramme(next);
    const theirs = viewProgramme(await services.remarks.findProgramme(path.serviceId, path.period));
    return refuse('assessment.changed-meanwhile', { theirs });
  },
});
