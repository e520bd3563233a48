import { timetableOperations } from '@preau/shared/timetable/api.ts';
import { viewLesson } from '@preau/shared/timetable/changes.ts';
import { inOrder } from '@preau/shared/timetable/rules.ts';
import { mayChangeLesson, mayListChanges } from '@preau/shared/timetable/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { TimetableServices } from './services.ts';

/** The changed lessons of a school between two dates. */
export const listChanges = bind<TimetableServices>()(timetableOperations.listChanges, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayListChanges,
  async run({ actor, subject, input: { query }, services }) {
    const decisions = await services.store.listDecisions(subject.schoolId, query.from, query.until);
    const names = new Map(decisions.map((decision) => [decision.lesson.lessonId, decision.byName]));
    const lessons = inOrder(decisions.map((decision) => decision.lesson)).toSorted((a, b) => a.date.localeCompare(b.date));
    return {
      changes: lessons.map((lesson) => ({ lesson: viewLesson(lesson), byName: names.get(lesson.lessonId) ?? '' })),
      mayChange: mayChangeLesson(actor, subject),
    };
  },
});
