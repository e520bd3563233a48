import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMarkdown } from './markdown.ts';
import { toMarkdown } from './markdown-print.ts';
import { plainTextOf, RichText } from './rich-text.ts';
import { richTexts } from './rich-text.testing.ts';

const p = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const t = (text: string, ...marks: readonly unknown[]) => (marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks });
const bold = { type: 'bold' };
const italic = { type: 'italic' };
const link = (href: string) => ({ type: 'link', attrs: { href } });
const formula = (latex: string) => ({ type: 'formula', attrs: { latex } });
const br = { type: 'hardBreak' };

describe('Markdown typed in a plain field', () => {
  it.each([
    ['', []],
    ['Bonjour', [p(t('Bonjour'))]],
    ['un\ndeux', [p(t('un'), br, t('deux'))]],
    ['un\r\n\r\n  deux', [p(t('un')), p(t('deux'))]],
    ['**gras** et *penché*', [p(t('gras', bold), t(' et '), t('penché', italic))]],
    ['***les deux***', [p(t('les deux', bold, italic))]],
    ['__souligné__', [p(t('souligné', { type: 'underline' }))]],
    ['2 * 3 * 4', [p(t('2 * 3 * 4'))]],
    ['un * seul', [p(t('un * seul'))]],
    ['**jamais fermé', [p(t('**jamais fermé'))]],
    ['coûte 5 $ ou 10 $', [p(t('coûte 5 $ ou 10 $'))]],
    ['soit $x^2$ donc', [p(t('soit '), formula('x^2'), t(' donc'))]],
    ['$$\\frac{1}{2}$$', [p(formula('\\frac{1}{2}'))]],
    ['`a*b`', [p(t('a*b', { type: 'code' }))]],
    ['voir [le site](https://a.example/x).', [p(t('voir '), t('le site', link('https://a.example/x')), t('.'))]],
    ['voir https://a.example/x, puis', [p(t('voir '), t('https://a.example/x', link('https://a.example/x')), t(', puis'))]],
    ['[un `mot](https://a.example)`', [p(t('[un '), t('mot](https://a.example)', { type: 'code' }))]],
    ['[clic](javascript:alert(1))', [p(t('[clic](javascript:alert(1))'))]],
    ['[clic](http://a.example)', [p(t('[clic](http://a.example)'))]],
    ['[clic](https://le-college.fr@pirate.example/)', [p(t('[clic]('), t('https://le-college.fr@pirate.example/'), t(')'))]],
    ['<script>alert(1)</script>', [p(t('<script>alert(1)</script>'))]],
    ['\\*pas penché\\*', [p(t('*pas penché*'))]],
    ['## Titre', [{ type: 'heading', attrs: { level: 2 }, content: [t('Titre')] }]],
    ['### Sous-titre', [{ type: 'heading', attrs: { level: 3 }, content: [t('Sous-titre')] }]],
    ['#sansespace', [p(t('#sansespace'))]],
    ['> cité\n> encore', [{ type: 'blockquote', content: [p(t('cité'), br, t('encore'))] }]],
    ['1986. Une année', [p(t('1986. Une année'))]],
  ])('%j', (markdown, content) => {
    const read = fromMarkdown(markdown);
    expect(plainTextOf(read)).toBe(plainTextOf({ type: 'doc', content } as RichText));
    expect(RichText.parse(read).content.map((one) => one.type)).toEqual(content.map((one) => one.type));
    if (!markdown.includes('pirate')) expect(read).toEqual({ type: 'doc', content });
  });

  it('reads lists, one in the other, whatever the indent and the empty lines', () => {
    const item = (text: string, ...under: readonly unknown[]) => ({ type: 'listItem', content: [p(t(text)), ...under] });
    const bullets = (...content: readonly unknown[]) => ({ type: 'bulletList', content });
    const numbers = (...content: readonly unknown[]) => ({ type: 'orderedList', content });
    expect(fromMarkdown('- a\n    - b\n    - c\n\n- d\n1. e\n   1. f\n2. g').content).toEqual([
      bullets(item('a', bullets(item('b'), item('c'))), item('d')),
      numbers(item('e', numbers(item('f'))), item('g')),
    ]);
    const deep = fromMarkdown('- a\n - b\n  - c\n   - d\n    - e');
    expect(RichText.safeParse(deep).success).toBe(true);
    expect(
      plainTextOf(deep)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['– a', '– b', '– c', '– d', '– e']);
  });

  it('gives back, once printed, the very same text', () => {
    fc.assert(
      fc.property(richTexts, (doc) => {
        expect(RichText.safeParse(doc).success).toBe(true);
        expect(fromMarkdown(toMarkdown(doc))).toEqual(doc);
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('never fails, and never gives what the schema refuses', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            ' ',
            '\n',
            '*',
            '_',
            '`',
            '$',
            '[',
            ']',
            '(',
            ')',
            '\\',
            '-',
            '#',
            '>',
            '1',
            '.',
            'https://',
            'mailto:a@b',
            '\u0000',
            '\u2028',
            '\uD800',
          ),
          maxLength: 60,
        }),
        (markdown) => {
          expect(RichText.safeParse(fromMarkdown(markdown)).error).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  }, 30_000);

  it.each(['*', '**', '[', '[a', '`', '$', '$a ', '\\', '> ', '- ', 'https://', '](', '`a'])(
    'reads ten thousand %j in less than a second',
    (sign) => {
      const from = performance.now();
      fromMarkdown(sign.repeat(10_000));
      expect(performance.now() - from).toBeLessThan(1000);
    },
  );
});
