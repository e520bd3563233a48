import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HomeworkHandedIn } from '@preau/shared/homework/hand-in-events.ts';
import { mayHandIn } from '@preau/shared/homework/hand-in-policy.ts';
import { isLate, refuseHandIn } from '@preau/shared/homework/hand-in-rules.ts';
import type { HandedInWork, HandIn } from '@preau/shared/homework/hand-in-schema.ts';
import { scoreOf, type Quiz, type QuizAnswers } from '@preau/shared/homework/quiz.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { InputOf } from '@preau/shared/kernel/operation.ts';
import { isRefusal, refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { doneMark } from './done-mark.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isTaken, membersOf } from './group-members.ts';
import { findHandInOf, findWorkToHandIn, type WorkToHandIn } from './hand-ins.ts';
import { joinOwnFiles, refOf } from './own-files.ts';
import type { HomeworkServices } from './services.ts';

type Body = InputOf<typeof handInOperations.handInWork>['body'];

/** Two submits at once, or two members of a group. */
const ATTEMPTS = 5;

interface Submit {
  readonly by: PersonId;
  readonly body: Body;
  readonly found: WorkToHandIn;
  readonly before: HandIn | undefined;
  readonly now: Instant;
}

/** Answers to questions of this quiz, and to nothing else. */
const answersTo = (quiz: Quiz | undefined, answers: QuizAnswers | undefined): QuizAnswers | undefined =>
  quiz === undefined
    ? undefined
    : Object.fromEntries(Object.entries(answers ?? {}).filter(([key]) => quiz.some((question) => question.key === key)));

const isEmpty = (body: Body, answers: QuizAnswers | undefined): boolean =>
  body.text.trim() === '' && body.files.length === 0 && Object.keys(answers ?? {}).length === 0;

/** The submit as it is kept, with its receipt. */
const workOf = async ({ by, body, found, before, now }: Submit, quiz: Quiz | undefined, services: HomeworkServices) => {
  const { homeworkId } = found.work;
  const answers = answersTo(quiz, body.answers);
  if (isEmpty(body, answers)) return refuse('homework.hand-in-empty');
  const pupilId = before?.pupilId ?? by;
  const members = await membersOf(found, pupilId, [by, ...body.with], services);
  if (isRefusal(members)) return members;
  const files = await joinOwnFiles({ fileIds: body.files, ownerId: by, purpose: 'hand-in', kept: before?.files ?? [] }, services);
  if (isRefusal(files)) return files;
  const fingerprint = fingerprintOf({ homeworkId, members, text: body.text, answers, sha256: files.map(({ sha256 }) => sha256) });
  const work: HandedInWork = {
    homeworkId,
    pupilId,
    requestId: body.requestId,
    by,
    members: [...members],
    receipt: { at: now, late: isLate(now, found.deadline), fingerprint },
    text: body.text,
    files: files.map(refOf),
    ...(answers === undefined ? {} : { answers }),
  };
  return work;
};

/** What the list of the class shows of a submit. */
export const rowOf = (work: HandedInWork, version: number, quiz: Quiz | undefined): HandIn => ({
  homeworkId: work.homeworkId,
  pupilId: work.pupilId,
  requestId: work.requestId,
  at: work.receipt.at,
  late: work.receipt.late,
  version,
  members: work.members,
  files: work.files,
  hasText: work.text.trim() !== '',
  ...(quiz === undefined ? {} : { score: scoreOf(quiz, work.answers ?? {}).score }),
});

const eventOf = ({ work }: WorkToHandIn, { homeworkId, pupilId, requestId, members, receipt }: HandedInWork) =>
  happened(HomeworkHandedIn, {
    id: `${homeworkId}#${pupilId}#${requestId}`,
    at: receipt.at,
    schoolId: work.schoolId,
    data: { homeworkId, schoolId: work.schoolId, pupilIds: [...members], late: receipt.late },
  });

/** Told with the submit itself, so that the rows of a class stay short; a group's with its row, for another group may come first. */
const isAlone = ({ members }: HandedInWork): boolean => members.length === 1;

type NotInForce = Refusal<'homework.group-member-taken' | 'homework.hand-in-busy'>;

/** Makes a kept submit the one in force; a later one that came first is replaced, for it was sent before. */
const putInForce = async (
  work: HandedInWork,
  first: HandIn | undefined,
  found: WorkToHandIn,
  quiz: Quiz | undefined,
  services: HomeworkServices,
): Promise<undefined | NotInForce> => {
  const { handIns } = services;
  let before = first;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (before?.requestId === work.requestId) return undefined;
    const next = rowOf(work, (before?.version ?? 0) + 1, quiz);
    if (await handIns.putHandIn(next, before, isAlone(work) ? [] : [eventOf(found, work)])) return undefined;
    if (work.members.length > 1 && (await isTaken(found, work.members, services))) return refuse('homework.group-member-taken');
    before = await findHandInOf(work.homeworkId, work.pupilId, services);
    // Somebody has just made this pupil a member of his own group.
    if (before !== undefined && before.pupilId !== work.pupilId) return refuse('homework.hand-in-busy');
  }
  return refuse('homework.hand-in-busy');
};

/** Hands in, or replaces: the submit is kept first, then made the one in force, and is done for all its members; the same key gives the same receipt, whenever it comes back. */
export const handInWork = bind<HomeworkServices>()(handInOperations.handInWork, {
  subjectFor: ({ actor, input, services }) => findWorkToHandIn(input.path.homeworkId, services, actor.personId),
  may: (actor, { work }, _input, now) => mayHandIn(actor, work, now),
  async run({ actor, subject: found, input: { body }, services, now }) {
    const { handIns } = services;
    const { homeworkId } = found.work;
    const by = actor.personId;
    const before = await findHandInOf(homeworkId, by, services);
    const pupilId = before?.pupilId ?? by;
    const { quiz } = found.plan.hasAssessment === true ? await handIns.findAssessment(homeworkId) : { quiz: undefined };

    const closed = refuseHandIn(found.plan, found.deadline, before, now);
    const work = closed ?? (await workOf({ by, body, found, before, now }, quiz, services));
    const kept =
      isRefusal(work) || !(await handIns.addWork(work, isAlone(work) ? [eventOf(found, work)] : []))
        ? await handIns.findWork(homeworkId, pupilId, body.requestId)
        : work;
    if (kept === undefined) return isRefusal(work) ? work : refuse('homework.hand-in-busy');

    const isOld = kept !== work && before !== undefined && before.at > kept.receipt.at;
    const notInForce = isOld ? undefined : await putInForce(kept, before, found, quiz, services);
    if (notInForce !== undefined) return notInForce;
    await Promise.all(kept.members.map((member) => services.store.putDone(doneMark(found.work, member, now))));
    return { receipt: kept.receipt };
  },
});
