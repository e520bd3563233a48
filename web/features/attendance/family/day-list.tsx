import type { DayView } from '@preau/shared/attendance/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { capital, interval, longDate } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { awaitsAnotherAnswer, awaitsReader } from '../awaits.ts';
import { DayStatusBadge } from '../day-status.tsx';
import type { FamilyTexts } from './texts.ts';

interface DayListProps {
  readonly days: readonly DayView[];
  readonly texts: FamilyTexts;
  readonly language: Language;
  readonly heading?: 'h2' | 'h3';
}

const lateOf = (day: DayView) => day.lessons.filter((lesson) => lesson.kind === 'late');

const wordOf = (day: DayView, texts: FamilyTexts): string => {
  if (!awaitsReader(day)) return texts.detail;
  return awaitsAnotherAnswer(day) ? texts.answerAgain : texts.justify;
};

/** The days of a month on which something was recorded, each with its state and what to do. */
export const DayList = ({ days, texts, language, heading: Heading = 'h2' }: DayListProps) =>
  days.length === 0 ? (
    <Empty>{texts.none}</Empty>
  ) : (
    <ul className="flex flex-col gap-3">
      {days.map((day) => (
        <li key={day.absenceId} className="card flex flex-wrap items-center gap-x-4 gap-y-3 p-4 sm:p-5">
          <div className="min-w-56 flex-1">
            <Heading className="text-lg">{capital(longDate(day.date, language))}</Heading>
            <ul className="mt-1.5 flex flex-col gap-1.5">
              {day.intervals.map((one) => (
                <li key={`${one.from}-${one.until}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span>{capital(interval(one.from, one.until, language))}</span>
                  <DayStatusBadge status={one.treatment} language={language} />
                </li>
              ))}
              {lateOf(day).map((lesson) => (
                <li key={lesson.lessonId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span>{`${capital(interval(lesson.start, lesson.end, language))}, ${lesson.subject}`}</span>
                  <Status tone="amber" icon="clock">{`${texts.late} ${lesson.minutesLate ?? ''} ${texts.minutes}`}</Status>
                </li>
              ))}
            </ul>
          </div>
          <Anchor
            href={awaitsReader(day) ? `/absences/${day.absenceId}/justifier` : `/absences/${day.absenceId}`}
            className={`btn ${awaitsReader(day) ? 'btn-primary' : 'btn-quiet'}`}
          >
            {wordOf(day, texts)}
            <span className="sr-only">{` : ${day.firstName}, ${longDate(day.date, language)}`}</span>
          </Anchor>
        </li>
      ))}
    </ul>
  );
