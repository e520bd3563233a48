import { MarksChanged } from '@preau/shared/assessment/events.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';

/** What others must know of an evaluation that was published: readers' results are made again. */
export const toldChange = ({ evaluationId, schoolId, serviceId, period, version, publication }: Evaluation, now: Instant): Envelope[] =>
  publication === undefined
    ? []
    : [
        happened(MarksChanged, {
          id: `${MarksChanged.type}:${evaluationId}:${version}`,
          at: now,
          schoolId,
          data: { schoolId, serviceId, period },
        }),
      ];
