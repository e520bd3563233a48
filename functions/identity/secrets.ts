import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits that fit in a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret, so that whoever reads the table can present none. */
export const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** True when the verifier is the one whose challenge began the sign-in. */
export const answersChallenge = (verifier: string, challenge: string): boolean => isSame(fingerprint(verifier), challenge);

/** One profile of one sign-in, sealed: it cannot be forged, nor moved to another ticket or another assertion. */
export const sealChoice = (seal: string, parts: readonly string[]): string =>
  createHmac('sha256', seal).update(JSON.stringify(parts)).digest('base64url');

export const isSealed = (choice: string, seal: string, parts: readonly string[]): boolean => isSame(choice, sealChoice(seal, parts));
