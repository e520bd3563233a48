import type { LessonId } from '../kernel/ids.ts';
import { minutesOf, type LocalTime } from '../kernel/school-time.ts';
import type { DayStatus, Declaration, Justification, Observation, PupilDay } from './schema.ts';
import type { AbsenceInterval, AbsenceTreatment, NotExpectedBecause } from './views.ts';

/** Two absent hours are one absence when only a break separates them. */
export const BREAK_MINUTES = 30;

interface Hours {
  readonly from: LocalTime;
  readonly until: LocalTime;
}

/** One absent hour that counts, and where its treatment stands. */
export interface AbsentHour extends Hours {
  /** Absent for an hour that the office declared and no register has spoken of yet. */
  readonly lessonId?: LessonId;
  readonly treatment: AbsenceTreatment;
}

const overlaps = (a: Hours, b: Hours): boolean => a.from < b.until && b.from < a.until;
const hoursOf = (observation: Observation): Hours => ({ from: observation.start, until: observation.end });
const inForce = (day: PupilDay, kind: Declaration['kind']): readonly Declaration[] =>
  day.declarations.filter((declaration) => declaration.kind === kind && declaration.withdrawnAt === undefined);

/** A day's observations in the order of the day. */
export const observationsOf = (day: PupilDay): readonly Observation[] =>
  Object.values(day.observations).toSorted((a, b) => a.start.localeCompare(b.start) || a.lessonId.localeCompare(b.lessonId));

/** Under the school's responsibility (infirmary, outing, internship): when entries contradict each other, the school answers for the pupil. */
export const isAtSchool = (day: PupilDay, hours: Hours): boolean =>
  inForce(day, 'school').some((declaration) => overlaps(declaration, hours));

/** The office knew of this absence and entered it. */
export const isDeclared = (day: PupilDay, hours: Hours): boolean =>
  inForce(day, 'absence').some((declaration) => overlaps(declaration, hours));

const startOf = (day: PupilDay, { lessonIds, hours = [] }: Justification): LocalTime =>
  [...lessonIds.map((lessonId) => day.observations[lessonId]?.start ?? '23:59'), ...hours.map(({ from }) => from)].toSorted().at(0) ??
  '00:00';

/** True when a justification answers for later hours too and this is one of them. */
export const isInRestOfDay = (day: PupilDay, justification: Justification, from: LocalTime): boolean =>
  justification.restOfDay && from >= startOf(day, justification);

const covers = (day: PupilDay, justification: Justification, hour: Hours & { readonly lessonId?: LessonId }): boolean =>
  (hour.lessonId !== undefined && justification.lessonIds.includes(hour.lessonId)) ||
  (justification.hours ?? []).some(({ from, until }) => from <= hour.from && hour.until <= until) ||
  isInRestOfDay(day, justification, hour.from);

const treatmentOf = (day: PupilDay, hour: Hours & { readonly lessonId?: LessonId }): AbsenceTreatment => {
  if (inForce(day, 'absence').some((declaration) => declaration.reason !== undefined && overlaps(declaration, hour))) return 'justified';
  const covering = day.justifications.filter((justification) => covers(day, justification, hour));
  if (covering.some((justification) => justification.decision?.accepted === true)) return 'justified';
  if (covering.some((justification) => justification.decision === undefined)) return 'toDecide';
  return covering.length > 0 ? 'refused' : 'toJustify';
};

/** The hours of absence that count: what registers saw, and what the office declared as long as no register has spoken of it; never what is under the school's responsibility, never a lateness. */
export const absentHours = (day: PupilDay): readonly AbsentHour[] => {
  const observed = observationsOf(day);
  const seen = observed.flatMap((one) => (one.kind === 'absent' ? [{ ...hoursOf(one), lessonId: one.lessonId }] : []));
  const declared = inForce(day, 'absence')
    .filter((declaration) => !observed.some((one) => one.kind !== 'notHeld' && overlaps(hoursOf(one), declaration)))
    .map(({ from, until }) => ({ from, until }));
  return [...seen, ...declared]
    .filter((hour) => !isAtSchool(day, hour))
    .map((hour) => ({ ...hour, treatment: treatmentOf(day, hour) }))
    .toSorted((a, b) => a.from.localeCompare(b.from));
};

