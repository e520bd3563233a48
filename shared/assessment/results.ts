import type { ClassId, EvaluationId, PersonId, ServiceId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/school-time.ts';
import { SMALLEST_SHOWN_CLASS } from './class-figures.ts';
import { amountOf, averageOf, figuresOf, type Figures } from './figures.ts';
import type { Weight } from './marks-views.ts';
import type { PeriodKey } from './periods.ts';
import type { Rational } from './rational.ts';
import type { KnownAttendee } from './roster.ts';
import type { CellValue, Evaluation, EvaluationTerms, Service, SubSubject } from './schema.ts';
import { cellAt, isSeenBy, openingFor, termsAt, valueOf, type Audience, type Held } from './seen.ts';
import { instantsFrom, type SeenAverages, type TimedAverages } from './timed-averages.ts';

/** Figures from an instant on, until the next ones; absent below five pupils. */
export interface TimedFigures {
  readonly from: Instant;
  readonly figures?: Figures | undefined;
}

/** A published evaluation and what one pupil got, with all that decides what is read of it at an instant. */
export interface ResultMark {
  readonly evaluationId: EvaluationId;
  readonly terms: EvaluationTerms;
  readonly termsChanged: readonly Held<EvaluationTerms>[];
  readonly pupilFrom: Instant;
  readonly guardianFrom: Instant;
  readonly value: CellValue;
  readonly changed: readonly Held<CellValue>[];
  readonly figures: readonly TimedFigures[];
}

/** All that is to be read, computed and explained of one pupil in one service and period. */
export interface SubjectResult {
  readonly pupilId: PersonId;
  readonly serviceId: ServiceId;
  readonly period: PeriodKey;
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly weight: Weight;
  readonly subSubjects: readonly SubSubject[];
  readonly marks: readonly ResultMark[];
  readonly figures: Readonly<Record<Audience, readonly TimedFigures[]>>;
}

/** The averages of a class in one service and period, over all that is published, whenever families see it. */
export interface ClassAverages {
  readonly classId: ClassId;
  readonly serviceId: ServiceId;
  readonly period: PeriodKey;
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly weight: Weight;
  readonly averages: ReadonlyMap<PersonId, Rational>;
}

interface Source {
  readonly service: Service;
  readonly period: PeriodKey;
  readonly columns: readonly Evaluation[];
  readonly attendees: readonly KnownAttendee[];
  readonly weightFor: (classId: ClassId | undefined) => Weight;
  readonly now: Instant;
}

const AUDIENCES: readonly Audience[] = ['pupils', 'guardians'];

const isPublished = ({ publication, withdrawn }: Evaluation): boolean => publication !== undefined && withdrawn === undefined;

const isEmpty = ({ given, levels, comment }: CellValue): boolean => given === undefined && levels === undefined && comment === undefined;

const pupilsOf = (columns: readonly Evaluation[], attendees: readonly KnownAttendee[]): readonly PersonId[] => {
  const marked = new Set(columns.flatMap(({ cells }) => Object.keys(cells)));
  return attendees.map(({ pupilId }) => pupilId).filter((pupilId) => marked.has(pupilId));
};

/** What an audience reads of a pupil's column at an instant. */
const markedAt = (evaluation: Evaluation, pupilId: PersonId, now: Instant) => {
  const cell = evaluation.cells[pupilId];
  return { evaluationId: evaluation.evaluationId, terms: termsAt(evaluation, now), value: cell === undefined ? {} : cellAt(cell, now) };
};

const corrections = ({ cells, termsChanged }: Evaluation): readonly Instant[] =>
  [...Object.values(cells).flatMap(({ changed }) => changed), ...termsChanged].map(({ visibleFrom }) => visibleFrom);

const timed = (instants: readonly Instant[], figuresAt: (instant: Instant) => Figures | undefined): readonly TimedFigures[] =>
  instants.map((from) => ({ from, figures: figuresAt(from) }));

/** Of one evaluation, over all who have a mark in it, by the corrections of each instant. */
const figuresOfColumn = (evaluation: Evaluation, pupilIds: readonly PersonId[], now: Instant): readonly TimedFigures[] => {
  const opening = openingFor(evaluation, 'pupils');
  if (opening === undefined) return [];
  return timed(instantsFrom([opening, ...corrections(evaluation)], now), (instant) =>
    figuresOf(
      pupilIds.map((pupilId) => amountOf(markedAt(evaluation, pupilId, instant).value.given)),
      SMALLEST_SHOWN_CLASS,
    ),
  );
};

/** The pupils' averages, over what an audience sees at each instant. */
const averagesSeen = ({ service, columns, now }: Source, pupilIds: readonly PersonId[], audience: Audience): readonly TimedAverages[] => {
  const opening = columns.flatMap((evaluation) => openingFor(evaluation, audience) ?? []);
  const instants = [...opening, ...columns.flatMap((evaluation) => (isPublished(evaluation) ? corrections(evaluation) : []))];
  return instantsFrom(instants, now).map((from) => {
    const seen = columns.filter((evaluation) => isSeenBy(evaluation, audience, from));
    const averages = pupilIds.flatMap((pupilId) => {
      const average = averageOf(
        seen.map((evaluation) => markedAt(evaluation, pupilId, from)),
        service.settings.subSubjects,
      );
      return average === undefined ? [] : [[pupilId, average] as const];
    });
    return { from, averages: new Map(averages) };
  });
};

const figuresOfService = (source: Source, pupilIds: readonly PersonId[], audience: Audience): readonly TimedFigures[] =>
  averagesSeen(source, pupilIds, audience).map(({ from, averages }) => ({
    from,
    figures: figuresOf([...averages.values()], SMALLEST_SHOWN_CLASS),
  }));

/** What each pupil of a service has to read: made again from what is stored, the same whatever the order of events. */
export const resultsOf = (source: Source): readonly SubjectResult[] => {
  const { service, period, columns, attendees, weightFor, now } = source;
  const pupilIds = pupilsOf(columns, attendees);
  const published = columns.filter(isPublished);
  const ofColumns = new Map(published.map((evaluation) => [evaluation.evaluationId, figuresOfColumn(evaluation, pupilIds, now)]));
  const [pupils = [], guardians = []] = AUDIENCES.map((audience) => figuresOfService(source, pupilIds, audience));
  return pupilIds.map((pupilId) => ({
    pupilId,
    serviceId: service.serviceId,
    period,
    subject: service.subject,
    teachers: [...service.teachers, ...service.settings.coTeachers].map(({ name }) => name),
    weight: weightFor(attendees.find((attendee) => attendee.pupilId === pupilId)?.classId),
    subSubjects: service.settings.subSubjects,
    figures: { pupils, guardians },
    marks: published.flatMap(({ evaluationId, terms, termsChanged, publication, cells }) => {
      const cell = cells[pupilId];
      if (cell === undefined || publication === undefined) return [];
      if (isEmpty(cell) && cell.changed.length === 0) return [];
      const { pupilFrom, guardianFrom } = publication;
      return {
        evaluationId,
        terms,
        termsChanged: termsChanged.map(({ before, visibleFrom }) => ({ before, visibleFrom })),
        pupilFrom,
        guardianFrom,
        value: valueOf(cell),
        changed: cell.changed.map(({ before, visibleFrom }) => ({ before, visibleFrom })),
        figures: ofColumns.get(evaluationId) ?? [],
      };
    }),
  }));
};

/** What each audience sees of the averages of each class of a service: the general average of the class is made of them. */
export const seenAveragesOf = (source: Source): readonly SeenAverages[] => {
  const { service, period, columns, attendees, weightFor } = source;
  const marked = new Set(pupilsOf(columns, attendees));
  return service.classes.map(({ classId }) => {
    const pupilIds = attendees.filter((one) => one.classId === classId && marked.has(one.pupilId)).map(({ pupilId }) => pupilId);
    return {
      classId,
      serviceId: service.serviceId,
      period,
      weight: weightFor(classId),
      seen: { pupils: averagesSeen(source, pupilIds, 'pupils'), guardians: averagesSeen(source, pupilIds, 'guardians') },
    };
  });
};

/** The averages that staff work with, for each class of a service. */
export const classAveragesOf = ({ service, period, columns, attendees, weightFor }: Source): readonly ClassAverages[] => {
  const published = columns.filter(isPublished);
  const averages = attendees.flatMap(({ pupilId, classId }) => {
    const average = averageOf(
      published.map(({ evaluationId, terms, cells }) => ({ evaluationId, terms, value: cells[pupilId] ?? {} })),
      service.settings.subSubjects,
    );
    return average === undefined ? [] : [{ pupilId, classId, average }];
  });
  return service.classes.map(({ classId }) => ({
    classId,
    serviceId: service.serviceId,
    period,
    subject: service.subject,
    teachers: [...service.teachers, ...service.settings.coTeachers].map(({ name }) => name),
    weight: weightFor(classId),
    averages: new Map(averages.filter((one) => one.classId === classId).map(({ pupilId, average }) => [pupilId, average])),
  }));
};
