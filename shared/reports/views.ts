import * as z from 'zod';
import { ClassId, PersonId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { CardModel, CardPeriodKey } from './schema.ts';

/** A sealed version in a list. */
export const CardLine = z.strictObject({
  period: CardPeriodKey,
  periodLabel: z.string(),
  model: CardModel,
  version: z.int(),
  schoolName: z.string(),
  className: z.string(),
  sealedAt: Instant,
  visibleFrom: Instant,
  revoked: z.strictObject({ at: Instant, reason: z.string() }).optional(),
  /** When the reader himself first opened it. */
  seenAt: Instant.optional(),
});
export type CardLine = z.infer<typeof CardLine>;

/** Who has opened a card and when: for the school, never for the other guardian. */
export const SeenBy = z.strictObject({ name: z.string(), at: Instant });

/** A pupil of a class, with the version in force of his card. */
export const ClassCardRow = z.strictObject({
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  line: CardLine.optional(),
  generalAverage: z.string().optional(),
  seenBy: z.array(SeenBy),
});
export type ClassCardRow = z.infer<typeof ClassCardRow>;

/** A class of the school and how far its cards are. */
export const ClassSealing = z.strictObject({
  classId: ClassId,
  name: z.string(),
  /** Of the last batch that named it. */
  progress: z
    .strictObject({
      state: z.enum(['waiting', 'running', 'done', 'notReady']),
      total: z.int(),
      sealed: z.int(),
      unchanged: z.int(),
      askedAt: Instant,
    })
    .optional(),
});
export type ClassSealing = z.infer<typeof ClassSealing>;
