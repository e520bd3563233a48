import { addDays, daysBetween, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { partsOfLessonId } from '@preau/shared/timetable/rules.ts';
import type { ChangedLesson, LessonChange, LessonTerms, Slot } from '@preau/shared/timetable/schema.ts';
import type { ItemText } from '../runtime/entity.ts';

/** Ids and names by turns: ids without the prefix of their kind, and empty for the holder's own. */
type Named = readonly string[];

type Attended = Pick<Slot, 'schoolId' | 'end' | 'subject' | 'room' | 'teachers' | 'classes' | 'groups'>;

/** What slots and lessons have in common, in the order in which it is stored. */
type AttendedParts = readonly [
  schoolId: string,
  end: string,
  subject: string,
  room: string | null,
  teachers: Named,
  classes: Named,
  groups: Named,
];

const PREFIX = /^[a-z]{3}_/;

const ownId = (holder: string): string => holder.slice(holder.indexOf('#') + 1);

const namesOf = <K extends string>(key: K, prefix: string, named: Named, own: string) =>
  Array.from({ length: named.length / 2 }, (_, index) => ({
    [key]: named[2 * index] === '' ? own : `${prefix}${named[2 * index]}`,
    name: named[2 * index + 1],
  }));

const attendedParts = ({ schoolId, end, subject, room, teachers, classes, groups }: Attended, holder: string): AttendedParts => {
  const own = ownId(holder);
  const short = (id: string): string => (id === own ? '' : id.replace(PREFIX, ''));
  return [
    short(schoolId),
    end,
    subject,
    room ?? null,
    teachers.flatMap(({ personId, name }) => [short(personId), name]),
    classes.flatMap(({ classId, name }) => [short(classId), name]),
    groups.flatMap(({ groupId, name }) => [short(groupId), name]),
  ];
};

const attendedOf = ([school, end, subject, room, teachers, classes, groups]: AttendedParts, holder: string) => {
  const own = ownId(holder);
  return {
    schoolId: `sch_${school}`,
    end,
    subject,
    ...(room === null ? {} : { room }),
    teachers: namesOf('personId', 'per_', teachers, own),
    classes: namesOf('classId', 'cls_', classes, own),
    groups: namesOf('groupId', 'grp_', groups, own),
  };
};

type PlaceParts = readonly [attended: AttendedParts, from: LocalDate, until: number, except: readonly number[]];

/** A slot under its holder, in half the bytes of its attributes: fifteen lessons are read for half a unit. Days are counted from the first one; the keys say the rest. */
export const placeText: ItemText<Slot & { readonly holder: string }> = {
  write: ({ holder, from, until, except, ...slot }) => {
    const parts: PlaceParts = [attendedParts(slot, holder), from, daysBetween(from, until), except.map((date) => daysBetween(from, date))];
    return JSON.stringify(parts);
  },
  read: (text, { pk, sk }) => {
    const [attended, from, until, except] = JSON.parse(text) as PlaceParts;
    const [weekday, start, slotId] = sk.split('#');
    return {
      ...attendedOf(attended, pk),
      holder: pk,
      weekday: Number(weekday),
      start,
      slotId,
      from,
      until: addDays(from, until),
      except: except.map((days) => addDays(from, days)),
    };
  },
};

/** The terms of the timetable that the lesson has no longer; null stands for a room that it did not have. */
type Left = { readonly [K in keyof LessonTerms]?: LessonTerms[K] | null | undefined };

type ChangedParts = readonly [attended: AttendedParts, date: LocalDate, start: string, change: Omit<LessonChange, 'previous'>, left: Left];

const TERMS = ['date', 'start', 'end', 'subject', 'room', 'teachers'] as const satisfies readonly (keyof LessonTerms)[];

const leftOf = (lesson: ChangedLesson, previous: LessonTerms): Left =>
  Object.fromEntries(
    TERMS.filter((term) => JSON.stringify(previous[term]) !== JSON.stringify(lesson[term])).map((term) => [term, previous[term] ?? null]),
  );

const termsBefore = (lesson: Readonly<Record<string, unknown>>, left: Left): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    TERMS.flatMap((term) => {
      const value = term in left ? (left[term] ?? undefined) : lesson[term];
      return value === undefined ? [] : [[term, value]];
    }),
  );

/** A changed lesson under its holder, likewise; of the timetable, only what the change left. */
export const changedText: ItemText<{ readonly holder: string; readonly on: LocalDate; readonly lesson: ChangedLesson }> = {
  write: ({ holder, lesson }) => {
    const { previous, ...change } = lesson.change;
    const parts: ChangedParts = [attendedParts(lesson, holder), lesson.date, lesson.start, change, leftOf(lesson, previous)];
    return JSON.stringify(parts);
  },
  read: (text, { pk, sk }) => {
    const [attended, date, start, change, left] = JSON.parse(text) as ChangedParts;
    const [, on = '', lessonId = ''] = /!(.+?)#(.+)$/.exec(sk) ?? [];
    const lesson = { ...attendedOf(attended, pk), date, start, lessonId, slotId: partsOfLessonId(lessonId)?.slotId };
    return { holder: pk, on, lesson: { ...lesson, change: { ...change, previous: termsBefore(lesson, left) } } };
  },
};
