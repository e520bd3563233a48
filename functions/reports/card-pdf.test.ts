import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import type { NodeCompiler as Compiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect, it } from 'vitest';
import { aCard, aCardSubject, personId } from '@preau/shared/reports/cards.testing.ts';
import { cardViewOf } from '@preau/shared/reports/card-view.ts';
import { CardModel, type Card } from '@preau/shared/reports/schema.ts';
import type { SealedCard } from '@preau/shared/reports/sealed.ts';
import { cardPdf } from './card-pdf.ts';
import { CARD_TEMPLATE } from './card-template.ts';

const sealed = (over: Partial<Card> = {}): SealedCard => ({
  card: aCard(over),
  version: 1,
  code: 'ABCDEFGHJKMN',
  sealedAt: '2026-12-02T08:00:00.000Z',
});

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** All that the file says, its compressed parts included. */
const insideOf = (bytes: Uint8Array): string => {
  const raw = latin(bytes);
  const parts = [...raw.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    try {
      return [latin(inflateSync(Buffer.from(bytes).subarray(index + mark.length)))];
    } catch {
      return [];
    }
  });
  return [raw, ...parts].join('\n');
};

it('is an accessible document: PDF/UA-1, tagged, with its language, its title and headers of tables', () => {
  const pdf = insideOf(cardPdf(sealed()));
  expect(pdf).toMatch(/pdfuaid/);
  expect(pdf).toMatch(/\/Lang\s*\(fr/);
  expect(pdf).toMatch(/\/MarkInfo/);
  expect(pdf).toMatch(/\/DisplayDocTitle true/);
  expect(Buffer.from(pdf, 'latin1').toString('utf8')).toMatch(/<rdf:li xml:lang="x-default">Bilan périodique · 1er trimestre</);
  expect(pdf).toMatch(/\/S\s*\/TH/);
  expect(pdf).toMatch(/\/Scope\s*\/Column/);
});

it('holds our own fonts and no other', () => {
  const names = [...insideOf(cardPdf(sealed({ synthesis: 'علي' }))).matchAll(/\/FontName\s*\/[A-Z]{6}\+([A-Za-z]+)/g)].map(
    ([, name]) => name,
  );
  expect(new Set(names)).toEqual(new Set(['AtkinsonHyperlegibleNext', 'NotoSansArabic']));
});

it('is the same bytes each time it is made', () => {
  expect(Buffer.from(cardPdf(sealed())).equals(Buffer.from(cardPdf(sealed())))).toBe(true);
});

const { NodeCompiler }: { readonly NodeCompiler: typeof Compiler } = createRequire(import.meta.url)(
  '@myriaddreamin/typst-ts-node-compiler',
);

/** The words of the paper, in their order. */
const wordsOf = (one: SealedCard): string => {
  const svg = NodeCompiler.create({}).svg({
    mainFileContent: CARD_TEMPLATE.replace('fallback: false', 'fallback: true'),
    inputs: { card: JSON.stringify(cardViewOf(one)) },
  });
  return [...svg.matchAll(/<h5:div[^>]*>([^<]*)</g)].map(([, said]) => said).join('');
};

it('keeps markup literal: what a teacher writes is never read', () => {
  const remark = '#panic("x") $ = *inj* #read("/etc/passwd") @ref \\';
  const one = sealed({ subjects: [aCardSubject({ remark })] });
  expect(latin(cardPdf(one)).startsWith('%PDF')).toBe(true);
  expect(wordsOf(one)).toContain(remark);
});

it.each([`D’Arc "Jo" <b>`, 'علي بن يوسف', 'Ольга', '李小龙', '😀 Zoé', '\u0000\uD800x', 'x'.repeat(400)])(
  'makes the card of %s',
  (lastName) => {
    const pupil = { pupilId: personId('ines'), firstName: 'Inès', lastName };
    expect(latin(cardPdf(sealed({ pupil }))).startsWith('%PDF')).toBe(true);
  },
);

it.each(CardModel.options)('makes the model %s, a card without marks included', (model) => {
  const { average: _average, remark: _remark, ...none } = aCardSubject();
  expect(latin(cardPdf(sealed({ model, subjects: [none] }))).startsWith('%PDF')).toBe(true);
  expect(latin(cardPdf(sealed({ model, subjects: [] }))).startsWith('%PDF')).toBe(true);
});

it('keeps the memory of a worker flat, however many papers it makes', () => {
  const make = (count: number): number => {
    for (let index = 0; index < count; index += 1) cardPdf(sealed({ synthesis: `Élève ${count} ${index}` }));
    return process.memoryUsage().rss;
  };
  const before = make(20);
  expect((make(60) - before) / 1_000_000).toBeLessThan(60);
});
