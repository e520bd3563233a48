import type { Language } from '@preau/shared/directory/schema.ts';
import type { MissedLessonView } from '@preau/shared/homework/views.ts';
import { SECTION_NAMES } from '@preau/shared/notebook/schema.ts';
import { JoinedToLesson } from '@/features/notebook/record-content.tsx';
import { capital, interval, longDate } from '@/lib/dates.ts';
import { Empty } from '@/ui/card.tsx';
import { RichText } from '@/ui/rich-text.tsx';
import type { CatchUpTexts } from './texts.ts';

interface LessonsProps {
  readonly lessons: readonly MissedLessonView[];
  readonly texts: CatchUpTexts;
  readonly language: Language;
}

type Written = NonNullable<MissedLessonView['shown']>;

const Contents = ({ recordId, shown, texts }: { readonly recordId: string; readonly shown: Written; readonly texts: CatchUpTexts }) => (
  <div className="flex flex-col gap-3">
    {shown.title === '' ? null : <p className="font-semibold">{shown.title}</p>}
    {SECTION_NAMES.map((name) => {
      const section = shown.sections[name];
      return section === undefined ? null : (
        <div key={name}>
          <h4 className="text-base">{texts.sections[name]}</h4>
          <RichText text={section} under={3} />
        </div>
      );
    })}
    <JoinedToLesson recordId={recordId} written={shown} label={texts.documents} />
    <p>
      <a href={`/cahier/${recordId}`}>{texts.open}</a>
    </p>
  </div>
);

/** The lessons that a pupil missed, each with what its notebook says. */
export const MissedLessons = ({ lessons, texts, language }: LessonsProps) =>
  lessons.length === 0 ? (
    <Empty>{texts.noLesson}</Empty>
  ) : (
    <ol className="flex flex-col gap-3">
      {lessons.map(({ date, start, end, subject, recordId, shown }) => (
        <li key={`${date} ${start ?? ''} ${subject}`} className="card flex flex-col gap-3 p-4 sm:p-5">
          <h3 className="text-lg">
            {subject}
            <span className="block text-base font-normal text-soft">
              {[
                capital(longDate(date, language)),
                ...(start === undefined || end === undefined ? [] : [interval(start, end, language)]),
              ].join(', ')}
            </span>
          </h3>
          {shown === undefined || recordId === undefined ? (
            <p className="text-soft">{texts.notWritten}</p>
          ) : (
            <Contents recordId={recordId} shown={shown} texts={texts} />
          )}
        </li>
      ))}
    </ol>
  );
