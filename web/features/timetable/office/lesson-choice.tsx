import type { LessonView } from '@preau/shared/timetable/schema.ts';
import { capital, interval, longDate } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { ChangeNote } from '../change-note.tsx';
import { audienceOf } from '../day-rows.tsx';

interface LessonChoiceProps {
  readonly lessons: readonly LessonView[];
  readonly hrefOf: (lesson: LessonView) => string;
  /** The day that is looked at: a lesson that has left it also says where it went. */
  readonly day: string;
  /** Who decided, by lesson. */
  readonly byName?: ReadonlyMap<string, string>;
  /** False for who only reads. */
  readonly mayChange: boolean;
}

const titleOf = (lesson: LessonView): string => `${audienceOf(lesson)} · ${lesson.subject}`;

/** Lessons of a day, each leading to what can be changed of it. */
export const LessonChoice = ({ lessons, hrefOf, day, byName, mayChange }: LessonChoiceProps) => (
  <ul className="card flex flex-col divide-y divide-line px-4 sm:px-5">
    {lessons.map((lesson) => (
      <li key={lesson.lessonId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
        <span className="w-full text-soft tabular-nums sm:w-44">
          {lesson.date === day ? null : <span className="block">{capital(longDate(lesson.date))}</span>}
          {interval(lesson.start, lesson.end)}
        </span>
        <span className="flex min-w-40 flex-1 flex-col leading-snug">
          <span className="font-semibold">{titleOf(lesson)}</span>
          <span className="text-[0.9375rem] text-soft">
            {[...lesson.teachers, ...(lesson.room === undefined ? [] : [lesson.room])].join(' · ')}
          </span>
          <ChangeNote lesson={lesson} language="fr" />
          {byName?.get(lesson.lessonId) === undefined ? null : (
            <span className="text-[0.9375rem] text-soft">{`Décidé par ${byName.get(lesson.lessonId)}`}</span>
          )}
        </span>
        {mayChange ? (
          <Anchor href={hrefOf(lesson)} className="btn btn-quiet">
            Modifier
            <span className="sr-only">{` : ${titleOf(lesson)}, ${interval(lesson.start, lesson.end)}`}</span>
          </Anchor>
        ) : null}
      </li>
    ))}
  </ul>
);