const FIRST_TO_TREAT: readonly AbsenceTreatment[] = ['toJustify', 'toDecide', 'refused', 'justified'];

/** Where the day stands: what the family owes first, then the office, then what is settled. */
export const statusOf = (day: PupilDay): DayStatus => {
  const hours = absentHours(day);
  return FIRST_TO_TREAT.find((treatment) => hours.some((hour) => hour.treatment === treatment)) ?? 'nothing';
};

const joins = (interval: AbsenceInterval, hour: AbsentHour): boolean =>
  interval.treatment === hour.treatment && minutesOf(hour.from) - minutesOf(interval.until) <= BREAK_MINUTES;

/** Absent hours as a family reads them: from, until, and where each stands. */
export const intervalsOf = (day: PupilDay): readonly AbsenceInterval[] =>
  absentHours(day).reduce<readonly AbsenceInterval[]>((intervals, hour) => {
    const lessonIds = hour.lessonId === undefined ? [] : [hour.lessonId];
    const last = intervals.at(-1);
    if (last === undefined || !joins(last, hour)) {
      return [...intervals, { from: hour.from, until: hour.until, lessonIds, treatment: hour.treatment }];
    }
    const until = hour.until > last.until ? hour.until : last.until;
    return [...intervals.slice(0, -1), { ...last, until, lessonIds: [...last.lessonIds, ...lessonIds] }];
  }, []);

/** True of hours that the family may answer for: nobody has, or the school did not accept it. */
export const awaitsFamily = ({ treatment }: Pick<AbsentHour, 'treatment'>): boolean => treatment === 'toJustify' || treatment === 'refused';

interface OpenHours extends Hours {
  /** All of them were answered for, and refused. */
  readonly refused: boolean;
}

/** What the family still has to answer for, from the first to the last such hour; undefined when nothing is left. */
export const openHoursOf = (day: PupilDay): OpenHours | undefined => {
  const open = absentHours(day).filter(awaitsFamily);
  const first = open.at(0);
  if (first === undefined) return undefined;
  return {
    from: first.from,
    until: open.map((hour) => hour.until).reduce((a, b) => (a < b ? b : a)),
    refused: open.every((hour) => hour.treatment === 'refused'),
  };
};

/** The instant since which a justification of that day has been waiting for the office; undefined when none does. */
export const waitingSince = (day: PupilDay): string | undefined =>
  day.justifications
    .filter((justification) => justification.decision === undefined)
    .map((justification) => justification.at)
    .toSorted()
    .at(0);

/** How many absent hours an answer would cover, and how many of them have no answer in force yet. */
export const hoursLeftToJustify = (day: PupilDay, justification: Justification): { readonly covered: number; readonly left: number } => {
  const covered = absentHours(day).filter((hour) => covers(day, justification, hour));
  return { covered: covered.length, left: covered.filter(awaitsFamily).length };
};

/** True when the family, or the office for it, has answered for the absence of one lesson: nobody needs to be told of it again. */
export const isAnsweredFor = (day: PupilDay, lessonId: LessonId): boolean =>
  absentHours(day).some((hour) => hour.lessonId === lessonId && hour.treatment !== 'toJustify');

/** Why a pupil is not expected at a lesson: sent elsewhere by the school, declared by the office, or absent at the previous hour. */
export const whyNotExpected = (
  day: PupilDay,
  lesson: { readonly start: LocalTime; readonly end: LocalTime },
  previous: LessonId | undefined,
): NotExpectedBecause | undefined => {
  const hours = { from: lesson.start, until: lesson.end };
  if (isAtSchool(day, hours)) return 'atSchool';
  if (isDeclared(day, hours)) return 'declared';
  return previous !== undefined && day.observations[previous]?.kind === 'absent' ? 'absentBefore' : undefined;
};
