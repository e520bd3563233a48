import { LessonChanged } from '@preau/shared/timetable/events.ts';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { homeworkStoreFrom } from './environment.ts';
import { followLesson } from './follow-lesson.ts';

const client = openDatabase();

const services = {
  now: () => new Date().toISOString(),
  store: homeworkStoreFrom(client),
  directory: directoryDoor(client),
  timetable: timetableDoor(client),
};

export const handler = reactionHandler([on(LessonChanged, followLesson(services))]);
