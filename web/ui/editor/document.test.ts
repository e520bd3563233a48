import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { toMarkdown } from '@preau/shared/kernel/markdown-print.ts';
import { plainTextOf, RichText } from '@preau/shared/kernel/rich-text.ts';
import { documentOf, type EditorNode } from './document.ts';

const marks = fc.subarray([
  { type: 'bold' },
  { type: 'italic' },
  { type: 'underline' },
  { type: 'strike' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://a.example/', target: '_blank', rel: 'noopener', class: null } },
  { type: 'link', attrs: { href: 'javascript:alert(1)' } },
]);
const text: fc.Arbitrary<EditorNode> = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', ' ', '*', '\n', '\u0000', '\uD800', '<'), minLength: 1, maxLength: 6 }), marks)
  .map(([value, of]) => ({ type: 'text', text: value, marks: of }));
const inline = fc.oneof(
  text,
  fc.constant<EditorNode>({ type: 'hardBreak', marks: [{ type: 'bold' }] }),
  fc.constant<EditorNode>({ type: 'formula', attrs: { latex: 'x' } }),
  fc.constant<EditorNode>({ type: 'image', attrs: { src: 'x' } }),
);
const TYPES = ['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'codeBlock', 'table'];
const node: fc.Arbitrary<EditorNode> = fc.letrec<{ node: EditorNode }>((tie) => ({
  node: fc.record({
    type: fc.constantFrom(...TYPES),
    attrs: fc.constantFrom(undefined, { level: 3 }, { level: 1, style: 'x' }, { start: 4, type: null }),
    content: fc.oneof({ depthSize: 'small' }, fc.array(inline, { maxLength: 3 }), fc.array(tie('node'), { maxLength: 3 })),
  }),
})).node;

const wordsOf = (of: EditorNode): string => (of.text ?? '') + (of.content ?? []).map(wordsOf).join('');

describe('what the editor holds', () => {
  it('is always a text that is accepted, and that Markdown writes', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (content) => {
        const doc = documentOf({ type: 'doc', content });
        expect(RichText.safeParse(doc).error).toBeUndefined();
        expect(RichText.safeParse(fromMarkdown(toMarkdown(doc))).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (content) => {
        const lettersOf = (value: string): number => value.replaceAll(/[^a<*]/gu, '').length;
        expect(lettersOf(plainTextOf(documentOf({ content })))).toBe(lettersOf(wordsOf({ content })));
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('brings up what is nested too deep', () => {
    const item = (...content: EditorNode[]): EditorNode => ({ type: 'listItem', content });
    const p = (words: string): EditorNode => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
    const list = (...content: EditorNode[]): EditorNode => ({ type: 'bulletList', content });
    const deep = list(item(p('1'), list(item(p('2'), list(item(p('3'), list(item(p('4')))), item(p('5')))))));
    expect(toMarkdown(documentOf({ content: [deep] }))).toBe('- 1\n  - 2\n    - 3\n    - 4\n    - 5');
  });
});
