import type { ClassId, GroupId, PersonId } from '../kernel/ids.ts';
import { publicationInstant, type PublicationWindow } from '../kernel/publication.ts';
import { isEmptyRichText } from '../kernel/rich-text.ts';
import { instantOf, localDateOf, type Instant, type LocalDate } from '../kernel/school-time.ts';
import { schoolYearOf } from '../kernel/school-year.ts';
import type { Lesson } from '../timetable/schema.ts';
import { SECTION_NAMES, type Author, type LessonFlag, type LessonRecord, type Publication, type Shown, type Written } from './schema.ts';

/** A notebook is kept as it was once its school year is over. */
export const isYearClosed = (date: LocalDate, now: Instant, zone: string): boolean =>
  schoolYearOf(date) < schoolYearOf(localDateOf(now, zone));

/** With groups, a record is for their members; without, for its whole classes. */
export const concerns = (
  record: Pick<LessonRecord, 'classes' | 'groups'>,
  pupil: { readonly classId?: ClassId | undefined; readonly groupIds: readonly GroupId[] },
): boolean =>
  record.groups.length > 0
    ? record.groups.some((group) => pupil.groupIds.includes(group.groupId))
    : record.classes.some((one) => one.classId === pupil.classId);

export const isBlank = ({ title, sections, files, links }: Written): boolean =>
  title === '' &&
  files.length === 0 &&
  links.length === 0 &&
  SECTION_NAMES.every((name) => sections[name] === undefined || isEmptyRichText(sections[name]));

/** When what is written reaches its readers: never for a draft, at the window's next opening otherwise, and not before the lesson is over when so chosen. */
export const publishedAtOf = (
  publication: Publication,
  place: Pick<LessonRecord, 'date' | 'end'>,
  at: { readonly now: Instant; readonly window: PublicationWindow; readonly zone: string },
): Instant | undefined => {
  if (publication === 'draft') return undefined;
  const lessonEnds = instantOf(place.date, place.end ?? '00:00', at.zone);
  const asked = publication === 'lesson' && Date.parse(lessonEnds) > Date.parse(at.now) ? lessonEnds : at.now;
  return publicationInstant(asked, at.window, at.zone);
};

/** True from that instant on; never when there is none. */
export const hasCome = (instant: Instant | undefined, now: Instant): boolean =>
  instant !== undefined && Date.parse(instant) <= Date.parse(now);

/** What readers see now: the latest text once published; until then what they saw before it, if anything. */
export const shownOf = (record: LessonRecord, now: Instant): Shown | undefined => {
  if (record.withdrawnAt !== undefined) return undefined;
  const { title, sections, files, links, publishedAt } = record;
  if (publishedAt !== undefined && hasCome(publishedAt, now)) return { title, sections, files, links, publishedAt };
  return record.shown;
};

/** What became of a lesson, as its record says it; nothing when only its room changed. */
export const flagOf = ({ change }: Pick<Lesson, 'change'>): LessonFlag | undefined => {
  if (change === undefined || change.kind === 'room') return undefined;
  const { date, start, end } = change.previous;
  if (change.kind === 'moved') return { kind: 'moved', since: change.since, from: { date, start, end } };
  return { kind: change.kind === 'cancelled' ? 'cancelled' : 'taken-over', since: change.since };
};

/** Everybody who gives a lesson or would have given it, whoever already wrote about it included. */
export const teachersOf = (lesson: Pick<Lesson, 'teachers' | 'change'>, before: readonly Author[] = []): Author[] => {
  const all = [...before, ...(lesson.change?.previous.teachers ?? []), ...lesson.teachers];
  return [...new Map<PersonId, Author>(all.map(({ personId, name }) => [personId, { personId, name }])).values()];
};

/** The place of a lesson in days and hours; a record without hours comes last in its day. */
export const inOrderOfDays = <T extends Pick<LessonRecord, 'date' | 'start'>>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => a.date.localeCompare(b.date) || (a.start ?? '99').localeCompare(b.start ?? '99'));
