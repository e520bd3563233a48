import * as z from 'zod';
import {
  isSafeHref,
  isWritableLatex,
  RICH_TEXT_LATEX_MAX,
  RICH_TEXT_LIST_DEPTH,
  RICH_TEXT_MAX_BYTES,
  RICH_TEXT_MAX_CHARACTERS,
} from './rich-text-limits.ts';

const BLOCKS_MAX = 400;
const INLINES_MAX = 400;
const ITEMS_MAX = 200;
/** One line without control characters: a new line is a node of its own. */
const isOneLine = (text: string): boolean => !/[^\P{Cc}\t]|[\p{Zl}\p{Zp}]|\p{Cs}/u.test(text);

const Mark = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('bold') }),
    z.strictObject({ type: z.literal('italic') }),
    z.strictObject({ type: z.literal('underline') }),
    z.strictObject({ type: z.literal('code') }),
    z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string().refine(isSafeHref) }) }),
  ])
  .meta({ id: 'RichTextMark' });
export type Mark = z.infer<typeof Mark>;

const haveOneMeaning = (marks: readonly Mark[]): boolean =>
  new Set(marks.map((mark) => mark.type)).size === marks.length && (marks.length === 1 || !marks.some((mark) => mark.type === 'code'));

const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(RICH_TEXT_MAX_CHARACTERS).refine(isOneLine),
  /** Code stands alone. */
  marks: z.array(Mark).min(1).max(4).refine(haveOneMeaning).optional(),
});
export type Text = z.infer<typeof Text>;

const Formula = z.strictObject({
  type: z.literal('formula'),
  attrs: z.strictObject({ latex: z.string().min(1).max(RICH_TEXT_LATEX_MAX).refine(isOneLine).refine(isWritableLatex) }),
});

const Inline = z
  .discriminatedUnion('type', [Text, Formula, z.strictObject({ type: z.literal('hardBreak') })])
  .meta({ id: 'RichTextInline' });
export type Inline = z.infer<typeof Inline>;

const Paragraph = z
  .strictObject({ type: z.literal('paragraph'), content: z.array(Inline).max(INLINES_MAX).optional() })
  .meta({ id: 'RichTextParagraph' });
export type Paragraph = z.infer<typeof Paragraph>;

const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: z
    .array(z.discriminatedUnion('type', [Text, Formula]))
    .max(INLINES_MAX)
    .optional(),
});

const Blockquote = z.strictObject({ type: z.literal('blockquote'), content: z.array(Paragraph).min(1).max(BLOCKS_MAX) });

interface Item {
  readonly type: 'listItem';
  /** A paragraph, then the lists under it. */
  readonly content: (Paragraph | List)[];
}
export interface List {
  readonly type: 'bulletList' | 'orderedList';
  readonly content: Item[];
}

/** Level by level rather than recursive: a hostile depth is refused, never followed. */
const listWith = (item: z.ZodType<Item, Item>) => {
  const content = z.array(item).min(1).max(ITEMS_MAX);
  return [z.strictObject({ type: z.literal('bulletList'), content }), z.strictObject({ type: z.literal('orderedList'), content })] as const;
};

const beginsWithItsParagraph = (content: readonly { readonly type: string }[]): boolean =>
  content.every(({ type }, index) => (type === 'paragraph') === (index === 0));

const itemOver = (depth: number): z.ZodType<Item, Item> => {
  const content =
    depth === 1
      ? z.array(Paragraph).length(1)
      : z
          .array(z.discriminatedUnion('type', [Paragraph, ...listWith(itemOver(depth - 1))]))
          .min(1)
          .max(5)
          .refine(beginsWithItsParagraph);
  return z.strictObject({ type: z.literal('listItem'), content }).meta({ id: `RichTextItem${depth}` });
};

const Block = z
  .discriminatedUnion('type', [Paragraph, Heading, Blockquote, ...listWith(itemOver(RICH_TEXT_LIST_DEPTH))])
  .meta({ id: 'RichTextBlock' });
export type Block = z.infer<typeof Block>;

interface Doc {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

const textOfInlines = (inlines: readonly Inline[] = []): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'formula' ? inline.attrs.latex : '\n')).join('');

const linesOfList = (list: List, indent: string): readonly string[] =>
  list.content.flatMap((item, index) => {
    const sign = list.type === 'bulletList' ? '–' : `${index + 1}.`;
    return item.content.flatMap((part) =>
      part.type === 'paragraph' ? [`${indent}${sign} ${textOfInlines(part.content)}`] : linesOfList(part, `${indent}  `),
    );
  });

const linesOf = (block: Block): readonly string[] => {
  if (block.type === 'paragraph' || block.type === 'heading') return [textOfInlines(block.content)];
  if (block.type === 'blockquote') return block.content.map((paragraph) => textOfInlines(paragraph.content));
  return linesOfList(block, '');
};

/** What a text says, without its form: for a summary, a message or a search. */
export const plainTextOf = (doc: Doc): string => doc.content.flatMap(linesOf).join('\n');

const weighsLittle = (doc: Doc): boolean =>
  plainTextOf(doc).length <= RICH_TEXT_MAX_CHARACTERS && new TextEncoder().encode(JSON.stringify(doc)).length <= RICH_TEXT_MAX_BYTES;

/** A text with its form, as ProseMirror writes documents; HTML never enters. */
export const RichText = z
  .strictObject({ type: z.literal('doc'), content: z.array(Block).max(BLOCKS_MAX) })
  .refine(weighsLittle, { message: 'Ce texte est trop long. Raccourcissez-le ou joignez un fichier.' })
  .meta({ id: 'RichText' });
export type RichText = z.infer<typeof RichText>;

export const EMPTY_RICH_TEXT: RichText = { type: 'doc', content: [] };

const inlinesOf = (part: Block | Paragraph | List): readonly Inline[] => {
  if (part.type === 'paragraph' || part.type === 'heading') return part.content ?? [];
  if (part.type === 'blockquote') return part.content.flatMap(inlinesOf);
  return part.content.flatMap((item) => item.content.flatMap(inlinesOf));
};

/** True for a text that shows nothing, whatever empty paragraphs it holds. */
export const isEmptyRichText = (doc: Doc): boolean =>
  doc.content.flatMap(inlinesOf).every((inline) => inline.type === 'hardBreak' || (inline.type === 'text' && inline.text.trim() === ''));
