import { inlinesFrom } from './markdown-inline.ts';
import { RICH_TEXT_LIST_DEPTH } from './rich-text-limits.ts';
import type { Block, List, Paragraph, RichText } from './rich-text.ts';

const HEADING = /^(?<signs>#{1,3})\s+(?<rest>\S.*)$/u;
const QUOTE = /^>[^\S\n]?(?<rest>.*)$/u;
const ITEM = /^(?<indent>\s*)(?:(?<bullet>[-*•])|\d{1,2}[.)])\s+(?<rest>\S.*)$/u;
const MORE_OF_ITEM = /^\s{2,}(?<rest>\S.*)$/u;

const paragraphOf = (markdown: string): Paragraph => {
  const content = inlinesFrom(markdown);
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
};

interface Line {
  readonly depth: number;
  readonly type: List['type'];
  readonly text: string;
}

interface OpenList {
  readonly type: List['type'];
  readonly content: List['content'][number][];
}

/** Lists of these items, each item with the lists of what is deeper than it. */
const listsOf = (lines: readonly Line[], depth = 0): readonly OpenList[] => {
  const lists: OpenList[] = [];
  const heads = lines.flatMap((line, index) => (line.depth === depth ? [index] : []));
  for (const [order, head] of heads.entries()) {
    const inside = lines.slice(head + 1, heads[order + 1]);
    const { type, text } = lines[head] ?? { type: 'bulletList', text: '' };
    const item: OpenList['content'][number] = { type: 'listItem', content: [paragraphOf(text), ...listsOf(inside, depth + 1)] };
    const last = lists.at(-1);
    if (last?.type === type) last.content.push(item);
    else lists.push({ type, content: [item] });
  }
  return lists;
};

interface Read {
  readonly blocks: readonly Block[];
  /** Where the rest begins. */
  readonly next: number;
}

const readLists = (lines: readonly string[], from: number): Read => {
  const items: { depth: number; type: List['type']; text: string }[] = [];
  const indents: number[] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line)?.groups;
    const last = items.at(-1);
    if (item !== undefined) {
      const indent = item['indent']?.length ?? 0;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      const depth = Math.min(indents.length, RICH_TEXT_LIST_DEPTH - 1);
      indents.push(indent);
      items.push({ depth, type: item['bullet'] === undefined ? 'orderedList' : 'bulletList', text: item['rest'] ?? '' });
    } else if (last !== undefined && MORE_OF_ITEM.test(line)) last.text += `\n${line.trimStart()}`;
    // One empty line between two items is how many people write lists.
    else if (line.trim() !== '' || !ITEM.test(lines[at + 1] ?? '')) break;
  }
  return { blocks: listsOf(items), next: at };
};

const readWhile = (lines: readonly string[], from: number, read: (line: string) => string | undefined) => {
  const kept: string[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = read(lines[at] ?? '');
    if (line === undefined) break;
    kept.push(line);
  }
  return kept;
};

const readQuote = (lines: readonly string[], from: number): Read => {
  const quoted = readWhile(lines, from, (line) => QUOTE.exec(line)?.groups?.['rest']);
  const paragraphs = quoted
    .join('\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u)
    .filter((part) => part.trim() !== '')
    .map(paragraphOf);
  return { blocks: paragraphs.length === 0 ? [] : [{ type: 'blockquote', content: paragraphs }], next: from + quoted.length };
};

const beginsBlock = (line: string): boolean => line.trim() === '' || HEADING.test(line) || QUOTE.test(line) || ITEM.test(line);

const readParagraph = (lines: readonly string[], from: number): Read => {
  const kept = readWhile(lines, from, (line) => (beginsBlock(line) ? undefined : line.trimStart()));
  return { blocks: [paragraphOf(kept.join('\n'))], next: from + kept.length };
};

const readBlock = (lines: readonly string[], from: number): Read => {
  const line = lines[from] ?? '';
  if (line.trim() === '') return { blocks: [], next: from + 1 };
  const heading = HEADING.exec(line)?.groups;
  if (heading !== undefined) {
    const content = inlinesFrom(heading['rest'] ?? '').filter((inline) => inline.type !== 'hardBreak');
    return { blocks: [{ type: 'heading', attrs: { level: heading['signs'] === '###' ? 3 : 2 }, content }], next: from + 1 };
  }
  if (QUOTE.test(line)) return readQuote(lines, from);
  if (ITEM.test(line)) return readLists(lines, from);
  return readParagraph(lines, from);
};

const linesOf = (markdown: string): readonly string[] =>
  markdown
    .toWellFormed()
    .replaceAll(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .split('\n');

/** The text that somebody typed without an editor: titles, lists, quotes, bold, italic, underlined, code, links and formulas; all the rest as typed. */
export const fromMarkdown = (markdown: string): RichText => {
  const lines = linesOf(markdown);
  const content: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const read = readBlock(lines, at);
    content.push(...read.blocks);
    at = read.next;
  }
  return { type: 'doc', content };
};
