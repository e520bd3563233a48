import type { ClassId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/school-time.ts';
import { classesOf } from './audience.ts';
import type { HomeworkCard } from './schema.ts';
import type { DayLoad } from './views.ts';

type Weighed = Pick<HomeworkCard, 'homeworkId' | 'dueOn' | 'audience' | 'minutes' | 'publishedAt' | 'withdrawnAt'>;

/** Work of a class that counts in its day: given or held, to all or to a group; what is given to named pupils stands in place of other work. */
const counts = (work: Weighed, classId: ClassId): boolean =>
  work.publishedAt !== undefined &&
  work.withdrawnAt === undefined &&
  work.audience.kind !== 'pupils' &&
  classesOf(work.audience).includes(classId);

/** What a class has to do for one day over all its teachers; `without` leaves one piece of work out, for its own forecast. */
export const loadOf = (works: readonly Weighed[], classId: ClassId, date: LocalDate, without?: string): DayLoad => {
  const due = works.filter((work) => work.dueOn === date && work.homeworkId !== without && counts(work, classId));
  return { date, minutes: due.reduce((sum, work) => sum + (work.minutes ?? 0), 0), works: due.length };
};
