import type { Actor } from '@preau/shared/directory/schema.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayGrantVisa } from '@preau/shared/notebook/policy.ts';
import { hasCome } from '@preau/shared/notebook/rules.ts';
import type { LessonRecord, RecordKey } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { authorOf } from './author.ts';
import type { NotebookServices } from './services.ts';

interface Asked {
  readonly recordId: RecordKey;
  readonly revision: number;
}

/** Only what the head has read, and what its readers read now. */
const mayBeVisaed = (record: LessonRecord, asked: Asked, schoolId: SchoolId, now: Instant): boolean =>
  record.schoolId === schoolId &&
  record.revision === asked.revision &&
  record.withdrawnAt === undefined &&
  hasCome(record.publishedAt, now);

const grantOne = async (asked: Asked, schoolId: SchoolId, actor: Actor, now: Instant, { store }: NotebookServices): Promise<boolean> => {
  const record = await store.findRecord(asked.recordId);
  if (record === undefined || !mayBeVisaed(record, asked, schoolId, now)) return false;
  if (record.visa !== undefined) return true;
  return store.putRecord({ ...record, visa: { by: authorOf(actor), at: now }, version: record.version + 1 }, record);
};

/** The head's visa on published records of his school; what was changed since he read it is left out. */
export const grantVisa = bind<NotebookServices>()(notebookOperations.grantVisa, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayGrantVisa,
  async run({ actor, subject: { schoolId }, input: { body }, services, now }) {
    const outcomes = await Promise.all(
      body.records.map(async (asked) => ({ recordId: asked.recordId, done: await grantOne(asked, schoolId, actor, now, services) })),
    );
    return {
      visaed: outcomes.filter(({ done }) => done).map(({ recordId }) => recordId),
      leftOut: outcomes.filter(({ done }) => !done).map(({ recordId }) => recordId),
    };
  },
});
