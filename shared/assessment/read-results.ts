import type { Instant } from '../kernel/school-time.ts';
import { averageView, figuresView, lineOf, shownFigures, type Figures } from './figures.ts';
import { averageOfService } from './average.ts';
import { averageOfSubjects } from './general.ts';
import type { MarksSettings } from './marks-settings.ts';
import type { GeneralAverage, SeenMark, SubjectResults, Weight } from './marks-views.ts';
import type { Rational } from './rational.ts';
import type { ResultMark, SubjectResult, TimedFigures } from './results.ts';
import type { RoundingMode } from './rounding.ts';
import type { CellValue, EvaluationTerms } from './schema.ts';
import { cellAt, correctedAt, termsAt, type Audience } from './seen.ts';

/** Who reads: a family by its own instants; staff all that is published, whenever families see it. */
export type Reader = Audience | 'staff';

interface Reading {
  readonly reader: Reader;
  readonly now: Instant;
  readonly settings: Pick<MarksSettings, 'rounding' | 'generalFrom' | 'classFigures'>;
  /** Until when this reader has read already; absent: never. */
  readonly seenUntil?: Instant | undefined;
  /** True for a pupil who is to know when his guardians will read in their turn. */
  readonly tellsGuardians?: boolean | undefined;
}

/** Instants written to the same precision are in the order of their texts. */
const isBy = (instant: Instant, now: Instant): boolean =>
  instant.length === now.length ? instant <= now : Date.parse(instant) <= Date.parse(now);

const openingOf = ({ pupilFrom, guardianFrom }: ResultMark, reader: Reader): Instant => (reader === 'guardians' ? guardianFrom : pupilFrom);

interface Read {
  readonly mark: ResultMark;
  readonly terms: EvaluationTerms;
  readonly value: CellValue;
}

const isEmpty = ({ given, levels, comment }: CellValue): boolean => given === undefined && levels === undefined && comment === undefined;

/** Of a subject, what a reader may see at this instant. */
export const marksRead = ({ marks }: Pick<SubjectResult, 'marks'>, { reader, now }: Pick<Reading, 'reader' | 'now'>): readonly Read[] =>
  marks.flatMap((mark) => {
    if (reader === 'staff') return isEmpty(mark.value) ? [] : [{ mark, terms: mark.terms, value: mark.value }];
    if (!isBy(openingOf(mark, reader), now)) return [];
    const value = cellAt({ ...mark.value, changed: mark.changed }, now);
    return isEmpty(value) ? [] : [{ mark, terms: termsAt(mark, now), value }];
  });

/** Of the class, what holds at this instant and the school lets families see. */
const figuresHeld = <View>(
  all: readonly TimedFigures[],
  { reader, now, settings }: Reading,
  view: (figures: Figures, mode: RoundingMode) => View,
): { readonly figures?: View } => {
  const held = reader === 'staff' ? all.at(-1) : all.findLast(({ from }) => isBy(from, now));
  return held?.figures === undefined || !settings.classFigures ? {} : { figures: view(held.figures, settings.rounding) };
};

const seenMark = ({ mark, terms, value }: Read, reading: Reading): SeenMark => {
  const { reader, now, seenUntil, tellsGuardians } = reading;
  const opening = openingOf(mark, reader);
  const corrected = reader === 'staff' ? undefined : correctedAt({ ...mark.value, changed: mark.changed }, opening, now);
  const { skillIds: _skills, ...shown } = terms;
  return {
    evaluationId: mark.evaluationId,
    terms: shown,
    ...value,
    seenFrom: opening,
    ...(tellsGuardians === true && !isBy(mark.guardianFrom, now) ? { guardiansFrom: mark.guardianFrom } : {}),
    ...(corrected === undefined ? {} : { correctedAt: corrected }),
    isNew: reader !== 'staff' && (seenUntil === undefined || !isBy(corrected ?? opening, seenUntil)),
    ...figuresHeld(mark.figures, reading, shownFigures),
  };
};

export interface ReadSubject {
  readonly view: SubjectResults;
  readonly average: Rational | undefined;
}

/** One subject as a reader may see it: what is not visible yet counts in nothing. */
export const readSubject = (result: SubjectResult, reading: Reading): ReadSubject => {
  const { settings } = reading;
  const read = marksRead(result, reading);
  const marks = read.map(({ mark, terms, value }) => ({ evaluationId: mark.evaluationId, terms, value }));
  const { average, parts } = averageOfService(marks.map(lineOf), result.subSubjects);
  const view: SubjectResults = {
    serviceId: result.serviceId,
    subject: result.subject,
    teachers: [...result.teachers],
    weight: result.weight,
    subSubjects: result.subSubjects.map((one) => {
      const own = parts.find(({ part }) => part?.subSubjectId === one.subSubjectId)?.weighing.average;
      return { ...one, ...(own === undefined ? {} : { average: averageView(own, settings.rounding) }) };
    }),
    ...(average === undefined ? {} : { average: averageView(average, settings.rounding) }),
    ...figuresHeld(reading.reader === 'guardians' ? result.figures.guardians : result.figures.pupils, reading, figuresView),
    marks: read
      .map((one) => seenMark(one, reading))
      .toSorted((a, b) => b.terms.date.localeCompare(a.terms.date) || b.evaluationId.localeCompare(a.evaluationId)),
  };
  return { view, average };
};

interface NewMarks {
  readonly audience: Audience;
  readonly after: Instant;
  readonly until: Instant;
  /** Until when this reader has read already; absent: never. */
  readonly readUntil?: Instant | undefined;
}

/** How many marks of a subject came into a reader's sight between two instants, and were not read since. */
export const countNewMarks = (result: SubjectResult, { audience, after, until, readUntil }: NewMarks): number =>
  marksRead(result, { reader: audience, now: until }).filter(({ mark }) => {
    const opening = openingOf(mark, audience);
    return !isBy(opening, after) && (readUntil === undefined || !isBy(opening, readUntil));
  }).length;

interface WeighedSubject {
  readonly serviceId: string;
  readonly subject: string;
  readonly weight: Weight;
  readonly average: Rational | undefined;
}

/** The general average over some subjects; withheld while the coefficients of one that counts are in conflict. */
export const generalOf = (
  subjects: readonly WeighedSubject[],
  settings: Pick<MarksSettings, 'rounding' | 'generalFrom'>,
): GeneralAverage => {
  const lines = subjects.map(({ serviceId, subject, weight, average }) => ({ key: serviceId, label: subject, weight, average }));
  const { average, conflicts } = averageOfSubjects(lines, settings);
  if (conflicts.length > 0) return { kind: 'withheld', subjects: conflicts.map(({ label }) => label) };
  return average === undefined ? { kind: 'notMarked' } : { kind: 'known', average: averageView(average, settings.rounding) };
};
