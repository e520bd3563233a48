import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** An opaque id that the same key always gives: imports and sign-in find a person or a class without an index. */
export const derivedId = <P extends string>(prefix: P, key: string): `${P}_${string}` => {
  const digest = createHash('sha256').update(`${prefix}:${key}`).digest();
  const text = Array.from(digest.subarray(0, 20), (byte) => ALPHABET[byte & 31]).join('');
  return `${prefix}_${text}`;
};
