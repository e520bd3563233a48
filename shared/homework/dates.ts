import type { SchoolSettings } from '../directory/schema.ts';
import { publicationInstant } from '../kernel/publication.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { isSchoolDay, nextSchoolDay } from '../kernel/school-calendar.ts';
import { addDays, instantOf, localDateOf, localTimeOf, weekdayOf, type Instant, type LocalDate } from '../kernel/school-time.ts';

const SATURDAY = 6;

/** The last date that work may be due: the end of the school year, which is over on 31 July. */
export const lastDueDate = (today: LocalDate): LocalDate => {
  const year = Number(today.slice(0, 4));
  return today.slice(5) < '08-01' ? `${year}-07-31` : `${year + 1}-07-31`;
};

interface Due {
  readonly dueOn: LocalDate;
  /** A lesson takes place that day for these pupils. */
  readonly withLesson: boolean;
}

type DueRefusal = Refusal<'homework.due-in-the-past' | 'homework.due-too-far' | 'homework.due-on-closed-day'>;

/** Work is due on a day of class to come, before the school year ends; on a Saturday only for a lesson. */
export const refuseDue = ({ dueOn, withLesson }: Due, today: LocalDate, { uai, publication }: SchoolSettings): DueRefusal | undefined => {
  if (dueOn < today) return refuse('homework.due-in-the-past');
  if (dueOn > lastDueDate(today)) return refuse('homework.due-too-far');
  const { closures } = publication;
  const onSaturday = withLesson && weekdayOf(dueOn) === SATURDAY && isSchoolDay(addDays(dueOn, -1), uai, closures);
  if (onSaturday || isSchoolDay(dueOn, uai, closures)) return undefined;
  return refuse('homework.due-on-closed-day', { next: nextSchoolDay(dueOn, uai, closures) });
};

type PublicationRefusal = Refusal<'homework.published-too-late' | 'homework.too-late-for-tomorrow'>;

/** Pupils have at least an evening before the due day, and the whole of it from the hour that the school has set. */
export const refusePublication = (
  publishedAt: Instant,
  dueOn: LocalDate,
  { homework, publication, uai, zone }: SchoolSettings,
): PublicationRefusal | undefined => {
  const seenOn = localDateOf(publishedAt, zone);
  if (seenOn >= dueOn) return refuse('homework.published-too-late', { publishedAt });
  const isForNextDay = nextSchoolDay(seenOn, uai, publication.closures) === dueOn;
  return isForNextDay && localTimeOf(publishedAt, zone) >= homework.forTomorrowUntil
    ? refuse('homework.too-late-for-tomorrow', { until: homework.forTomorrowUntil })
    : undefined;
};

/** When families see what is published now, or on a later day: at once while the school's window is open, else at its next opening. */
export const seenFrom = (now: Instant, publishOn: LocalDate | undefined, { publication, zone }: SchoolSettings): Instant => {
  const asked = publishOn === undefined ? now : instantOf(publishOn, publication.opens, zone);
  return publicationInstant(asked > now ? asked : now, publication, zone);
};
