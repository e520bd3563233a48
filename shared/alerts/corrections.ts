import type { PersonId } from '../kernel/ids.ts';
import { mayHaveLeft } from './delivery.ts';
import { isOfLesson } from './reminders.ts';
import type { Channel, Delivery, MessageKind } from './schema.ts';

/** What is now known of the pupil at that lesson. */
export type Truth = 'present' | 'absence' | 'lateness';

const SAYS: Readonly<Record<MessageKind, Truth>> = {
  absence: 'absence',
  lateness: 'lateness',
  nowPresent: 'present',
  nowLate: 'lateness',
  nowAbsent: 'absence',
};

const CORRECTION: Readonly<Record<Truth, MessageKind>> = { present: 'nowPresent', lateness: 'nowLate', absence: 'nowAbsent' };

/** What one guardian must be told now: nothing, a first alert by the ladder, or a correction by the channels that already spoke. */
export type Telling =
  | { readonly tell: 'nothing' }
  | { readonly tell: 'alert'; readonly kind: MessageKind }
  | { readonly tell: 'correction'; readonly kind: MessageKind; readonly channels: readonly Channel[] };

/** Among what a guardian was sent before about the lesson, what has not left yet and must never leave. */
export const toCancel = (earlier: readonly Delivery[]): readonly Delivery[] =>
  earlier.filter((delivery) => delivery.state === 'created' || delivery.state === 'held');

/** A correction in time means that nothing is said; later, it goes to the same people by the same channels. */
export const tellingOf = (guardianId: PersonId, earlier: readonly Delivery[], truth: Truth): Telling => {
  const left = earlier.filter(isOfLesson).filter((delivery) => delivery.guardianId === guardianId && mayHaveLeft(delivery));
  const last = left.toSorted((one, other) => other.revision - one.revision)[0];
  if (last === undefined) return truth === 'present' ? { tell: 'nothing' } : { tell: 'alert', kind: truth };
  if (SAYS[last.kind] === truth) return { tell: 'nothing' };
  return { tell: 'correction', kind: CORRECTION[truth], channels: [...new Set(left.map((delivery) => delivery.channel))] };
};
