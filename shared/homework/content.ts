import { plainTextOf, type RichText } from '../kernel/rich-text.ts';
import type { HomeworkContent, ShownContent } from './schema.ts';

/** Beyond, the list keeps the beginning only: a class's week must stay one small read, whatever one teacher writes. */
const WHOLE_MAX_BYTES = 700;
/** What a list shows of a long text. */
const BEGINNING_CHARACTERS = 240;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The text of a document that is one plain paragraph, as most are; undefined when its form matters. */
export const plainParagraphOf = ({ content: [block, ...others] }: RichText): string | undefined => {
  if (block?.type !== 'paragraph' || others.length > 0) return undefined;
  const [inline, ...rest] = block.content ?? [];
  return inline?.type === 'text' && inline.marks === undefined && rest.length === 0 ? inline.text : undefined;
};

/** A document of one plain paragraph. */
export const paragraphOf = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const beginningOf = (body: RichText): string => {
  const text = plainTextOf(body).trim();
  if (text.length <= BEGINNING_CHARACTERS) return text;
  const cut = text.slice(0, BEGINNING_CHARACTERS);
  const lastWord = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastWord > BEGINNING_CHARACTERS / 2 ? lastWord : BEGINNING_CHARACTERS)}…`;
};

/** What the list of a class keeps of a content. */
export const shownOf = (content: HomeworkContent): ShownContent =>
  bytesOf({ ...content, body: plainParagraphOf(content.body) ?? content.body }) <= WHOLE_MAX_BYTES
    ? { kind: 'whole', ...content }
    : { kind: 'beginning', text: beginningOf(content.body), links: content.links.length, files: content.files.length };
