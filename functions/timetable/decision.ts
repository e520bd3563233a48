import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { happened, type DataOf, type Envelope } from '@preau/shared/kernel/event.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { isHeld, termsOf } from '@preau/shared/timetable/changes.ts';
import { LessonChanged } from '@preau/shared/timetable/events.ts';
import type { Lesson, LessonDecision } from '@preau/shared/timetable/schema.ts';
import type { TimetableServices } from './services.ts';

/** What is known of a lesson before deciding: the latest decision, and the lesson as it stands. */
export interface Standing {
  readonly known: LessonDecision | undefined;
  readonly lesson: Lesson;
}

/** True when this very submit has been written already. */
export const isReplay = (known: LessonDecision | undefined, actor: Actor, requestId: string): boolean =>
  known?.requestId === requestId && known.by === actor.personId;

const stateOf = (lesson: Lesson): DataOf<typeof LessonChanged>['before'] => ({ ...termsOf(lesson), held: isHeld(lesson) });

const eventOf = (before: Lesson, { lesson, revision }: LessonDecision, at: Instant): Envelope =>
  happened(LessonChanged, {
    id: `${lesson.lessonId}:change:${revision}`,
    at,
    schoolId: lesson.schoolId,
    data: {
      lessonId: lesson.lessonId,
      schoolId: lesson.schoolId,
      kind: lesson.change?.kind ?? 'withdrawn',
      before: stateOf(before),
      after: stateOf(lesson),
    },
  });

interface Decided {
  readonly standing: Standing;
  readonly lesson: Lesson;
  readonly actor: Actor;
  readonly requestId: string;
  readonly now: Instant;
}

/** Writes what the lesson becomes, with its event; false when somebody else was faster. */
export const writeDecision = ({ standing, lesson, actor, requestId, now }: Decided, services: TimetableServices): Promise<boolean> => {
  const { known } = standing;
  const decision: LessonDecision = {
    lesson,
    revision: (known?.revision ?? 0) + 1,
    by: actor.personId,
    byName: nameOf(actor),
    requestId,
  };
  return services.store.decide(known, decision, [eventOf(standing.lesson, decision, now)]);
};

/** Where a lesson stands as of now: what was read of it earlier may be a moment old. */
export const readStanding = async (lesson: Lesson, timetabledOn: LocalDate, { store }: TimetableServices): Promise<Standing> => {
  const known = await store.findDecision(lesson.slotId, timetabledOn);
  return { known, lesson: known?.lesson.change === undefined ? lesson : known.lesson };
};
