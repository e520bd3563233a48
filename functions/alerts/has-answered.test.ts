import { expect, it } from 'vitest';
import { aDelivery } from '@preau/shared/alerts/delivery.testing.ts';
import { aDay, anAnswer, lessonAt, observed } from '@preau/shared/attendance/days.testing.ts';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import { answeredAt } from './has-answered.ts';

const told = aDelivery({ pupilId: aDay().pupilId, lessonId: lessonAt('08:00') });
const withDay = (day: PupilDay | undefined) =>
  answeredAt({ findDayOf: async (pupilId, date) => (pupilId === day?.pupilId && date === day.date ? day : undefined) });
const absent = aDay({ observations: observed(['08:00', 'absent']) });

it('tells no more a family that has justified the absence', async () => {
  expect(await withDay({ ...absent, justifications: [anAnswer({ lessonIds: [lessonAt('08:00')] })] })(told)).toBe(true);
});

it('goes on telling a family that has not, or whose pupil has no such day', async () => {
  expect(await withDay(absent)(told)).toBe(false);
  expect(await withDay(undefined)(told)).toBe(false);
});
