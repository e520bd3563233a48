import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { quizCells, quizTerms } from '@preau/shared/assessment/quiz-marks.ts';
import { serviceIdOf, type Holder } from '@preau/shared/assessment/service-id.ts';
import { classesOf, type Audience } from '@preau/shared/homework/audience.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import { deadlineOf, isLate } from '@preau/shared/homework/hand-in-rules.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { closedPupils } from './desk.ts';
import { loadService } from './load-service.ts';
import { newEvaluation } from './new-evaluation.ts';
import { periodsOfService } from './periods-of-service.ts';
import { subjectKeyOf } from './service-of.ts';
import type { AssessmentServices } from './services.ts';

const holderOf = (audience: Audience): Holder | undefined => {
  if (audience.kind !== 'class' && audience.groupId !== undefined) return { kind: 'group', groupId: audience.groupId };
  const [classId] = classesOf(audience);
  return classId === undefined ? undefined : { kind: 'class', classId };
};

/** The points of a quiz as the marks of a draft, once for each quiz whoever asks: it is published by its teachers, when they want. */
export const takeQuiz = bind<AssessmentServices>()(marksOperations.takeQuiz, {
  async subject({ input, services, now }) {
    const work = await services.homework.findWork(input.path.homeworkId);
    if (work === undefined) return undefined;
    const holder = holderOf(work.audience);
    if (holder === undefined) return { work, service: undefined };
    const serviceId = serviceIdOf({ holder, subjectKey: subjectKeyOf(work.subject) });
    return { work, service: await loadService(serviceId, localDateOf(now), services) };
  },
  may: (actor, { work, service }) => mayFollowHandIns(actor, work) && (service === undefined || mayEnterMarks(actor, service)),
  async run({ actor, subject: { work, service }, services, now }) {
    const { homeworkId, schoolId, dueOn } = work;
    const [quiz, { zone }] = await Promise.all([services.homework.findQuiz(homeworkId), services.directory.findSchoolSettings(schoolId)]);
    if (quiz === undefined) return refuse('assessment.no-quiz');
    if (!isLate(now, deadlineOf(dueOn, quiz, zone))) return refuse('assessment.quiz-open');
    if (service === undefined) return refuse('assessment.quiz-without-service');
    const periods = await periodsOfService(service, schoolYearOf(dueOn), services);
    const period = periods.find(({ from, until }) => from <= dueOn && dueOn <= until);
    if (period === undefined) return refuse('assessment.period-unknown');
    const terms = quizTerms(quiz, dueOn);
    const wanted = { actor, service, period: period.key, terms, origin: { homeworkId }, now };
    const added = await newEvaluation(
      {
        ...wanted,
        cells: (attendees, open) => {
          const closed = closedPupils(attendees, open);
          return quizCells(quiz, terms, (pupilId) => attendees.some((one) => one.pupilId === pupilId) && !closed.has(pupilId));
        },
      },
      services,
    );
    if (!isRefusal(added)) return { evaluationId: added.evaluationId, marks: Object.keys(added.cells).length };
    if (added.refused === 'assessment.sub-subject-unknown') throw new Error('A quiz has no sub-subject');
    return refuse(added.refused);
  },
});
