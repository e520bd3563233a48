import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { homeworkOperations } from '@preau/shared/homework/api.ts';
import { capital, hour, longDate } from '@/lib/dates.ts';
import { FormChoices, FormText } from '@/ui/action-form.tsx';
import { loadWords } from './load-words.ts';

export type Chosen = NonNullable<OutputOf<typeof homeworkOperations.readComposer>['chosen']>;

/** Lessons offered before one must write a date. */
const OFFERED = 6;

interface DueFieldsProps {
  readonly chosen: Chosen;
  readonly today: string;
  /** As it stands: a lesson, or a date. */
  readonly due?: { readonly lessonId?: string | undefined; readonly date: string };
}

/** For which lesson or which date, each day with what the class already has to do. */
export const DueFields = ({ chosen, today, due }: DueFieldsProps) => {
  const held = chosen.lessons.filter((lesson) => !lesson.cancelled);
  const offered = held.filter((lesson, index) => index < OFFERED || lesson.lessonId === due?.lessonId);
  const loadOn = (date: string) =>
    loadWords(
      chosen.loads.find((load) => load.date === date),
      chosen.limitMinutes,
    );
  const isLesson = due === undefined ? offered.length > 0 : offered.some((lesson) => lesson.lessonId === due.lessonId);
  return (
    <>
      <FormChoices
        name="due"
        legend="Pour quand ?"
        chosen={isLesson ? (due?.lessonId ?? offered[0]?.lessonId ?? 'date') : 'date'}
        columns="sm:grid-cols-2"
        options={[
          ...offered.map((lesson) => ({
            value: lesson.lessonId,
            label: `${capital(longDate(lesson.date))} à ${hour(lesson.start)}`,
            detail: `Cours de ${lesson.subject} · ${loadOn(lesson.date)}`,
          })),
          { value: 'date', label: 'Une autre date', detail: 'À choisir ci-dessous' },
        ]}
      />
      <div className="flex flex-wrap gap-4">
        <FormText
          name="date"
          type="date"
          label="Autre date"
          min={today}
          {...(due === undefined || isLesson ? {} : { defaultValue: due.date })}
          width="w-56"
        />
        <FormText name="subject" label="Matière" defaultValue={chosen.subject ?? ''} width="min-w-56 flex-1" />
      </div>
    </>
  );
};
