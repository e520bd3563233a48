import type { Entity } from '@symphoniacloud/dynamodb-entity-store';
import * as z from 'zod';
import { FileRef } from '@preau/shared/files/schema.ts';
import { CommonCorrection, Correction, GROUP_MAX, HandedInWork, HandInPlan, type HandIn } from '@preau/shared/homework/hand-in-schema.ts';
import { Quiz } from '@preau/shared/homework/quiz.ts';
import { Rubric } from '@preau/shared/homework/rubric.ts';
import { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { Instant } from '@preau/shared/kernel/school-time.ts';
import { entity, type Stored } from '../runtime/entity.ts';
import { packed, unpacked } from '../runtime/packed-item.ts';

interface OfHomework {
  readonly homeworkId: HomeworkId;
}
interface OfPupil extends OfHomework {
  readonly pupilId: PersonId;
}

const partition = ({ homeworkId }: OfHomework): string => `HOMEWORK#${homeworkId}`;
export const HAND_IN_PREFIX = 'HANDIN#';

/** How work is handed in, before the hand-ins themselves: both are read in one query. What is long is kept apart. */
export const StoredPlan = HandInPlan.omit({ rubric: true, quiz: true, common: true }).extend({
  hasAssessment: z.boolean().optional(),
  hasCommon: z.boolean().optional(),
});
export type StoredPlan = z.infer<typeof StoredPlan>;

/** Another member of a group: his hand-in is the leader's. */
export interface FollowedHandIn extends OfPupil {
  readonly with: PersonId;
}

export interface PlanRow extends OfHomework {
  readonly plan: StoredPlan;
}

export type HandInRowItem = Stored<PlanRow> | Stored<HandIn> | Stored<FollowedHandIn>;

/** As short as can be: thirty of them are read at once. */
const StoredHandIn = z.strictObject({
  requestId: z.string(),
  at: Instant,
  late: z.literal(true).optional(),
  version: z.int(),
  group: z.array(PersonId).max(GROUP_MAX).optional(),
  files: z.array(FileRef.pick({ fileId: true, name: true, bytes: true })).optional(),
  hasText: z.literal(true).optional(),
  score: z.number().optional(),
  correctedAt: Instant.optional(),
});

const valuesOf = (row: HandInRowItem): Record<string, unknown> => {
  if ('plan' in row) return { revision: row.plan.revision, plan: row.plan };
  if ('with' in row) return { with: row.with };
  const { requestId, at, version, late, members, files, hasText, score, correctedAt } = row;
  return {
    requestId,
    at,
    version,
    ...(late ? { late } : {}),
    ...(members.length > 1 ? { group: members } : {}),
    ...(files.length === 0 ? {} : { files: files.map(({ fileId, name, bytes }) => ({ fileId, name, bytes })) }),
    ...(hasText ? { hasText } : {}),
    ...(score === undefined ? {} : { score }),
    ...(correctedAt === undefined ? {} : { correctedAt }),
  };
};

const toItem = (row: HandInRowItem): Record<string, unknown> =>
  packed({ ...valuesOf(row), ...(row.outbox === undefined ? {} : { outbox: row.outbox }) });

const Keys = z.object({ pk: z.string(), sk: z.string() });

const fromItem = (stored: Readonly<Record<string, unknown>>, metaNames: readonly string[]): HandInRowItem => {
  const item = unpacked(stored);
  const { pk, sk } = Keys.parse(item);
  const homeworkId = HomeworkId.parse(pk.slice('HOMEWORK#'.length));
  if (item['plan'] !== undefined) return { homeworkId, plan: StoredPlan.parse(item['plan']) };
  const pupilId = PersonId.parse(sk.slice(HAND_IN_PREFIX.length));
  if (item['with'] !== undefined) return { homeworkId, pupilId, with: PersonId.parse(item['with']) };
  const kept = Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'outbox' && !metaNames.includes(name)));
  const { group = [pupilId], late = false, hasText = false, files = [], ...rest } = StoredHandIn.parse(kept);
  return { ...rest, homeworkId, pupilId, members: group, late, hasText, files };
};

type RowKey = OfPupil | PlanRow;

/** The hand-ins of one piece of work, one item for each pupil, the plan first. */
export const handInEntity: Entity<HandInRowItem, OfHomework, RowKey> = {
  type: 'HANDIN',
  pk: partition,
  // Before any pupil's.
  sk: (row) => `${HAND_IN_PREFIX}${'pupilId' in row ? row.pupilId : '!'}`,
  convertToDynamoFormat: toItem,
  parse: fromItem,
};

/** Every submit as it came, by its sender's own key. */
export const workEntity = entity({
  type: 'HANDEDIN',
  schema: HandedInWork,
  pk: partition,
  sk: ({ pupilId, requestId }: OfPupil & { readonly requestId: string }) => `WORK#${pupilId}#${requestId}`,
});

export const correctionEntity = entity({
  type: 'CORRECTION',
  schema: Correction,
  pk: partition,
  sk: ({ pupilId }: OfPupil) => `CORRECTION#${pupilId}`,
});

const StoredCommon = CommonCorrection.extend({ homeworkId: HomeworkId });
export const commonEntity = entity({ type: 'COMMON', schema: StoredCommon, pk: partition, sk: () => 'COMMON' });

const StoredAssessment = z.strictObject({ homeworkId: HomeworkId, rubric: Rubric.optional(), quiz: Quiz.optional() });
export const assessmentEntity = entity({ type: 'ASSESSMENT', schema: StoredAssessment, pk: partition, sk: () => 'ASSESSMENT' });
