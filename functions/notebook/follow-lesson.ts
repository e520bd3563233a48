import type { DataOf } from '@preau/shared/kernel/event.ts';
import { flagOf, publishedAtOf, teachersOf } from '@preau/shared/notebook/rules.ts';
import type { LessonRecord } from '@preau/shared/notebook/schema.ts';
import type { LessonChanged } from '@preau/shared/timetable/events.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { FollowServices } from './services.ts';

/** Somebody writes the record at this very moment: the reaction comes again. */
const ATTEMPTS = 4;

const isWaiting = ({ publication, publishedAt }: LessonRecord, now: Instant): boolean =>
  publication === 'lesson' && publishedAt !== undefined && Date.parse(publishedAt) > Date.parse(now);

const followed = async (record: LessonRecord, lesson: Lesson, now: Instant, { directory }: FollowServices): Promise<LessonRecord> => {
  const { flag: _flag, ...rest } = record;
  const flag = flagOf(lesson);
  const { date, start, end } = lesson;
  const moved = { ...rest, date, start, end, teachers: teachersOf(lesson, record.teachers), ...(flag === undefined ? {} : { flag }) };
  if (!isWaiting(record, now)) return { ...moved, version: record.version + 1 };
  const { publication: window, zone } = await directory.findSchoolSettings(record.schoolId);
  const publishedAt = publishedAtOf('lesson', moved, { now, window, zone });
  return { ...moved, ...(publishedAt === undefined ? {} : { publishedAt }), version: record.version + 1 };
};

/** What following a lesson may change. */
const traitsOf = ({ date, start, end, teachers, flag, publishedAt }: LessonRecord): string =>
  JSON.stringify([date, start, end, teachers, flag, publishedAt]);

/** What is written of a lesson goes where the lesson goes, and says what became of it; read from the timetable of now, so that old news changes nothing. */
export const followLesson =
  (services: FollowServices) =>
  async ({ lessonId }: DataOf<typeof LessonChanged>): Promise<void> => {
    const { store, timetable } = services;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const [record, lesson] = await Promise.all([store.findRecord(lessonId), timetable.findLesson(lessonId)]);
      if (record === undefined || lesson === undefined) return;
      const changed = await followed(record, lesson, services.now(), services);
      if (traitsOf(changed) === traitsOf(record) || (await store.putRecord(changed, record))) return;
    }
    throw new Error('A record was being written each time that it was to follow its lesson');
  };
