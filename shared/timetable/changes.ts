import type { PersonId } from '../kernel/ids.ts';
import type { LocalDate, LocalTime } from '../kernel/school-time.ts';
import { inOrder, lessonsOn } from './rules.ts';
import type { ChangeView, Lesson, LessonTerms, LessonView, Slot } from './schema.ts';

/** False for a cancelled lesson: nobody is called, nothing is missed. */
export const isHeld = (lesson: Pick<Lesson, 'change'>): boolean => lesson.change?.kind !== 'cancelled';

/** True for who gives the lesson now; a replaced teacher still sees it in his day, and no more than that. */
export const isTaughtBy = (lesson: Pick<Lesson, 'teachers'>, personId: PersonId): boolean =>
  lesson.teachers.some((teacher) => teacher.personId === personId);

interface Place {
  readonly date: LocalDate;
  readonly start: LocalTime;
}

/** True when the lesson has left its hour or its day. */
export const hasMoved = (lesson: Pick<Lesson, 'date' | 'start' | 'end' | 'change'>): boolean => {
  const previous = lesson.change?.previous;
  return previous !== undefined && (previous.date !== lesson.date || previous.start !== lesson.start || previous.end !== lesson.end);
};

/** True when the lesson is given at that place of the timetable. */
export const takesPlaceAt = (lesson: Lesson, place: Place): boolean =>
  isHeld(lesson) && lesson.date === place.date && lesson.start === place.start;

export const termsOf = ({ date, start, end, subject, room, teachers }: LessonTerms): LessonTerms => ({
  date,
  start,
  end,
  subject,
  ...(room === undefined ? {} : { room }),
  teachers,
});

/** A lesson as the timetable had it, whatever was decided of it since. */
export const withoutChange = ({ change, ...lesson }: Lesson): Lesson => {
  if (change === undefined) return lesson;
  const { room: _room, ...rest } = lesson;
  return { ...rest, ...change.previous };
};

/** The change of a lesson, if it has one, as a view carries it. */
export const changeViewOf = ({ change }: Pick<Lesson, 'change'>): { readonly change?: ChangeView } => {
  if (change === undefined) return {};
  const { previous } = change;
  return { change: { ...change, previous: { ...previous, teachers: previous.teachers.map((teacher) => teacher.name) } } };
};

/** A lesson as everybody may read it. */
export const viewLesson = ({ slotId: _slotId, teachers, change, ...lesson }: Lesson): LessonView => ({
  ...lesson,
  teachers: teachers.map((teacher) => teacher.name),
  ...changeViewOf({ change }),
});

export interface TimetableDay {
  /** In the order of the day, cancelled ones included; each lesson once. */
  readonly lessons: readonly Lesson[];
  /** Lessons that have left this day, or an hour of it, for the place that they say: `change.previous` is where they were. */
  readonly movedAway: readonly Lesson[];
}

/** A school date as it stands, from the slots of its weekday and the lessons that the office changed, moved in or moved out. */
export const dayOf = (
  { slots, changed }: { readonly slots: readonly Slot[]; readonly changed: readonly Lesson[] },
  date: LocalDate,
): TimetableDay => {
  const decided = new Set(changed.map((lesson) => lesson.lessonId));
  const unchanged = lessonsOn(slots, date).filter((lesson) => !decided.has(lesson.lessonId));
  return {
    lessons: inOrder([...unchanged, ...changed.filter((lesson) => lesson.date === date)]),
    movedAway: changed.filter((lesson) => hasMoved(lesson) && lesson.change?.previous.date === date),
  };
};
