import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { HomeworkId, PersonId, SchoolId } from '../kernel/ids.ts';

const concerned = { homeworkId: HomeworkId, schoolId: SchoolId };

/** A pupil, or a group, has handed in, or replaced, a piece of work. */
export const HomeworkHandedIn = event(
  'homework.handed-in',
  z.strictObject({ ...concerned, pupilIds: z.array(PersonId), late: z.boolean() }),
);

/** Corrections can be read by pupils and families, once for each piece of work. */
export const HomeworkReturned = event('homework.returned', z.strictObject(concerned));

/** The teacher reminds, once, those who have not handed in. */
export const HandInReminderAsked = event(
  'homework.hand-in-reminder-asked',
  z.strictObject({ ...concerned, pupilIds: z.array(PersonId).max(400) }),
);
