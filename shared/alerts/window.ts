import { addDays, addSeconds, instantOf, localDateOf, localTimeOf, type Instant } from '../kernel/school-time.ts';
import { CLASS_RULES } from './classes.ts';
import type { AlertClass } from './schema.ts';

const OPENS = '07:00';
const CLOSES = '20:00';
const DIGEST = '18:00';

/** After a closed night, releases are spread over this time: a provider and a phone are not woken all at once. */
export const SPREAD_SECONDS = 600;

/** The first instant at which a class may be sent: at once, from 7:00 to 20:00 in the school's zone, or at the 18:00 digest. */
export const windowAt = (alertClass: AlertClass, from: Instant, zone: string): Instant => {
  const { hours } = CLASS_RULES[alertClass];
  if (hours === 'always') return from;
  const date = localDateOf(from, zone);
  const time = localTimeOf(from, zone);
  if (hours === 'digest') {
    const today = instantOf(date, DIGEST, zone);
    return today >= from ? today : instantOf(addDays(date, 1), DIGEST, zone);
  }
  if (time >= OPENS && time < CLOSES) return from;
  return instantOf(time < OPENS ? date : addDays(date, 1), OPENS, zone);
};

/** A number that a text always gives (FNV-1a): what is spread is spread the same way when it is computed again. */
export const spreadOf = (text: string, below: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash % below;
};

/** When a delivery may leave: after the undo window, within the hours of its class, spread when it had to wait for them. */
export const dueInstant = (alertClass: AlertClass, key: string, now: Instant, holdSeconds: number, zone: string): Instant => {
  const undone = addSeconds(now, holdSeconds);
  const opens = windowAt(alertClass, undone, zone);
  return opens === undone ? undone : addSeconds(opens, spreadOf(key, SPREAD_SECONDS));
};
