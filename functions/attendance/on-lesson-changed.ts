import { LessonChanged } from '@preau/shared/timetable/events.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { realDayServices } from './environment.ts';
import { refoldLesson } from './refold-lesson.ts';

export const handler = reactionHandler([on(LessonChanged, refoldLesson(realDayServices()))]);
