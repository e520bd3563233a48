import { BARE_LINK, DELIMITERS, type ToggledMark } from './markdown-inline.ts';
import type { Block, Inline, List, Paragraph, RichText, Text } from './rich-text.ts';

const hrefOf = (text: Text): string | undefined => text.marks?.find((mark) => mark.type === 'link')?.attrs.href;
const isCode = (text: Text): boolean => text.marks?.some((mark) => mark.type === 'code') === true;
const has = (inline: Inline | undefined, mark: ToggledMark): boolean =>
  inline?.type === 'text' && inline.marks?.some(({ type }) => type === mark) === true;

interface Place {
  readonly inLabel: boolean;
  /** A space beside a sign would keep it from opening or closing. */
  readonly afterSign: boolean;
  readonly beforeSign: boolean;
}

const needsEscape = (text: string, at: number, place: Place): boolean => {
  const [before, character = '', after] = [text[at - 1], text[at], text[at + 1]];
  if (/[\\`*$:]/u.test(character)) return true;
  if (character === '_') return before === undefined || before === '_' || after === undefined || after === '_';
  if (character === '[' || character === ']') return place.inLabel || (character === ']' && after === '(');
  return (place.afterSign && before === undefined) || (place.beforeSign && after === undefined);
};

/** The colon is that of an address that is no link. */
const escaped = (text: string, place: Place): string =>
  text.replaceAll(/[\\`*$_[\]\s]|(?<=https):(?=\/\/)/gu, (character, at: number) =>
    needsEscape(text, at, place) ? `\\${character}` : character,
  );

/** Inlines one after the other with the same link, or none: signs are opened and closed inside. */
interface Run {
  readonly href: string | undefined;
  readonly inlines: readonly Inline[];
}

const runsOf = (inlines: readonly Inline[]): readonly Run[] => {
  const runs: { href: string | undefined; inlines: Inline[] }[] = [];
  for (const inline of inlines) {
    const href = inline.type === 'text' ? hrefOf(inline) : undefined;
    const last = runs.at(-1);
    if (last !== undefined && last.href === href) last.inlines.push(inline);
    else runs.push({ href, inlines: [inline] });
  }
  return runs;
};

const signsBetween = (before: Inline | undefined, after: Inline | undefined): string =>
  DELIMITERS.filter(([mark]) => has(before, mark) !== has(after, mark))
    .map(([, sign]) => sign)
    .join('');

/** True when something that holds for the second does not hold for the first. */
const begins = (before: Inline | undefined, after: Inline | undefined): boolean =>
  DELIMITERS.some(([mark]) => !has(before, mark) && has(after, mark));

const codeOf = (text: string): string => `\`${text.replaceAll(/[\\`]/gu, String.raw`\$&`)}\``;

const printed = (inline: Inline, run: Run, index: number): string => {
  if (inline.type === 'hardBreak') return '\n';
  if (inline.type === 'formula') return `$${inline.attrs.latex}$`;
  if (isCode(inline)) return codeOf(inline.text);
  return escaped(inline.text, {
    inLabel: run.href !== undefined,
    afterSign: begins(run.inlines[index - 1], inline),
    beforeSign: begins(run.inlines[index + 1], inline),
  });
};

const printRun = (run: Run, after: Run | undefined): string => {
  const [only] = run.inlines;
  const alone = run.inlines.length === 1 && only?.type === 'text' && only.marks?.length === 1 && only.text === run.href;
  const next = after?.inlines[0];
  const parted = next === undefined || next.type === 'hardBreak' || (next.type === 'text' && /^\s/u.test(next.text));
  if (alone && parted && BARE_LINK.exec(run.href ?? '')?.[0] === run.href) return run.href ?? '';

  const signs = signsBetween(run.inlines.at(-1), undefined);
  const text =
    run.inlines.map((inline, index) => signsBetween(run.inlines[index - 1], inline) + printed(inline, run, index)).join('') + signs;
  if (run.href === undefined) return text;
  return `[${text}](${run.href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
};

const printInlines = (inlines: readonly Inline[] = []): string => {
  const runs = runsOf(inlines);
  return runs.map((run, index) => printRun(run, runs[index + 1])).join('');
};

/** What would begin a title, a quote or a list, or be taken for an indent, at the beginning of a line. */
const guarded = (line: string): string =>
  line
    .replace(/^\s/u, String.raw`\$&`)
    .replace(/^(?:[-#>•])/u, String.raw`\$&`)
    .replace(/^(\d{1,2})([.)])/u, String.raw`$1\$2`);

const linesOfParagraph = (paragraph: Paragraph): readonly string[] =>
  printInlines(paragraph.content)
    .split('\n')
    .filter((line) => line !== '')
    .map(guarded);

const linesOfList = (list: List, indent = ''): readonly string[] =>
  list.content.flatMap((item, index) => {
    const sign = list.type === 'bulletList' ? '- ' : `${index + 1}. `;
    const under = `${indent}${' '.repeat(sign.length)}`;
    return item.content.flatMap((part) => {
      if (part.type !== 'paragraph') return linesOfList(part, under);
      const [first = '', ...others] = linesOfParagraph(part);
      return [`${indent}${sign}${first}`, ...others.map((line) => `${under}${line}`)];
    });
  });

const printBlock = (block: Block): string => {
  if (block.type === 'heading') return `${block.attrs.level === 2 ? '##' : '###'} ${guarded(printInlines(block.content))}`;
  if (block.type === 'paragraph') return linesOfParagraph(block).join('\n');
  if (block.type === 'blockquote')
    return block.content
      .map((paragraph) =>
        linesOfParagraph(paragraph)
          .map((line) => `> ${line}`)
          .join('\n'),
      )
      .filter((text) => text !== '')
      .join('\n>\n');
  return linesOfList(block).join('\n');
};

/** A text as it is typed without an editor; `fromMarkdown` gives back the same text, empty paragraphs apart. */
export const toMarkdown = (doc: RichText): string =>
  doc.content
    .map(printBlock)
    .filter((text) => text !== '')
    .join('\n\n');
