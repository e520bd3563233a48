import * as z from 'zod';
import { Closure, DEFAULT_WINDOW } from '../kernel/publication.ts';
import { publicHolidaysOf, schoolHolidaysOf } from '../kernel/school-calendar.ts';
import { addDays, DEFAULT_ZONE, LocalTime, minutesOf, type LocalDate } from '../kernel/school-time.ts';
import type { School, SchoolSettings } from './schema.ts';

/** What the head decides; nothing is published on closures nor, when so chosen, on holidays. */
export const SettingsDecision = z.strictObject({
  opens: LocalTime,
  closes: LocalTime,
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  closures: z.array(Closure).max(40),
  onPublicHolidays: z.enum(['open', 'closed']),
  onSchoolHolidays: z.enum(['open', 'closed']),
  spreadMinutes: z.int().min(0).max(30),
  dayLimitMinutes: z.int().min(10).max(600),
  forTomorrowUntil: LocalTime,
});
export type SettingsDecision = z.infer<typeof SettingsDecision>;

/** In force in a school whose head decided nothing. @see circulaire du 10 juillet 2025, « pause numérique » */
export const DEFAULT_DECISION: SettingsDecision = {
  opens: DEFAULT_WINDOW.opens,
  closes: DEFAULT_WINDOW.closes,
  weekdays: DEFAULT_WINDOW.weekdays,
  closures: [],
  onPublicHolidays: 'open',
  onSchoolHolidays: 'open',
  spreadMinutes: 10,
  dayLimitMinutes: 90,
  forTomorrowUntil: '18:00',
};

/** What is spread after an opening must still find the window open. */
const SHORTEST_WINDOW_MINUTES = 60;
const LONGEST_CLOSURE_DAYS = 92;

export type SettingsFault = 'window-too-short' | 'closure-backwards' | 'closure-too-long';

/** Why a decision cannot be kept, if it cannot. */
export const faultOf = ({ opens, closes, closures }: SettingsDecision): SettingsFault | undefined => {
  if (minutesOf(closes) - minutesOf(opens) < SHORTEST_WINDOW_MINUTES) return 'window-too-short';
  if (closures.some(({ from, until }) => until < from)) return 'closure-backwards';
  return closures.some(({ from, until }) => addDays(from, LONGEST_CLOSURE_DAYS) < until) ? 'closure-too-long' : undefined;
};

/** The public holidays of this year and the next, each a closure of one day. */
export const publicClosuresOf = (uai: string, today: LocalDate): readonly Closure[] => {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((one) => publicHolidaysOf(one, uai)).map((date) => ({ from: date, until: date }));
};

/** The settings in force: what was decided, with the holidays of this year and the next where the head closes them. */
export const settingsOf = (
  decided: SettingsDecision | undefined,
  school: Pick<School, 'uai' | 'zone'> | undefined,
  today: LocalDate,
): SchoolSettings => {
  const { onPublicHolidays, onSchoolHolidays, spreadMinutes, dayLimitMinutes, forTomorrowUntil, ...window } = decided ?? DEFAULT_DECISION;
  const { uai, zone } = school ?? { uai: '', zone: DEFAULT_ZONE };
  const closures = [
    ...window.closures,
    ...(onPublicHolidays === 'closed' ? publicClosuresOf(uai, today) : []),
    ...(onSchoolHolidays === 'closed' ? schoolHolidaysOf(uai) : []),
  ];
  return { publication: { ...window, closures }, spreadMinutes, homework: { dayLimitMinutes, forTomorrowUntil }, zone, uai };
};
