import { describe, expect, it } from 'vitest';
import { isSafeHref, RICH_TEXT_MAX_CHARACTERS } from './rich-text-limits.ts';
import { isEmptyRichText, plainTextOf, RichText } from './rich-text.ts';

const p = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const t = (text: string, ...marks: readonly unknown[]) => (marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks });
const doc = (...content: readonly unknown[]) => ({ type: 'doc', content });
const item = (...content: readonly unknown[]) => ({ type: 'listItem', content });
const bullets = (...content: readonly unknown[]) => ({ type: 'bulletList', content });
const linkTo = (href: string) => ({ type: 'link', attrs: { href } });

describe('a link', () => {
  it.each([
    ['https://fr.wikipedia.org/wiki/Racine_carr%C3%A9e#Histoire', true],
    ['https://éducation.example/cours?classe=3A', true],
    ['mailto:cdi@college.example', true],
    ['http://a.example', false],
    ['javascript:alert(1)', false],
    ['JAVASCRIPT:alert(1)', false],
    ['java\nscript:alert(1)', false],
    [' https://a.example', false],
    ['https://a.example/a b', false],
    ['data:text/html,<script>alert(1)</script>', false],
    ['vbscript:x', false],
    ['file:///etc/passwd', false],
    ['blob:https://a.example/x', false],
    ['//a.example', false],
    ['/cahier', false],
    ['https:a.example', false],
    ['https:///a.example', false],
    ['https://college.example@pirate.example/', false],
    ['https://a.example/"onclick="x', false],
    ['https://a.example\\@pirate.example', false],
    ['mailto:', false],
    ['mailto:a@b?subject=x&body=y', false],
    [`https://a.example/${'x'.repeat(2000)}`, false],
    ['', false],
  ])('%j: %s', (href, expected) => {
    expect(isSafeHref(href)).toBe(expected);
  });
});

describe('a text', () => {
  it.each([
    ['of raw HTML', doc({ type: 'html', content: '<b>x</b>' })],
    ['with an image', doc({ type: 'image', attrs: { src: 'https://a.example/x.png' } })],
    ['with an unknown attribute', doc({ type: 'paragraph', attrs: { style: 'color:red' }, content: [] })],
    ['with a main title', doc({ type: 'heading', attrs: { level: 1 }, content: [t('x')] })],
    ['with an unknown mark', doc(p(t('x', { type: 'textStyle' })))],
    ['with a script link', doc(p(t('x', linkTo('javascript:alert(1)'))))],
    ['with a link that opens a window', doc(p(t('x', { type: 'link', attrs: { href: 'https://a.example', target: '_blank' } })))],
    ['with twice the same mark', doc(p(t('x', { type: 'bold' }, { type: 'bold' })))],
    ['with formatted code', doc(p(t('x', { type: 'bold' }, { type: 'code' })))],
    ['with an empty piece', doc(p(t('')))],
    ['with a control character', doc(p(t('a\u0000b')))],
    ['with a line end inside a piece', doc(p(t('a\nb')))],
    ['with half a character', doc(p(t('a\uD83D')))],
    ['with a formula that would not end', doc(p({ type: 'formula', attrs: { latex: 'x\\' } }))],
    ['with a formula of formulas', doc(p({ type: 'formula', attrs: { latex: 'x$ y $' } }))],
    ['with an item without its paragraph', doc(bullets(item(bullets(item(p(t('x')))))))],
    ['with a paragraph after a list of an item', doc(bullets(item(p(t('x')), bullets(item(p(t('y')))), p(t('z')))))],
    ['with a list at a fourth level', doc(bullets(item(p(), bullets(item(p(), bullets(item(p(), bullets(item(p())))))))))],
    ['that is too long', doc(p(t('x'.repeat(RICH_TEXT_MAX_CHARACTERS))), p(t('x')))],
    ['that is too heavy', doc(...Array.from({ length: 399 }, () => p(...Array.from({ length: 20 }, () => ({ type: 'hardBreak' })))))],
    ['that is a text', 'Bonjour'],
    ['that is nothing', null],
  ])('%s is refused', (_, value) => {
    expect(RichText.safeParse(value).success).toBe(false);
  });

  it('is refused, not followed, however deep it is', () => {
    let deep: unknown = p(t('x'));
    for (let depth = 0; depth < 50_000; depth += 1) deep = bullets(item(p(), deep));
    expect(RichText.safeParse(doc(deep)).success).toBe(false);
  });

  it('says its words without its form', () => {
    const text = RichText.parse(
      doc(
        { type: 'heading', attrs: { level: 2 }, content: [t('Thalès')] },
        p(t('Si '), { type: 'formula', attrs: { latex: 'AB' } }, { type: 'hardBreak' }, t('alors', { type: 'bold' })),
        { type: 'orderedList', content: [item(p(t('lire')), bullets(item(p(t('p. 12')))))] },
        { type: 'blockquote', content: [p(t('cité'))] },
      ),
    );
    expect(plainTextOf(text)).toBe('Thalès\nSi AB\nalors\n1. lire\n  – p. 12\ncité');
  });

  it.each([
    [doc(), true],
    [doc({ type: 'paragraph' }), true],
    [doc(p(t(' '), { type: 'hardBreak' })), true],
    [doc(bullets(item(p()))), true],
    [doc(p(t('0'))), false],
    [doc(p({ type: 'formula', attrs: { latex: 'x' } })), false],
  ])('%j shows nothing: %s', (value, expected) => {
    expect(isEmptyRichText(RichText.parse(value))).toBe(expected);
  });
});
