import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { CommonCorrection, Correction, HandedInWork, HandIn } from '@preau/shared/homework/hand-in-schema.ts';
import { partsOfHomeworkId } from '@preau/shared/homework/homework-id.ts';
import type { Quiz } from '@preau/shared/homework/quiz.ts';
import type { Rubric } from '@preau/shared/homework/rubric.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays } from '@preau/shared/kernel/school-time.ts';
import { IF_NEW, unchangedSince, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import {
  assessmentEntity,
  commonEntity,
  correctionEntity,
  HAND_IN_PREFIX,
  handInEntity,
  workEntity,
  type FollowedHandIn,
  type HandInRowItem,
  type PlanRow,
  type StoredPlan,
} from './hand-in-entities.ts';

/** Until the end of the school year after theirs, as the marks of pupils. */
const KEPT_DAYS = 400;
const keptUntil = (homeworkId: HomeworkId): { readonly ttl?: number } => {
  const parts = partsOfHomeworkId(homeworkId);
  return parts === undefined ? {} : { ttl: Date.parse(addDays(parts.firstDueOn, KEPT_DAYS)) / 1000 };
};

const planUnchangedSince = (revision: number) =>
  revision === 0
    ? IF_NEW
    : {
        conditionExpression: '#revision = :read',
        expressionAttributeNames: { '#revision': 'revision' },
        expressionAttributeValues: { ':read': revision },
      };

/** Free for this group: nobody's, or already led by the same pupil. */
const freeFor = (leader: PersonId) => ({
  conditionExpression: 'attribute_not_exists(pk) OR #with = :leader',
  expressionAttributeNames: { '#with': 'with' },
  expressionAttributeValues: { ':leader': leader },
});

const isPlan = (row: HandInRowItem): row is PlanRow => 'plan' in row;

export interface Assessment {
  readonly rubric?: Rubric | undefined;
  readonly quiz?: Quiz | undefined;
}

export type HandInStore = ReturnType<typeof handInStore>;

/** Access patterns over the hand-ins of a piece of work, all in its own partition. */
export const handInStore = (all: AllEntitiesStore) => {
  const rows = all.for(handInEntity);
  const works = all.for(workEntity);
  const corrections = all.for(correctionEntity);
  const commons = all.for(commonEntity);
  const assessments = all.for(assessmentEntity);

  return {
    /** The teacher's list: the plan and every pupil's last hand-in, in one query. */
    listHandIns: async (
      homeworkId: HomeworkId,
    ): Promise<{ readonly plan: StoredPlan | undefined; readonly rows: readonly (HandIn | FollowedHandIn)[] }> => {
      const found = await rows.queryAllByPkAndSk({ homeworkId }, rangeWhereSkBeginsWith(HAND_IN_PREFIX));
      return { plan: found.find(isPlan)?.plan, rows: found.filter((row): row is HandIn | FollowedHandIn => !isPlan(row)) };
    },

    /** How work is handed in; undefined while its teacher decided nothing. */
    findPlan: async (homeworkId: HomeworkId): Promise<StoredPlan | undefined> => {
      const found = await rows.getOrUndefined({
        homeworkId,
        plan: { homeworkId, closesAt: '', lateAllowed: true, groupOf: 1, revision: 0 },
      });
      return found !== undefined && isPlan(found) ? found.plan : undefined;
    },

    /** A decision of the teacher, with the events that it brings; false when another one came between. */
    putPlan: (plan: StoredPlan, outbox: readonly Envelope[] = []): Promise<boolean> =>
      unlessRefused(
        rows.put(withOutbox({ homeworkId: plan.homeworkId, plan }, outbox), {
          ...planUnchangedSince(plan.revision - 1),
          ...keptUntil(plan.homeworkId),
        }),
      ),

    /** A pupil's last hand-in, or who handed in for him, as of now. */
    findHandIn: async (homeworkId: HomeworkId, pupilId: PersonId): Promise<HandIn | FollowedHandIn | undefined> => {
      const found = await rows.getOrUndefined({ homeworkId, pupilId }, { consistentRead: true });
      return found === undefined || isPlan(found) ? undefined : found;
    },

    /** One submit, by its sender's key. */
    findWork: (homeworkId: HomeworkId, pupilId: PersonId, requestId: string): Promise<HandedInWork | undefined> =>
      works.getOrUndefined({ homeworkId, pupilId, requestId }, { consistentRead: true }),

    /** Keeps a submit before it counts; false when its key was used already. */
    addWork: (work: HandedInWork, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(works.put(withOutbox(work, outbox), { ...IF_NEW, ...keptUntil(work.homeworkId) })),

    /** Makes a submit the one in force, in one write; a group's members change with it or not at all. */
    putHandIn: (next: HandIn, before: HandIn | undefined, outbox: readonly Envelope[]): Promise<boolean> => {
      const kept = keptUntil(next.homeworkId);
      const condition = { ...unchangedSince(before?.version, 'version'), ...kept };
      const others = next.members.filter((pupilId) => pupilId !== next.pupilId);
      const gone = (before?.members ?? []).filter((pupilId) => pupilId !== next.pupilId && !next.members.includes(pupilId));
      if (others.length + gone.length === 0) return unlessRefused(rows.put(withOutbox(next, outbox), condition));
      const transaction = all.transactions.buildWriteTransaction(handInEntity);
      transaction.put(withOutbox(next, outbox), condition);
      for (const pupilId of others)
        transaction.put({ homeworkId: next.homeworkId, pupilId, with: next.pupilId }, { ...freeFor(next.pupilId), ...kept });
      for (const pupilId of gone) transaction.delete({ homeworkId: next.homeworkId, pupilId }, freeFor(next.pupilId));
      return unlessRefused(transaction.execute());
    },

    /** Marks a hand-in as corrected; one that was replaced meanwhile is to be corrected again. */
    markCorrected: (handIn: HandIn, correctedAt: string): Promise<boolean> =>
      unlessRefused(
        rows.put({ ...handIn, correctedAt }, { ...unchangedSince(handIn.version, 'version'), ...keptUntil(handIn.homeworkId) }),
      ),

    findCorrection: (homeworkId: HomeworkId, pupilId: PersonId): Promise<Correction | undefined> =>
      corrections.getOrUndefined({ homeworkId, pupilId }),

    /** False when somebody else corrected in between. */
    putCorrection: (correction: Correction): Promise<boolean> =>
      unlessRefused(
        corrections.put(correction, {
          ...keptUntil(correction.homeworkId),
          ...unchangedSince(correction.revision - 1, 'revision'),
        }),
      ),

    findCommon: async (homeworkId: HomeworkId): Promise<CommonCorrection | undefined> => {
      const found = await commons.getOrUndefined({ homeworkId });
      return found === undefined ? undefined : { comment: found.comment, files: found.files };
    },

    putCommon: async (homeworkId: HomeworkId, common: CommonCorrection): Promise<void> => {
      await commons.put({ homeworkId, ...common }, keptUntil(homeworkId));
    },

    findAssessment: async (homeworkId: HomeworkId): Promise<Assessment> => {
      const found = await assessments.getOrUndefined({ homeworkId });
      return { rubric: found?.rubric, quiz: found?.quiz };
    },

    putAssessment: async (homeworkId: HomeworkId, { rubric, quiz }: Assessment): Promise<void> => {
      const item = { homeworkId, ...(rubric === undefined ? {} : { rubric }), ...(quiz === undefined ? {} : { quiz }) };
      await assessments.put(item, keptUntil(homeworkId));
    },
  };
};
