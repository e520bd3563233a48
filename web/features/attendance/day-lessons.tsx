import type { DayView } from '@preau/shared/attendance/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { capital, hour, interval } from '@/lib/dates.ts';
import { LessonList } from '@/ui/lesson-list.tsx';
import { Status, type StatusTone } from '@/ui/status.tsx';
import type { IconName } from '@/ui/icon.tsx';
import { DayStatusBadge } from './day-status.tsx';
import type { FamilyTexts } from './family/texts.ts';

type Kind = DayView['lessons'][number]['kind'];

const LOOK = {
  present: { tone: 'leaf', icon: 'check' },
  absent: { tone: 'brick', icon: 'absence' },
  late: { tone: 'amber', icon: 'clock' },
  exempt: { tone: 'sky', icon: 'shield' },
  notHeld: { tone: 'plain', icon: 'clock' },
} as const satisfies Record<Kind, { tone: StatusTone; icon: IconName }>;

interface DayLessonsProps {
  readonly day: DayView;
  readonly texts: FamilyTexts;
  readonly language: Language;
}

/** Hours of absence with where each stands. */
export const DayIntervals = ({ day, language }: Omit<DayLessonsProps, 'texts'>) => (
  <ul className="card flex flex-col divide-y divide-line px-4 sm:px-5">
    {day.intervals.map((one) => (
      <li key={`${one.from}-${one.until}`} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
        <span className="text-lg font-semibold">{capital(interval(one.from, one.until, language))}</span>
        <DayStatusBadge status={one.treatment} language={language} />
      </li>
    ))}
  </ul>
);

/** What the registers of the day say, lesson by lesson. */
export const DayLessons = ({ day, texts, language }: DayLessonsProps) => (
  <div className="card p-4 sm:p-5">
    <LessonList
      lessons={day.lessons.map((lesson) => ({
        key: lesson.lessonId,
        start: hour(lesson.start, language),
        end: hour(lesson.end, language),
        hours: interval(lesson.start, lesson.end, language),
        subject: lesson.subject,
        detail: '',
        aside: (
          <Status {...LOOK[lesson.kind]}>
            {lesson.minutesLate === undefined ? texts[lesson.kind] : `${texts[lesson.kind]} ${lesson.minutesLate} ${texts.minutes}`}
          </Status>
        ),
      }))}
    />
  </div>
);
