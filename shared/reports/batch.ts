import * as z from 'zod';
import { BatchId, ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { CardPeriodKey } from './schema.ts';

/** One class of a batch: what a worker is given. */
export const ClassToSeal = z.strictObject({ schoolId: SchoolId, classId: ClassId, period: CardPeriodKey, batchId: BatchId });
export type ClassToSeal = z.infer<typeof ClassToSeal>;

/** What a head asked for in one go. */
export const Batch = z.strictObject({
  schoolId: SchoolId,
  period: CardPeriodKey,
  batchId: BatchId,
  classes: z
    .array(z.strictObject({ classId: ClassId, name: z.string() }))
    .min(1)
    .max(200),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  /** Codes of verification are drawn from it: the same batch run twice gives the same cards. */
  secret: z.string(),
});
export type Batch = z.infer<typeof Batch>;

/** How far one class of a batch has come; `notReady`: its period has nothing to seal. */
export const ClassProgress = z.strictObject({
  schoolId: SchoolId,
  period: CardPeriodKey,
  batchId: BatchId,
  classId: ClassId,
  state: z.enum(['running', 'done', 'notReady']),
  total: z.int().min(0),
  /** Sealed anew by this batch. */
  sealed: z.int().min(0),
  /** Already sealed with the very same content: nothing to do. */
  unchanged: z.int().min(0),
  at: Instant,
});
export type ClassProgress = z.infer<typeof ClassProgress>;
