import type { QuizPoints } from '@preau/shared/assessment/quiz-marks.ts';
import type { HomeworkCard } from '@preau/shared/homework/schema.ts';
import type { HomeworkId } from '@preau/shared/kernel/ids.ts';
import type { LocalTime } from '@preau/shared/kernel/school-time.ts';

/** A piece of work of another domain, and what its pupils answered. */
interface KnownQuiz {
  readonly work: HomeworkCard;
  readonly points: (QuizPoints & { readonly closesAt: LocalTime }) | undefined;
}

/** The door of homework, with the one piece of work that a test gives it. */
export const oneQuiz = () => {
  let quiz: KnownQuiz | undefined;
  return {
    homework: {
      findWork: async (homeworkId: HomeworkId) => (quiz?.work.homeworkId === homeworkId ? quiz.work : undefined),
      findQuiz: async () => quiz?.points,
    },
    setQuiz: (known: KnownQuiz) => {
      quiz = known;
    },
  };
};
