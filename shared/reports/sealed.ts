import * as z from 'zod';
import { Instant } from '../kernel/school-time.ts';
import { Card } from './schema.ts';

/** No letter or digit that is read for another one. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 12;

/** What anybody may type to learn whether a card is genuine; sixty bits that nothing gives away. */
export const VerificationCode = z.string().regex(new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`));
export type VerificationCode = z.infer<typeof VerificationCode>;

/** A code drawn from random bytes, each worth one letter. */
export const codeOf = (bytes: Uint8Array): VerificationCode =>
  [...bytes.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '2').join('');

/** `ABCD-EFGH-JKMN`, as a card shows it. */
export const shownCode = (code: VerificationCode): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** What somebody typed, dashes, spaces and small letters forgiven; undefined when it can be no code. */
export const typedCode = (typed: string): VerificationCode | undefined => {
  const code = VerificationCode.safeParse(typed.toUpperCase().replaceAll(/[\s-]/g, ''));
  return code.success ? code.data : undefined;
};

/** A card as it was sealed: its text, its number for that pupil and period, its code. Never changed. */
export const SealedCard = z.strictObject({
  card: Card,
  version: z.int().min(1),
  code: VerificationCode,
  sealedAt: Instant,
});
export type SealedCard = z.infer<typeof SealedCard>;
