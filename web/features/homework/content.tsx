import type { HomeworkLink, ShownContent } from '@preau/shared/homework/schema.ts';
import { Icon } from '@/ui/icon.tsx';
import { RichText } from '@/ui/rich-text.tsx';
import type { HomeworkTexts } from './texts.ts';

const hostOf = ({ url }: HomeworkLink): string => new URL(url).hostname || url;

interface ContentProps {
  readonly homeworkId: string;
  readonly content: ShownContent;
  readonly texts: HomeworkTexts;
}

/** What is to be done: its statement, then what it is done with; of a long one, its beginning. */
export const WorkContent = ({ homeworkId, content, texts }: ContentProps) => {
  if (content.kind === 'beginning') {
    return (
      <div className="flex flex-col gap-2">
        <p className="whitespace-pre-line wrap-anywhere">{content.text}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <a href={`/devoirs/${homeworkId}`} className="font-semibold">
            {texts.read}
          </a>
          {content.files === 0 ? null : <span className="text-soft">{texts.file(content.files)}</span>}
          {content.links === 0 ? null : <span className="text-soft">{texts.link(content.links)}</span>}
        </p>
      </div>
    );
  }
  const { body, files, links } = content;
  return (
    <div className="flex flex-col gap-2">
      <RichText text={body} under={3} />
      {files.length === 0 && links.length === 0 ? null : (
        <ul className="flex flex-col gap-1.5">
          {files.map((file) => (
            <li key={file.fileId}>
              <a href={`/devoirs/${homeworkId}/fichiers/${file.fileId}`} className="inline-flex min-h-6 items-center gap-1.5 wrap-anywhere">
                <Icon name="file" />
                {file.name}
              </a>
            </li>
          ))}
          {links.map((link) => (
            <li key={link.url}>
              <a
                href={link.url}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className="inline-flex min-h-6 items-center gap-1.5 wrap-anywhere"
              >
                <Icon name="globe" />
                <span>
                  {link.title ?? hostOf(link)}
                  <span className="sr-only">{` (${texts.newTab})`}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
