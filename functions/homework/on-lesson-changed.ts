import { LessonChanged } from '@preau/shared/timetable/events.ts';
import { directoryDoor } from '../directory/reads.ts';
import { documentClient } from '../runtime/entity.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { homeworkStoreFrom } from './environment.ts';
import { followLesson } from './follow-lesson.ts';

const client = documentClient();

const services = {
  now: () => new Date().toISOString(),
  store: homeworkStoreFrom(client),
  directory: directoryDoor(client),
  timetable: timetableDoor(client),
};

export const handler = reactionHandler([on(LessonChanged, followLesson(services))]);
