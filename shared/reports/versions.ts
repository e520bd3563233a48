import * as z from 'zod';
import { BatchId, ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { CardModel, CardPeriodKey } from './schema.ts';
import { VerificationCode } from './sealed.ts';

/** One sealed version, without its text; a newer one revokes it, and so may the head. */
export const CardVersion = z.strictObject({
  version: z.int().min(1),
  code: VerificationCode,
  /** SHA-256 of what the card says, so that the same content is never sealed twice. */
  hash: z.string(),
  batchId: BatchId,
  model: CardModel,
  periodLabel: z.string(),
  schoolId: SchoolId,
  schoolName: z.string(),
  classId: ClassId,
  className: z.string(),
  sealedAt: Instant,
  sealedBy: z.string(),
  /** Families see it by this instant alone. */
  visibleFrom: Instant,
  paperKey: z.string(),
  generalAverage: z.string().optional(),
  revoked: z.strictObject({ at: Instant, by: z.string(), reason: z.string() }).optional(),
});
export type CardVersion = z.infer<typeof CardVersion>;

/** All the versions of one pupil's card for one period: they stay with the pupil when he changes school. */
export const PeriodCards = z.strictObject({
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  period: CardPeriodKey,
  versions: z.array(CardVersion).min(1).max(200),
  /** Grows by one at each write. */
  revision: z.int().min(1),
});
export type PeriodCards = z.infer<typeof PeriodCards>;

/** A guardian, or the pupil himself, has opened a version: the first time is the proof. */
export const Seen = z.strictObject({
  pupilId: PersonId,
  period: CardPeriodKey,
  version: z.int().min(1),
  personId: PersonId,
  name: z.string(),
  classId: ClassId,
  at: Instant,
});
export type Seen = z.infer<typeof Seen>;

/** What anybody who holds a code may learn, and nothing more. */
export const Verification = z.strictObject({
  code: VerificationCode,
  valid: z.boolean(),
  model: CardModel,
  schoolName: z.string(),
  periodLabel: z.string(),
  year: z.int(),
  sealedAt: Instant,
  initials: z.string(),
  revokedAt: Instant.optional(),
});
export type Verification = z.infer<typeof Verification>;

/** The version in force: the last, unless it was revoked. */
export const inForce = ({ versions }: Pick<PeriodCards, 'versions'>): CardVersion | undefined => {
  const last = versions.at(-1);
  return last?.revoked === undefined ? last : undefined;
};

/** The versions in force that families could read from an instant between these two on. */
export const newVersions = (versions: readonly CardVersion[], after: Instant, until: Instant): readonly CardVersion[] =>
  versions.filter(
    ({ revoked, visibleFrom }) =>
      revoked === undefined && Date.parse(visibleFrom) > Date.parse(after) && Date.parse(visibleFrom) <= Date.parse(until),
  );

export const findVersion = ({ versions }: Pick<PeriodCards, 'versions'>, version: number): CardVersion | undefined =>
  versions.find((one) => one.version === version);

const SUPERSEDED = 'Remplacée par une version plus récente';

/** The versions once a newer one is sealed: what was in force is revoked by it. */
export const withVersion = (cards: Pick<PeriodCards, 'versions'> | undefined, added: CardVersion): readonly CardVersion[] => [
  ...(cards?.versions ?? []).map((one) =>
    one.revoked === undefined ? { ...one, revoked: { at: added.sealedAt, by: added.sealedBy, reason: SUPERSEDED } } : one,
  ),
  added,
];

export const withRevoked = (
  { versions }: Pick<PeriodCards, 'versions'>,
  version: number,
  revoked: NonNullable<CardVersion['revoked']>,
): readonly CardVersion[] => versions.map((one) => (one.version === version ? { ...one, revoked } : one));

/** `I. M.`: enough for who holds the card, nothing for who guesses. */
export const initialsOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  [firstName, lastName]
    .flatMap((name) => (name === '' ? [] : [`${String.fromCodePoint(name.toUpperCase().codePointAt(0) ?? 0)}.`]))
    .join(' ');
