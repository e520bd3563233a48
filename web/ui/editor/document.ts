import { isSafeHref, isWritableLatex, RICH_TEXT_LATEX_MAX, RICH_TEXT_LIST_DEPTH } from '@preau/shared/kernel/rich-text-limits.ts';
import type { Block, Inline, List, Mark, Paragraph, RichText } from '@preau/shared/kernel/rich-text.ts';

/** A node as the editor gives it, pasted or typed. */
export interface EditorNode {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> | undefined }[] | undefined;
  readonly content?: readonly EditorNode[] | undefined;
}

const markOf = ({ type, attrs }: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> | undefined }): Mark[] => {
  if (type === 'bold' || type === 'italic' || type === 'underline' || type === 'code') return [{ type }];
  const href = attrs?.['href'];
  return type === 'link' && typeof href === 'string' && isSafeHref(href) ? [{ type, attrs: { href } }] : [];
};

const marksOf = (node: EditorNode): Mark[] => {
  const marks = (node.marks ?? []).flatMap(markOf);
  const code = marks.find((mark) => mark.type === 'code');
  if (code !== undefined) return [code];
  return (['bold', 'italic', 'underline', 'link'] as const).flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
};

const inlineOf = (node: EditorNode): Inline[] => {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  const latex = node.attrs?.['latex'];
  if (node.type === 'formula')
    return typeof latex === 'string' && isWritableLatex(latex) && latex.length <= RICH_TEXT_LATEX_MAX
      ? [{ type: 'formula', attrs: { latex } }]
      : [];
  const text = node.text?.replaceAll(/[^\P{Cc}\t]|[\p{Zl}\p{Zp}]/gu, ' ').toWellFormed() ?? '';
  if (text === '') return (node.content ?? []).flatMap(inlineOf);
  const marks = marksOf(node);
  return [{ type: 'text', text, ...(marks.length === 0 ? {} : { marks }) }];
};

const paragraphOf = (node: EditorNode): Paragraph => {
  const content = inlineOf(node);
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
};

const isList = (node: EditorNode): boolean => node.type === 'bulletList' || node.type === 'orderedList';

type Item = List['content'][number];

/** Items deeper than a list may hold come up to its last level, in their order. */
const itemsOf = (list: EditorNode, depth: number): Item[] =>
  (list.content ?? []).flatMap((item): Item[] => {
    const [first = { type: 'paragraph' }, ...others] = item.type === 'listItem' ? (item.content ?? []) : [item];
    const opening = isList(first) ? [first, ...others] : others;
    const lists = opening.filter(isList);
    const paragraphs = [...(isList(first) ? [] : [first]), ...others.filter((node) => !isList(node))].map(paragraphOf);
    const content = paragraphs.flatMap((paragraph, index) => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
      ...(paragraph.content ?? []),
    ]);
    const own = content.length === 0 ? { type: 'paragraph' as const } : { type: 'paragraph' as const, content };
    if (depth === RICH_TEXT_LIST_DEPTH) return [{ type: 'listItem', content: [own] }, ...lists.flatMap((one) => itemsOf(one, depth))];
    return [{ type: 'listItem', content: [own, ...lists.flatMap((one) => listOf(one, depth + 1))] }];
  });

const listOf = (node: EditorNode, depth: number): List[] => {
  const content = itemsOf(node, depth);
  return content.length === 0 ? [] : [{ type: node.type === 'orderedList' ? 'orderedList' : 'bulletList', content }];
};

const blockOf = (node: EditorNode): Block[] => {
  if (isList(node)) return listOf(node, 1);
  if (node.type === 'heading') {
    const content = (node.content ?? [])
      .flatMap(inlineOf)
      .map((inline) => (inline.type === 'hardBreak' ? { type: 'text' as const, text: ' ' } : inline));
    return content.length === 0 ? [] : [{ type: 'heading', attrs: { level: node.attrs?.['level'] === 3 ? 3 : 2 }, content }];
  }
  if (node.type !== 'blockquote') return [paragraphOf(node)];
  const inside = node.content ?? [];
  const paragraphs = inside.filter((one) => one.type === 'paragraph');
  const others = inside.filter((one) => one.type !== 'paragraph');
  const quote: Block[] = paragraphs.length === 0 ? [] : [{ type: 'blockquote', content: paragraphs.map(paragraphOf) }];
  return [...quote, ...others.flatMap(blockOf)];
};

/** What the editor holds, as texts are kept: what they do not know of is left out, never its words. */
export const documentOf = (editor: EditorNode): RichText => ({ type: 'doc', content: (editor.content ?? []).flatMap(blockOf) });
