import { addDays, addSeconds, instantOf, localDateOf, localTimeOf, type Instant } from '../kernel/school-time.ts';
import { spreadOf } from '../kernel/spread.ts';
import { CLASS_RULES } from './classes.ts';
import type { AlertClass } from './schema.ts';

/** Local hours between which families are written to; `24:00` is the end of the day. */
export interface AlertHours {
  readonly opens: string;
  readonly closes: string;
}

export const USUAL_HOURS: AlertHours = { opens: '07:00', closes: '20:00' };

const DIGEST = '18:00';

/** After a closed night, releases are spread over this time: a provider and a phone are not woken all at once. */
export const SPREAD_SECONDS = 600;

/** The first instant at which a class may be sent: at once within the hours of the school's zone, else at the next opening, or at the 18:00 digest. */
export const windowAt = (alertClass: AlertClass, from: Instant, zone: string, { opens, closes }: AlertHours = USUAL_HOURS): Instant => {
  const { hours } = CLASS_RULES[alertClass];
  if (hours === 'always') return from;
  const date = localDateOf(from, zone);
  const time = localTimeOf(from, zone);
  if (hours === 'digest') {
    const today = instantOf(date, DIGEST, zone);
    return today >= from ? today : instantOf(addDays(date, 1), DIGEST, zone);
  }
  if (time >= opens && time < closes) return from;
  return instantOf(time < opens ? date : addDays(date, 1), opens, zone);
};

/** When a delivery may leave: after the undo window, within the hours of its class, spread when it had to wait for them. */
export const dueInstant = (
  alertClass: AlertClass,
  key: string,
  now: Instant,
  holdSeconds: number,
  zone: string,
  hours: AlertHours = USUAL_HOURS,
): Instant => {
  const undone = addSeconds(now, holdSeconds);
  const opens = windowAt(alertClass, undone, zone, hours);
  return opens === undone ? undone : addSeconds(opens, spreadOf(key, SPREAD_SECONDS));
};
