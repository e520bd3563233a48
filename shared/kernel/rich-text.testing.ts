import * as fc from 'fast-check';
import type { Block, Inline, List, Mark, Paragraph, RichText } from './rich-text.ts';

/** Words, spaces and every sign that means something in Markdown or in HTML. */
const text = fc
  .array(
    fc.constantFrom(
      'mot',
      'École',
      ' ',
      '*',
      '**',
      '_',
      '__',
      '`',
      '$',
      '[',
      ']',
      '](',
      '(',
      ')',
      '\\',
      '-',
      '#',
      '>',
      '1.',
      '<b>',
      '&',
      'https://',
      'h',
      '•',
      '\u00A0',
      'ي',
      '😀',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

const href = fc.constantFrom('https://fr.wikipedia.org/wiki/Thal%C3%A8s', 'https://a.example/?q=1&r=2#x', 'mailto:cdi@college.example');

const marks: fc.Arbitrary<readonly Mark[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant([{ type: 'code' } as const]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.subarray(['bold', 'italic', 'underline'] as const), fc.option(href, { nil: undefined }))
      .map(([types, to]) => [
        ...types.map((type) => ({ type })),
        ...(to === undefined ? [] : [{ type: 'link' as const, attrs: { href: to } }]),
      ]),
  },
);

const words: fc.Arbitrary<Inline> = fc
  .tuple(text, marks)
  .map(([value, of]) => (of.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks: [...of] }));
const formula: fc.Arbitrary<Inline> = fc
  .constantFrom('x', String.raw`\frac{1}{2}`, String.raw`a\$b`, 'a*b_c', '[0;1]')
  .map((latex) => ({ type: 'formula', attrs: { latex } }));
const hardBreak: fc.Arbitrary<Inline> = fc.constant({ type: 'hardBreak' });

const sameMarks = (one: Inline, other: Inline): boolean =>
  one.type === 'text' && other.type === 'text' && JSON.stringify(one.marks) === JSON.stringify(other.marks);

/** As an editor leaves inlines: neighbours of one form are one node, and a line always holds something. */
const asEdited = (inlines: readonly Inline[]): Inline[] => {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    const last = kept.at(-1);
    const opensLine = last === undefined || last.type === 'hardBreak';
    if (inline.type === 'hardBreak' ? !opensLine : last === undefined || !sameMarks(last, inline)) kept.push(inline);
  }
  return kept.at(-1)?.type === 'hardBreak' ? kept.slice(0, -1) : kept;
};

const line = fc.array(fc.oneof({ weight: 4, arbitrary: words }, formula), { minLength: 1, maxLength: 4 }).map(asEdited);
const lines = fc
  .array(fc.oneof({ weight: 5, arbitrary: words }, formula, hardBreak), { minLength: 1, maxLength: 6 })
  .map(asEdited)
  .filter((inlines) => inlines.length > 0);

const paragraph: fc.Arbitrary<Paragraph> = lines.map((content) => ({ type: 'paragraph', content }));

const list = (depth: number): fc.Arbitrary<List> =>
  fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.array(fc.tuple(paragraph, depth === 1 ? fc.constant(undefined) : fc.option(list(depth - 1), { nil: undefined })), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([type, items]) => ({
      type,
      content: items.map(([first, under]) => ({ type: 'listItem', content: under === undefined ? [first] : [first, under] })),
    }));

const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc.tuple(fc.constantFrom(2 as const, 3 as const), line).map(([level, content]) => ({
    type: 'heading' as const,
    attrs: { level },
    content: content.filter((one) => one.type !== 'hardBreak'),
  })),
  list(3),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote' as const, content })),
) as fc.Arbitrary<Block>;

/** Texts as an editor leaves them; two lists never follow each other, for nobody would see where one ends. */
export const richTexts: fc.Arbitrary<RichText> = fc.array(block, { minLength: 0, maxLength: 6 }).map((content) => ({
  type: 'doc',
  content: content.filter((one, index) => !(one.type.endsWith('List') && content[index - 1]?.type.endsWith('List'))),
}));
