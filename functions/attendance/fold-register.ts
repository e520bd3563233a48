import type { RegisterTaken } from '@preau/shared/attendance/events.ts';
import { observe } from '@preau/shared/attendance/observe.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import { takesPlaceAt } from '@preau/shared/timetable/changes.ts';
import { foldDays } from './fold-day.ts';
import type { DayServices } from './services.ts';

/** Folds what a register changed into each pupil's day: the same whatever the order and the number of times that versions arrive. */
export const foldRegister =
  (services: DayServices) =>
  async (taken: DataOf<typeof RegisterTaken>): Promise<void> => {
    const { lessonId, schoolId, date, start, end, subject, version, changes } = taken;
    if (changes.length === 0) return;
    const lesson = await services.timetable.findLesson(lessonId);
    const isHeld = lesson === undefined || takesPlaceAt(lesson, taken);
    await foldDays(
      services,
      changes.map(({ pupilId, after }) => ({
        pupilId,
        schoolId,
        date,
        edit: (day) => observe(day, { lessonId, start, end, subject, version, isHeld, mark: after }, 'newer'),
      })),
    );
  };
