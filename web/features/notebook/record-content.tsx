import type { Language } from '@preau/shared/directory/schema.ts';
import { isEmptyRichText } from '@preau/shared/kernel/rich-text.ts';
import { SECTION_NAMES, type Written } from '@preau/shared/notebook/schema.ts';
import type { RecordView } from '@preau/shared/notebook/views.ts';
import { longDate, moment } from '@/lib/dates.ts';
import { JoinedList } from '@/ui/joined-list.tsx';
import { Notice } from '@/ui/notice.tsx';
import { RichText } from '@/ui/rich-text.tsx';
import type { NotebookTexts } from './texts.ts';

interface Said {
  readonly texts: NotebookTexts;
  readonly language: Language;
}

/** What became of the lesson since it was written. */
export const LessonNews = ({ flag, texts, language }: Pick<RecordView, 'flag'> & Said) => {
  if (flag === undefined) return null;
  if (flag.kind === 'cancelled') return <Notice tone="warning">{texts.cancelled}</Notice>;
  if (flag.kind === 'taken-over') return <Notice tone="info">{texts.takenOver}</Notice>;
  return <Notice tone="info">{`${texts.movedFrom} ${flag.from === undefined ? '' : longDate(flag.from.date, language)}.`}</Notice>;
};

interface JoinedProps {
  readonly recordId: string;
  readonly written: Pick<Written, 'files' | 'links'>;
  readonly label?: string;
  readonly newTab?: string;
}

/** The files and links of a lesson, as its notebook serves them. */
export const JoinedToLesson = ({ recordId, written, ...how }: JoinedProps) => (
  <JoinedList
    files={written.files.map(({ fileId, name }) => ({ href: `/cahier/${recordId}/fichiers/${fileId}`, name }))}
    links={written.links.map(({ href, label }) => ({ href, name: label === '' ? href : label }))}
    {...how}
  />
);

interface WrittenProps {
  readonly recordId: string;
  readonly written: Written;
  readonly texts: NotebookTexts;
}

/** The sections of a lesson that say something; a title only where there are several. Stands under a title of level 2. */
export const WrittenContent = ({ recordId, written, texts }: WrittenProps) => {
  const sections = SECTION_NAMES.flatMap((name) => {
    const text = written.sections[name];
    return text === undefined || isEmptyRichText(text) ? [] : [{ name, text }];
  });
  return (
    <>
      {written.title === '' ? null : <p className="text-lg font-semibold">{written.title}</p>}
      {sections.map(({ name, text }) => (
        <div key={name} className="flex flex-col gap-1.5">
          {sections.length === 1 && name === 'content' ? null : <h3 className="text-base text-soft">{texts.sections[name]}</h3>}
          <RichText text={text} under={sections.length === 1 && name === 'content' ? 2 : 3} />
        </div>
      ))}
      <JoinedToLesson recordId={recordId} written={written} newTab={texts.newTab} />
    </>
  );
};

export const Addenda = ({ addenda, texts, language }: Pick<RecordView, 'addenda'> & Said) =>
  addenda.map((addendum) => (
    <div key={addendum.addendumId} className="flex flex-col gap-1.5 border-s-4 border-line ps-4">
      <h3 className="text-base text-soft">{`${texts.addendum} ${moment(addendum.publishedAt, language)}`}</h3>
      <RichText text={addendum.text} under={3} />
    </div>
  ));
