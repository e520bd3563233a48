import type { HandInPlanView } from '@preau/shared/homework/hand-in-views.ts';
import type { StoredPlan } from './hand-in-entities.ts';
import type { WorkToHandIn } from './hand-ins.ts';
import type { HomeworkServices } from './services.ts';

const short = ({ homeworkId: _id, hasAssessment: _assessment, hasCommon: _common, ...plan }: StoredPlan) => plan;

/** The plan with all that it says, as its teacher reads it. */
export const viewPlan = async (
  { work: { homeworkId }, plan, deadline }: WorkToHandIn,
  { handIns }: Pick<HomeworkServices, 'handIns'>,
): Promise<HandInPlanView> => {
  const [{ rubric, quiz }, common] = await Promise.all([
    plan.hasAssessment === true ? handIns.findAssessment(homeworkId) : { rubric: undefined, quiz: undefined },
    plan.hasCommon === true ? handIns.findCommon(homeworkId) : undefined,
  ]);
  return {
    ...short(plan),
    deadline,
    ...(rubric === undefined ? {} : { rubric }),
    ...(quiz === undefined ? {} : { quiz }),
    ...(common === undefined ? {} : { common }),
  };
};
