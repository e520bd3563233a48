import { plainTextOf, type RichText } from '@preau/shared/kernel/rich-text.ts';
import { SECTION_NAMES, type Written } from '@preau/shared/notebook/schema.ts';
import { interval, longDate, moment } from '@/lib/dates.ts';
import type { YearOfNotebook } from './gather-year.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? '');

const TITLES = { content: 'Contenu', before: 'Avant la séance', during: 'Pendant la séance', after: 'Après la séance' } as const;

const paragraphs = (text: RichText): string => `<p>${escaped(plainTextOf(text)).replaceAll('\n', '<br>')}</p>`;

const writtenPart = (written: Written): string =>
  [
    written.title === '' ? '' : `<p><strong>${escaped(written.title)}</strong></p>`,
    ...SECTION_NAMES.map((name) => {
      const text = written.sections[name];
      return text === undefined ? '' : `<h4>${TITLES[name]}</h4>${paragraphs(text)}`;
    }),
    written.files.length === 0 ? '' : `<p>Documents : ${written.files.map(({ name }) => escaped(name)).join(', ')}</p>`,
    ...written.links.map(({ href, label }) => `<p>${escaped(label)} ${escaped(href)}</p>`),
  ].join('');

const recordPart = (record: YearOfNotebook['records'][number]): string => {
  const hours = record.start === undefined || record.end === undefined ? '' : `, ${interval(record.start, record.end)}`;
  const audience = (record.groups.length > 0 ? record.groups : record.classes).map(({ name }) => name).join(', ');
  const visa = record.backstage?.visa;
  return [
    `<article><h3>${escaped(longDate(record.date))}${hours} · ${escaped(audience)} · ${escaped(record.subject)}</h3>`,
    `<p>${escaped(record.teachers.join(', '))}${record.publishedAt === undefined ? ' · brouillon' : ''}</p>`,
    writtenPart(record),
    ...record.addenda.map((addendum) => `<h4>Complément de ${escaped(addendum.byName)}</h4>${paragraphs(addendum.text)}`),
    visa === undefined ? '' : `<p>Visa de ${escaped(visa.by.name)}, ${moment(visa.at)}</p>`,
    '</article>',
  ].join('');
};

/** A year of a notebook as one file that any browser opens, without a script nor a link to anywhere. */
export const pageOfYear = (year: number, { records, notes, sequences }: YearOfNotebook): string =>
  [
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Cahier de textes ${year}-${year + 1}</title>`,
    '<style>body{font-family:sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;line-height:1.5}article{border-top:1px solid #999;padding:1rem 0}</style>',
    `</head><body><h1>Cahier de textes ${year}-${year + 1}</h1><h2>Séances</h2>`,
    ...records.map(recordPart),
    notes.length === 0 ? '' : '<h2>Notes de préparation</h2>',
    ...notes.map((note) => `<article><h3>${escaped(longDate(note.date))}</h3>${paragraphs(note.text)}</article>`),
    sequences.length === 0 ? '' : '<h2>Séquences</h2>',
    ...sequences.map((sequence) => `<article><h3>${escaped(sequence.title)}</h3>${sequence.steps.map(writtenPart).join('<hr>')}</article>`),
    '</body></html>',
  ].join('\n');
