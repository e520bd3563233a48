import * as z from 'zod';
import { AnsweredHours } from '@preau/shared/attendance/schema.ts';
import { LessonId } from '@preau/shared/kernel/ids.ts';
import { words } from '@/lib/lists.ts';

/** The box of the hours still to come, beside one box for each run of absent hours. */
export const REST_OF_DAY = 'reste';

const BOX = /^hours-(?<from>.{5})-(?<until>.{5})$/;

const Lessons = words(z.array(LessonId)).catch([]);

export const boxOf = ({ from, until }: AnsweredHours): string => `${from}-${until}`;

/** What a family answers for: the boxes that it ticked, with the lessons of their hours. */
export const answeredIn = (form: Readonly<Record<string, unknown>>) => {
  const hours = Object.keys(form).flatMap((name) => AnsweredHours.safeParse({ ...BOX.exec(name)?.groups }).data ?? []);
  return {
    hours,
    lessonIds: hours.flatMap((ticked) => Lessons.parse(form[`lessons-${boxOf(ticked)}`])),
    restOfDay: `hours-${REST_OF_DAY}` in form,
  };
};
