import * as z from 'zod';
import { absenceIdOf } from './absence-id.ts';
import { Declaration, Justification, Observation, PupilDay } from './schema.ts';
import { LessonId } from '../kernel/ids.ts';

/**
 * A pupil's day as it is kept: what can be derived is left out, so that the first absence of a day, with its event and its index, fits in
 * two write units. @see `capacity` in fold-register.engine.test.ts
 */
export const StoredDay = PupilDay.omit({ absenceId: true, observations: true, declarations: true, justifications: true }).extend({
  observations: z.record(LessonId, Observation.omit({ lessonId: true })).optional(),
  declarations: z.array(Declaration).optional(),
  justifications: z.array(Justification).optional(),
});
type StoredDay = z.infer<typeof StoredDay>;

const hasAny = (value: object): boolean => Object.keys(value).length > 0;

export const toStored = ({ absenceId: _absenceId, observations, declarations, justifications, ...day }: PupilDay): StoredDay => ({
  ...day,
  ...(hasAny(observations)
    ? { observations: Object.fromEntries(Object.values(observations).map(({ lessonId, ...observation }) => [lessonId, observation])) }
    : {}),
  ...(hasAny(declarations) ? { declarations } : {}),
  ...(hasAny(justifications) ? { justifications } : {}),
});

export const fromStored = ({ observations = {}, declarations = [], justifications = [], ...day }: StoredDay): PupilDay => ({
  ...day,
  absenceId: absenceIdOf(day.pupilId, day.date),
  observations: Object.fromEntries(
    Object.entries(observations).map(([lessonId, observation]) => [lessonId, { lessonId: LessonId.parse(lessonId), ...observation }]),
  ),
  declarations,
  justifications,
});
