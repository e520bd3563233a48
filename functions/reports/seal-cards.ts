import { nameOf } from '@preau/shared/directory/names.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { BatchId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import type { Batch } from '@preau/shared/reports/batch.ts';
import { ClassSealingAsked } from '@preau/shared/reports/events.ts';
import { maySeal } from '@preau/shared/reports/policy.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import type { ReportsServices } from './services.ts';

const SECRET_BYTES = 32;

/** Asks for the cards of some classes to be sealed, one worker each; the same request twice is one batch. */
export const sealCards = bind<ReportsServices>()(reportsOperations.sealCards, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: maySeal,
  async run({ actor, subject: { schoolId }, input: { body }, services, now }) {
    const { period } = body;
    const classes = (await services.directory.listClasses(schoolId)).filter(({ classId }) => body.classIds.includes(classId));
    if (classes.length === 0) return refuse('reports.no-class');
    const batch: Batch = {
      schoolId,
      period,
      batchId: BatchId.parse(derivedId('bat', `${schoolId}#${actor.personId}#${body.requestId}`)),
      classes: classes.map(({ classId, name }) => ({ classId, name })),
      by: actor.personId,
      byName: nameOf(actor),
      at: now,
      secret: Buffer.from(services.randomBytes(SECRET_BYTES)).toString('base64url'),
    };
    const events = classes.map(({ classId }) =>
      happened(ClassSealingAsked, {
        id: `${batch.batchId}#${classId}`,
        at: now,
        schoolId,
        data: { schoolId, classId, period, batchId: batch.batchId },
      }),
    );
    await services.store.addBatch(batch, events);
    return { batchId: batch.batchId, classes: classes.length };
  },
});
