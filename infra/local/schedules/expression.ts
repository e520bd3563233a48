export type Timing =
  | { readonly kind: 'every'; readonly ms: number }
  | { readonly kind: 'cron'; readonly pattern: string }
  | { readonly kind: 'once'; readonly at: string };

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

// AWS counts days from 1, Sunday; croner from 0: names say the same to both.
const weekdays = (field: string): string =>
  field.replace(/\b([1-7])\b(?!#)/g, (_, digit: string) => DAYS[Number(digit) - 1] ?? digit).replace(/\?/g, '*');

/** Reads a schedule expression of EventBridge; `cron` becomes croner's five fields, without the year. */
export const readSchedule = (expression: string): Timing => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) return { kind: 'every', ms: Number(rate[1]) * (UNIT_MS[rate[2] ?? ''] ?? 0) };
  const at = /^at\(([^)]+)\)$/.exec(expression)?.[1];
  if (at !== undefined) return { kind: 'once', at };
  const fields = /^cron\(([^)]+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  if (fields.length !== 6) throw new Error(`Unknown schedule expression ${expression}`);
  const [minute = '*', hour = '*', day = '*', month = '*', weekday = '*'] = fields;
  return { kind: 'cron', pattern: [minute, hour, day.replace(/\?/g, '*'), month, weekdays(weekday)].join(' ') };
};
