import { LessonChanged } from '@preau/shared/timetable/events.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { realFollowServices } from './environment.ts';
import { followLesson } from './follow-lesson.ts';

export const handler = reactionHandler([on(LessonChanged, followLesson(realFollowServices()))]);
