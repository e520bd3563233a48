import * as z from 'zod';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { PeriodKey } from './periods.ts';
import { compare, Fraction, minus, ofDecimal, ofFraction } from './rational.ts';

/** Characters of a pupil's synthesis and of the class's, as the LSU counts them. */
export const SYNTHESIS_MAX = 1000;

/** `preparing`: remarks are read and syntheses written; `open`: the class's teachers read it; `held`: recorded, nothing changes any more. */
export const CouncilState = z.enum(['preparing', 'open', 'held']);
export type CouncilState = z.infer<typeof CouncilState>;

/** Praise or a caution; a sanction is never a council's affair. @see Code de l'éducation, art. R511-13 */
export const Mention = z.enum(['encouragement', 'compliments', 'congratulations', 'cautionWork', 'cautionAttendance']);
export type Mention = z.infer<typeof Mention>;

export const MENTION_NAMES: Readonly<Record<Mention, string>> = {
  encouragement: 'Encouragements',
  compliments: 'Compliments',
  congratulations: 'Félicitations',
  cautionWork: 'Mise en garde (travail)',
  cautionAttendance: 'Mise en garde (assiduité)',
};

export const Opinion = z.enum(['favourable', 'reserved', 'unfavourable']);
export type Opinion = z.infer<typeof Opinion>;

export const OPINION_NAMES: Readonly<Record<Opinion, string>> = {
  favourable: 'Avis favorable',
  reserved: 'Avis réservé',
  unfavourable: 'Avis défavorable',
};

/** What the council thinks of one wish of the family: « Seconde générale et technologique ». */
export const OrientationOpinion = z.strictObject({ wish: z.string().trim().min(1).max(120), opinion: Opinion });
export type OrientationOpinion = z.infer<typeof OrientationOpinion>;

export const OPINIONS_MAX = 5;

/** What the council says of one pupil. */
export const CouncilDecision = z.strictObject({
  pupilId: PersonId,
  synthesis: z.string(),
  mention: Mention.optional(),
  opinions: z.array(OrientationOpinion).max(OPINIONS_MAX),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  /** Optimistic lock of this decision alone. */
  revision: z.int().min(1),
});
export type CouncilDecision = z.infer<typeof CouncilDecision>;

/** Half-days and lates of one pupil in the period. */
export const Absences = z.strictObject({ justified: z.int().min(0), unjustified: z.int().min(0), lates: z.int().min(0) });
export type Absences = z.infer<typeof Absences>;

/** The absences of the whole class as they were at one instant: what the council read and what cards say. */
export const FrozenAbsences = z.strictObject({
  at: Instant,
  from: LocalDate,
  until: LocalDate,
  pupils: z.record(PersonId, Absences),
});
export type FrozenAbsences = z.infer<typeof FrozenAbsences>;

/** The council of one class and period, its decisions for each pupil apart. */
export const Council = z.strictObject({
  classId: ClassId,
  schoolId: SchoolId,
  period: PeriodKey,
  state: CouncilState,
  date: LocalDate.optional(),
  /** Of the class as a whole. */
  synthesis: z.string(),
  absences: FrozenAbsences.optional(),
  /** The general averages that the council saw, once it was held: the next one compares with them. */
  averages: z.record(PersonId, Fraction).optional(),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  version: z.int().min(1),
});
export type Council = z.infer<typeof Council>;

/** True while the council may still be changed. */
export const isOpenToChange = (council: Pick<Council, 'state'> | undefined): boolean => council?.state !== 'held';

/** How a pupil's average has moved since the period before. */
export const Trend = z.enum(['up', 'steady', 'down']);
export type Trend = z.infer<typeof Trend>;

/** Below half a point nobody speaks of a change. */
const NOTABLE = ofDecimal('0.5');

/** Undefined unless both averages exist: a period without marks is neither a fall nor a rise. */
export const trendOf = (before: Fraction | undefined, now: Fraction | undefined): Trend | undefined => {
  if (before === undefined || now === undefined) return undefined;
  const [one, other] = [ofFraction(before), ofFraction(now)];
  if (compare(minus(other, one), NOTABLE) >= 0) return 'up';
  return compare(minus(one, other), NOTABLE) >= 0 ? 'down' : 'steady';
};
