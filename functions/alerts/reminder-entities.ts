import * as z from 'zod';
import { EveningRun, ReminderChoice } from '@preau/shared/alerts/reminders.ts';
import { Audience } from '@preau/shared/homework/audience.ts';
import { ClassId, HomeworkId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { entity } from '../runtime/entity.ts';

/** What one person asked for. */
export const choiceEntity = entity({
  type: 'CHOICE',
  schema: ReminderChoice,
  pk: ({ personId }: Pick<ReminderChoice, 'personId'>) => `PERSON#${personId}`,
  sk: () => 'REMINDERS',
});

const EveningReader = z.strictObject({ schoolId: SchoolId, personId: PersonId });

/** Who receives an evening's message, by school: one query finds them all. */
export const readerEntity = entity({
  type: 'READER',
  schema: EveningReader,
  pk: ({ schoolId }: Pick<z.infer<typeof EveningReader>, 'schoolId'>) => `EVENING#${schoolId}`,
  sk: ({ personId }: Pick<z.infer<typeof EveningReader>, 'personId'>) => personId,
});

/** A school's evening; index 1: the next one of all schools, by its instant. */
export const runEntity = entity({
  type: 'EVENING',
  schema: EveningRun,
  pk: ({ schoolId }: Pick<EveningRun, 'schoolId'>) => `SCHOOL#${schoolId}`,
  sk: () => 'EVENING',
  gsi1: { pk: () => 'DUE#EVENINGS', sk: ({ wakeAt, schoolId }) => `${wakeAt}#${schoolId}` },
});

const News = z.strictObject({
  schoolId: SchoolId,
  evening: LocalDate,
  /** What it comes from: the same event seen again is the same news. */
  source: z.string(),
  pupilIds: z.array(PersonId),
  ttl: z.int().optional(),
});
export type News = z.infer<typeof News>;

/** Pupils of whom guardians may read something new, by the evening that tells of it: what it is, and to whom, is read when it is told. */
export const newsEntity = entity({
  type: 'NEWS',
  schema: News,
  pk: ({ schoolId }: Pick<News, 'schoolId'>) => `NEWS#${schoolId}`,
  sk: ({ evening, source }: Pick<News, 'evening' | 'source'>) => `${evening}#${source}`,
});

const Returned = z.strictObject({
  classId: ClassId,
  evening: LocalDate,
  homeworkId: HomeworkId,
  subject: z.string(),
  audience: Audience,
  ttl: z.int().optional(),
});
export type Returned = z.infer<typeof Returned>;

/** Corrections given back, by class, for the evening that tells of them. */
export const returnedEntity = entity({
  type: 'RETURNED',
  schema: Returned,
  pk: ({ classId }: Pick<Returned, 'classId'>) => `CLASS#${classId}`,
  sk: ({ evening, homeworkId }: Pick<Returned, 'evening' | 'homeworkId'>) => `RETURNED#${evening}#${homeworkId}`,
});
