import type { Language } from '@preau/shared/directory/schema.ts';
import type { ChangeView } from '@preau/shared/timetable/schema.ts';
import type { IconName } from '@/ui/icon.tsx';
import { Status, type StatusTone } from '@/ui/status.tsx';
import { becauseOf, changeSentence, leftSentence, type ChangedLesson } from './change-words.ts';

const LOOK = {
  cancelled: { tone: 'brick', icon: 'cross' },
  moved: { tone: 'amber', icon: 'arrow' },
  room: { tone: 'sky', icon: 'door' },
  teacher: { tone: 'sky', icon: 'person' },
  replaced: { tone: 'sky', icon: 'person' },
} as const satisfies Record<ChangeView['kind'], { tone: StatusTone; icon: IconName }>;

type Shown = Omit<ChangedLesson, 'change'> & {
  readonly change?: ChangeView | undefined;
  /** At the place that the lesson has left: where it went. */
  readonly movedTo?: { readonly date: string; readonly start: string } | undefined;
};

/** What the office changed of a lesson, under it; nothing for a lesson that is as the timetable says. */
export const ChangeNote = ({ lesson, language }: { readonly lesson: Shown; readonly language: Language }) => {
  const { change, movedTo } = lesson;
  if (change === undefined) return null;
  const because = becauseOf(change, language);
  return (
    <span className="mt-1.5 flex flex-col items-start gap-1">
      <Status {...LOOK[change.kind]} wraps>
        {movedTo === undefined ? changeSentence({ ...lesson, change }, language) : leftSentence(movedTo, lesson.date, language)}
      </Status>
      {because === '' ? null : <span className="text-[0.9375rem] wrap-anywhere text-soft">{because}</span>}
    </span>
  );
};
