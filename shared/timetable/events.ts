import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { LessonId, SchoolId } from '../kernel/ids.ts';
import { ChangeKind, LessonTerms } from './schema.ts';

/** A lesson as somebody who plans on it needs it. */
const LessonState = LessonTerms.extend({ held: z.boolean() });

/** The office changed one dated lesson, or withdrew its change; the lesson keeps its id. */
export const LessonChanged = event(
  'timetable.lesson-changed',
  z.strictObject({
    lessonId: LessonId,
    schoolId: SchoolId,
    kind: z.enum([...ChangeKind.options, 'withdrawn']),
    before: LessonState,
    after: LessonState,
  }),
);
