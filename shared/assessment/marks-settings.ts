import * as z from 'zod';
import { LocalTime } from '../kernel/school-time.ts';
import { RoundingMode } from './rounding.ts';

/** What the head decides for the marks of a school. */
export const MarksSettings = z.strictObject({
  /** The hours at which marks appear to pupils; none: as soon as they are published, in the school's window. */
  hours: z.array(LocalTime).max(4),
  /** How long after pupils guardians see them. */
  guardianDelayHours: z.int().min(0).max(168),
  rounding: RoundingMode,
  /** What the general average is made of: subjects' averages as they are, or as they are displayed. */
  generalFrom: z.enum(['exact', 'displayed']),
  /** Mean, lowest and highest of the class; in any case hidden for fewer than five pupils. */
  classFigures: z.boolean(),
  rank: z.boolean(),
});
export type MarksSettings = z.infer<typeof MarksSettings>;

/** In force in a school whose head decided nothing. */
export const DEFAULT_MARKS_SETTINGS: MarksSettings = {
  hours: ['14:00'],
  guardianDelayHours: 24,
  rounding: 'p1',
  generalFrom: 'exact',
  classFigures: true,
  rank: false,
};
