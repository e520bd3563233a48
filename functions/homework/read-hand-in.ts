import { isReturned, isQuizOver, refuseHandIn } from '@preau/shared/homework/hand-in-rules.ts';
import { handInErrors } from '@preau/shared/homework/hand-in-errors.ts';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns, mayHandIn, mayReadHandIn } from '@preau/shared/homework/hand-in-policy.ts';
import type { CommonCorrection, HandedInWork, HandIn } from '@preau/shared/homework/hand-in-schema.ts';
import type { HandInView } from '@preau/shared/homework/hand-in-views.ts';
import { asked, rightWords, scoreOf } from '@preau/shared/homework/quiz.ts';
import { totalOf } from '@preau/shared/homework/rubric.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { FileRef } from '@preau/shared/files/schema.ts';
import type { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { listedName } from './audiences.ts';
import { findHandInOf, findWorkToHandIn, listConcerned, type WorkToHandIn } from './hand-ins.ts';
import type { Assessment } from './hand-in-store.ts';
import { followedBy } from './pupils.ts';
import type { HomeworkServices } from './services.ts';

type KnownPupil = NonNullable<Awaited<ReturnType<HomeworkServices['directory']['findPupil']>>>;

/** One pupil's hand-in, with who he is to the reader. */
export interface HandInRead extends WorkToHandIn {
  readonly pupilId: PersonId;
  readonly place: KnownPupil | undefined;
  readonly handIn: HandIn | undefined;
  readonly wasHandedIn: boolean;
}

/** The hand-in that is asked for; the pupil is read from the reader's own relations where he is one of them. */
export const findHandInRead = async (
  actor: Actor,
  { homeworkId, pupilId }: { readonly homeworkId: HomeworkId; readonly pupilId: PersonId },
  services: HomeworkServices,
): Promise<HandInRead | undefined> => {
  const found = await findWorkToHandIn(homeworkId, services, pupilId);
  if (found === undefined) return undefined;
  const [handIn, followed] = await Promise.all([findHandInOf(homeworkId, pupilId, services), followedBy(actor, services)]);
  const own = followed.find((pupil) => pupil.pupilId === pupilId);
  const place = own ?? (mayFollowHandIns(actor, found.work) ? await services.directory.findPupil(pupilId) : undefined);
  return { ...found, pupilId, place, handIn, wasHandedIn: handIn !== undefined };
};

const shownFiles = async (files: readonly FileRef[], services: HomeworkServices) => {
  const known = await services.files.listFiles(files.map(({ fileId }) => fileId));
  return files.map((file) => ({ ...file, status: known.find(({ fileId }) => fileId === file.fileId)?.status ?? ('refused' as const) }));
};

const nameMembers = async ({ work, handIn, place }: HandInRead, isWide: boolean, services: HomeworkServices) => {
  const alone = place === undefined ? [] : [{ pupilId: place.pupilId, name: listedName(place) }];
  if (!isWide && (handIn === undefined || handIn.members.length === 1)) return alone;
  const pupils = await listConcerned(work, services);
  return pupils.map((pupil) => ({ pupilId: pupil.pupilId, name: listedName(pupil) }));
};

const resultOf = (work: HandedInWork | undefined, { quiz }: Assessment): HandInView['quizResult'] => {
  if (quiz === undefined) return undefined;
  const { score, outOf, right } = scoreOf(quiz, work?.answers ?? {});
  return {
    score,
    outOf,
    answers: quiz.map((question) => ({ key: question.key, right: rightWords(question), isRight: right.includes(question.key) })),
  };
};

const correctionOf = async ({ work: { homeworkId }, handIn }: HandInRead, { rubric }: Assessment, services: HomeworkServices) => {
  const correction = handIn === undefined ? undefined : await services.handIns.findCorrection(homeworkId, handIn.pupilId);
  if (correction === undefined) return undefined;
  const { comment, notes, files, marks, by } = correction;
  return { comment, notes, files, marks, by, ...(rubric === undefined ? {} : { total: totalOf(rubric, marks) }) };
};

const standing = (actor: Actor, read: HandInRead, now: Instant): Pick<HandInView, 'mayHandIn' | 'closedBecause'> => {
  const isHis = actor.self?.pupilId === read.pupilId && mayHandIn(actor, read.work, now);
  const closed = isHis ? refuseHandIn(read.plan, read.deadline, read.handIn, now) : undefined;
  return {
    mayHandIn: isHis && closed === undefined,
    ...(closed === undefined ? {} : { closedBecause: handInErrors[closed.refused].message }),
  };
};

/** What one pupil handed in, his receipt and, once they are returned, his correction and what was right. */
export const readHandIn = bind<HomeworkServices>()(handInOperations.readHandIn, {
  subjectFor: ({ actor, input, services }) => findHandInRead(actor, input.path, services),
  may: (actor, read, _input, now) => mayReadHandIn(actor, read, now),
  async run({ actor, subject: read, services, now }) {
    const { work, plan, deadline, pupilId, handIn } = read;
    const { homeworkId } = work;
    const { handIns } = services;
    const isHis = actor.self?.pupilId === pupilId;
    const returned = isReturned(plan, now);
    const [kept, assessment, common]: readonly [HandedInWork | undefined, Assessment, CommonCorrection | undefined] = await Promise.all([
      handIn === undefined ? undefined : handIns.findWork(homeworkId, handIn.pupilId, handIn.requestId),
      plan.hasAssessment === true ? handIns.findAssessment(homeworkId) : {},
      returned && plan.hasCommon === true ? handIns.findCommon(homeworkId) : undefined,
    ]);
    const names = await nameMembers(read, isHis && plan.groupOf > 1, services);
    const correction = returned ? await correctionOf(read, assessment, services) : undefined;
    const knowsQuiz = isQuizOver(plan, deadline, now) || mayFollowHandIns(actor, work);
    const quizResult = knowsQuiz ? resultOf(kept, assessment) : undefined;
    return {
      pupilId,
      terms: {
        deadline,
        lateAllowed: plan.lateAllowed,
        groupOf: plan.groupOf,
        ...(assessment.rubric === undefined ? {} : { rubric: assessment.rubric }),
        ...(assessment.quiz === undefined ? {} : { questions: assessment.quiz.map(asked) }),
      },
      ...standing(actor, read, now),
      classmates: isHis && plan.groupOf > 1 ? names.filter((one) => one.pupilId !== pupilId) : [],
      ...(kept === undefined
        ? {}
        : {
            handIn: {
              receipt: kept.receipt,
              members: names.filter((one) => kept.members.includes(one.pupilId)),
              text: kept.text,
              files: await shownFiles(kept.files, services),
              ...(kept.answers === undefined ? {} : { answers: kept.answers }),
            },
          }),
      ...(quizResult === undefined ? {} : { quizResult }),
      ...(returned && plan.returnedAt !== undefined ? { returnedAt: plan.returnedAt } : {}),
      ...(correction === undefined ? {} : { correction }),
      ...(common === undefined ? {} : { common }),
    };
  },
});
