import { createHash } from 'node:crypto';
import type { Channel } from '@preau/shared/alerts/schema.ts';
import type { Recipient } from '@preau/shared/directory/schema.ts';

/** The address that a channel writes to, or undefined. */
export const addressOf = (recipient: Pick<Recipient, 'email' | 'mobile'>, channel: Channel): string | undefined =>
  channel === 'email' ? recipient.email : recipient.mobile;

/** The channels that a guardian has an address for. */
export const reachableBy = (recipient: Recipient): readonly Channel[] =>
  (['email', 'sms'] as const).filter((channel) => addressOf(recipient, channel) !== undefined);

/** A fingerprint that recognises an address without keeping it: a corrected address is another one. */
export const markOf = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('base64url').slice(0, 22);
