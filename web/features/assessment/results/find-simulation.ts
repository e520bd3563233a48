import type { ParsedUrlQuery } from 'node:querystring';
import { bacOf } from '@preau/shared/assessment/simulation-bac.ts';
import { DNB, dnbYear } from '@preau/shared/assessment/simulation-dnb.ts';
import { meanOf } from '@preau/shared/assessment/average.ts';
import { readMark, type Typed } from '@preau/shared/assessment/marks-text.ts';
import { ofDecimal, ofFraction, type Rational } from '@preau/shared/assessment/rational.ts';
import { decimalText } from '@preau/shared/assessment/rounding.ts';
import { mocksOf, valuesOfMocks, type Exam, type MockMark, type SimulatedValues } from '@preau/shared/assessment/simulation.ts';
import { longDate } from '@/lib/dates.ts';
import type { Ask } from '@/lib/ask.ts';
import { oneOf } from '@/lib/search.ts';
import type { Sent } from '@/lib/sent.ts';
import { findAbout, readResultsOf, type Found, type Results } from './find-results.ts';

export const EXAMS = ['brevet', 'bac-general', 'bac-technologique'] as const;
export type ExamName = (typeof EXAMS)[number];

export const examOf = (name: ExamName): Exam => {
  if (name === 'brevet') return DNB;
  return bacOf(name === 'bac-general' ? 'general' : 'technological');
};

/** The exam that an address asks for; otherwise the one at the end of the pupil's classes, by the name of his own. */
const examIn = (query: ParsedUrlQuery, className: string | undefined): ExamName =>
  oneOf(query['examen'], EXAMS) ?? (className === undefined || /^[3-6]/u.test(className) ? 'brevet' : 'bac-general');

/** One part of an exam as it stands in the form: what was typed, or what is known already. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly coefficient: string;
  readonly text: string;
  readonly fault?: string;
}

const annualOf = (year: readonly Results[], serviceId: string): Rational | undefined =>
  meanOf(
    year.map(({ subjects }) => {
      const average = subjects.find((subject) => subject.serviceId === serviceId)?.average;
      return average && ofFraction(average.exact);
    }),
  );

/** The marks of mock exams that the reader may see. */
const mocksIn = (year: readonly Results[]): readonly MockMark[] =>
  year.flatMap(({ subjects }) =>
    subjects.flatMap(({ subject, marks }) =>
      marks.flatMap(({ terms: { mock, date, scale }, given }) =>
        mock && given !== undefined && 'mark' in given ? [{ subject, date, mark: given.mark, scale }] : [],
      ),
    ),
  );

/** Where the value of each component comes from, when a mock exam gives it: « Épreuve blanche du 10 mars 2027 ». */
export const originsOf = (exam: Exam, year: readonly Results[]): Readonly<Partial<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(mocksOf(exam, mocksIn(year))).map(([key, found = []]) => [
      key,
      `D’après ${found.length > 1 ? 'les épreuves blanches' : 'l’épreuve blanche'} du ${[...new Set(found.map(({ date }) => longDate(date)))].join(', ')}`,
    ]),
  );

/** What is known of an exam: mock exams, and for the brevet the averages of the year. */
export const knownOf = (exam: Exam, year: readonly Results[]): SimulatedValues => {
  const services = [...new Set(year.flatMap(({ subjects }) => subjects.map(({ serviceId }) => serviceId)))];
  const ofYear = dnbYear(services.map((serviceId) => ({ average: annualOf(year, serviceId), isOptional: false })));
  // The brevet counts the year of 3e: that of another class would say nothing of it.
  const isThird = year[0]?.pupil.className?.startsWith('3') === true;
  return { ...valuesOfMocks(exam, mocksIn(year)), ...(exam === DNB && isThird && ofYear !== undefined ? { year: ofYear } : {}) };
};

const PLAIN_NUMBER = /^\s*[-−–]?\d+(?:[.,]\d+)?\s*$/u;

/** Codes and scales belong to teachers: here a mark is a number out of twenty. */
const faultOf = (text: string, read: Typed): string | undefined => {
  if (read.kind === 'empty' || (read.kind === 'given' && 'mark' in read.given)) return undefined;
  return read.kind === 'fault' && PLAIN_NUMBER.test(text) ? read.message : 'Écrivez une note sur 20, par exemple 12,5.';
};

/** The form's parts, and the exact values that are known: what was typed stays. */
export const partsOf = (
  exam: Exam,
  known: SimulatedValues,
  answers: Readonly<Record<string, string>>,
): { readonly parts: readonly Part[]; readonly values: SimulatedValues } => {
  const values: Record<string, Rational> = {};
  const parts = exam.components.map(({ key, label, coefficient }): Part => {
    const typed = answers[key];
    const given = known[key];
    const shown = given === undefined ? '' : decimalText(given).replace('…', '');
    if (typed === undefined || typed === shown) {
      if (given !== undefined) values[key] = given;
      return { key, label, coefficient, text: shown };
    }
    const read = readMark(typed, '20');
    if (read.kind === 'given' && 'mark' in read.given) values[key] = ofDecimal(read.given.mark);
    const fault = faultOf(typed, read);
    return { key, label, coefficient, text: typed.slice(0, 12), ...(fault === undefined ? {} : { fault }) };
  });
  return { parts, values };
};

export interface Simulated {
  readonly name: ExamName;
  readonly year: readonly Results[];
}

/** All the periods of the year that the reader may see, for an exam that rests on them. */
export const findSimulation = (sent: Sent, ask: Ask, query: ParsedUrlQuery): Promise<Found<Simulated> | { readonly leadTo: string }> =>
  findAbout({ sent, ask, query }, async (pupilId) => {
    const present = await readResultsOf(pupilId, {}, ask);
    if ('refusal' in present) return present;
    const { period, periods, pupil } = present.shown;
    const others = await Promise.all(
      periods.filter(({ key }) => key !== period).map(({ key }) => readResultsOf(pupilId, { period: key }, ask)),
    );
    const year = [present.shown, ...others.flatMap((one) => ('shown' in one ? [one.shown] : []))];
    return { shown: { name: examIn(query, pupil.className), year } };
  });
