import type { Language } from '@preau/shared/directory/schema.ts';
import { isEmptyRichText } from '@preau/shared/kernel/rich-text.ts';
import { SECTION_NAMES, type Written } from '@preau/shared/notebook/schema.ts';
import type { RecordView } from '@preau/shared/notebook/views.ts';
import { longDate, moment } from '@/lib/dates.ts';
import { Icon } from '@/ui/icon.tsx';
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

const Joined = ({ recordId, written, texts }: { readonly recordId: string; readonly written: Written; readonly texts: NotebookTexts }) =>
  written.files.length === 0 && written.links.length === 0 ? null : (
    <ul className="flex flex-col gap-1.5">
      {written.files.map((file) => (
        <li key={file.fileId}>
          <a href={`/cahier/${recordId}/fichiers/${file.fileId}`} className="inline-flex min-h-6 items-center gap-1.5 wrap-anywhere">
            <Icon name="file" />
            {file.name}
          </a>
        </li>
      ))}
      {written.links.map((link) => (
        <li key={link.href}>
          <a
            href={link.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="inline-flex min-h-6 items-center gap-1.5 wrap-anywhere"
          >
            <Icon name="globe" />
            <span>
              {link.label === '' ? link.href : link.label}
              <span className="sr-only">{` (${texts.newTab})`}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
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
      <Joined recordId={recordId} written={written} texts={texts} />
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
