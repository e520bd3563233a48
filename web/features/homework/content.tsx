import type { HomeworkLink, ShownContent } from '@preau/shared/homework/schema.ts';
import { JoinedList } from '@/ui/joined-list.tsx';
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
      <JoinedList
        files={files.map(({ fileId, name }) => ({ href: `/devoirs/${homeworkId}/fichiers/${fileId}`, name }))}
        links={links.map((link) => ({ href: link.url, name: link.title ?? hostOf(link) }))}
        newTab={texts.newTab}
      />
    </div>
  );
};
