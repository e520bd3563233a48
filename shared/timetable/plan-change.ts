import { refuse, type Refusal } from '../kernel/refusal.ts';
import { DEFAULT_ZONE, instantOf, minutesOf, type Instant, type LocalDate } from '../kernel/school-time.ts';
import { termsOf, withoutChange } from './changes.ts';
import { LONGEST_LESSON_MINUTES } from './rules.ts';
import type { Lesson, LessonTerms, Teacher, WantedChange } from './schema.ts';

interface Circumstances {
  /** The person whom the change names, when he works in the school. */
  readonly newcomer: Teacher | undefined;
  readonly isOpenOn: (date: LocalDate) => boolean;
  readonly now: Instant;
  readonly zone?: string;
}

type ChangeRefusal = Refusal<
  | 'timetable.nothing-changed'
  | 'timetable.hours-reversed'
  | 'timetable.moved-to-past'
  | 'timetable.closed-day'
  | 'timetable.teacher-unknown'
>;

type Moved = Extract<WantedChange, { kind: 'moved' }>;

const whyNotThere = (wanted: Moved, { isOpenOn, now, zone = DEFAULT_ZONE }: Circumstances): ChangeRefusal | undefined => {
  const minutes = minutesOf(wanted.end) - minutesOf(wanted.start);
  if (minutes <= 0 || minutes > LONGEST_LESSON_MINUTES) return refuse('timetable.hours-reversed');
  if (Date.parse(instantOf(wanted.date, wanted.start, zone)) < Date.parse(now)) return refuse('timetable.moved-to-past');
  return isOpenOn(wanted.date) ? undefined : refuse('timetable.closed-day');
};

const relieved = (teachers: readonly Teacher[], replacedId: Teacher['personId'] | undefined, newcomer: Teacher): Teacher[] => {
  if (replacedId === undefined || teachers.length === 0) return [newcomer];
  return teachers.map((teacher) => (teacher.personId === replacedId ? newcomer : teacher));
};

const termsWanted = (plain: LessonTerms, wanted: WantedChange, circumstances: Circumstances): LessonTerms | ChangeRefusal => {
  if (wanted.kind === 'cancelled') return plain;
  const room = wanted.room === undefined ? {} : { room: wanted.room };
  if (wanted.kind === 'room') return { ...plain, ...room };
  if (wanted.kind === 'moved') {
    const { date, start, end } = wanted;
    return whyNotThere(wanted, circumstances) ?? { ...plain, date, start, end, ...room };
  }
  const { newcomer } = circumstances;
  const { replacedId } = wanted;
  const isKnown = replacedId === undefined || plain.teachers.some((teacher) => teacher.personId === replacedId);
  if (newcomer === undefined || !isKnown) return refuse('timetable.teacher-unknown');
  if (plain.teachers.some((teacher) => teacher.personId === newcomer.personId)) return refuse('timetable.nothing-changed');
  const subject = wanted.kind === 'replaced' && wanted.subject !== undefined ? { subject: wanted.subject } : {};
  return { ...plain, ...room, ...subject, teachers: relieved(plain.teachers, replacedId, newcomer) };
};

const isSameAs = (a: LessonTerms, b: LessonTerms): boolean => JSON.stringify(termsOf(a)) === JSON.stringify(termsOf(b));

/** The lesson as a change makes it, always from what the timetable said and never from an earlier change; or why it cannot be. */
export const planChange = (lesson: Lesson, wanted: WantedChange, circumstances: Circumstances): Lesson | ChangeRefusal => {
  const plain = withoutChange(lesson);
  const previous = termsOf(plain);
  const terms = termsWanted(previous, wanted, circumstances);
  if ('refused' in terms) return terms;
  if (wanted.kind !== 'cancelled' && isSameAs(terms, previous)) return refuse('timetable.nothing-changed');
  const { kind, reason, note } = wanted;
  return {
    ...plain,
    ...terms,
    change: {
      kind,
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
      since: circumstances.now,
      previous,
    },
  };
};
