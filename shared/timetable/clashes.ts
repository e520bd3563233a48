import type { PersonId } from '../kernel/ids.ts';
import { isHeld, isTaughtBy } from './changes.ts';
import type { Lesson } from './schema.ts';

const overlaps = (a: Lesson, b: Lesson): boolean => a.date === b.date && a.start < b.end && b.start < a.end;

const besides = (lesson: Lesson, day: readonly Lesson[]): readonly Lesson[] =>
  day.filter((other) => other.lessonId !== lesson.lessonId && isHeld(other) && overlaps(lesson, other));

/** What a teacher already gives at the hours of a lesson. */
export const clashesOfTeacher = (lesson: Lesson, personId: PersonId, day: readonly Lesson[]): readonly Lesson[] =>
  besides(lesson, day).filter((other) => isTaughtBy(other, personId));

/** What the pupils of a lesson already attend at its hours; two groups may well have lessons side by side. */
export const clashesOfAudience = (lesson: Lesson, day: readonly Lesson[]): readonly Lesson[] =>
  besides(lesson, day).filter(
    ({ groups }) =>
      groups.length === 0 ||
      lesson.groups.length === 0 ||
      groups.some(({ groupId }) => lesson.groups.some((group) => group.groupId === groupId)),
  );
