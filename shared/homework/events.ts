import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { HomeworkId, SchoolId } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/school-time.ts';
import { Audience } from './audience.ts';
import { HomeworkKind } from './schema.ts';

const concerned = { homeworkId: HomeworkId, schoolId: SchoolId, audience: Audience, kind: HomeworkKind, dueOn: LocalDate };

/** Work has become visible to families, once for each piece of work; what it says is read through the door. */
export const HomeworkPublished = event('homework.published', z.strictObject(concerned));

/** Work that families could already see was changed, moved with its lesson, taken back or restored. */
export const HomeworkChanged = event(
  'homework.changed',
  z.strictObject({ ...concerned, change: z.enum(['edited', 'moved', 'cancelled', 'withdrawn', 'restored']), revision: z.int() }),
);
