import { AbsenceId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { minutesOf, type LocalTime } from '../kernel/school-time.ts';
import type { Declaration, Justification, Observation, PupilDay } from './schema.ts';

const PUPIL = PersonId.parse('per_lea0000');
const OFFICE = PersonId.parse('per_cpe0000');

export const lessonAt = (start: LocalTime): LessonId => LessonId.parse(`les_slot${start.replace(':', '')}`);

const anHourLater = (start: LocalTime): LocalTime => {
  const end = minutesOf(start) + 60;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
};

export const anObservation = (start: LocalTime, change: Partial<Observation> = {}): Observation => ({
  lessonId: lessonAt(start),
  start,
  end: anHourLater(start),
  subject: 'Latin',
  version: 1,
  kind: 'absent',
  ...change,
});

/** Hour-long lessons and what was seen in each. */
export const observed = (
  ...seen: readonly (readonly [LocalTime, Observation['kind'], Partial<Observation>?])[]
): PupilDay['observations'] =>
  Object.fromEntries(seen.map(([start, kind, change]) => [lessonAt(start), anObservation(start, { kind, ...change })]));

export const aDay = (change: Partial<PupilDay> = {}): PupilDay => ({
  absenceId: AbsenceId.parse('abs_lea0000-20261123'),
  pupilId: PUPIL,
  firstName: 'Léa',
  lastName: 'Keller',
  schoolId: SchoolId.parse('sch_college'),
  date: '2026-11-23',
  observations: {},
  declarations: [],
  justifications: [],
  status: 'nothing',
  revision: 1,
  ...change,
});

export const aDeclaration = (change: Partial<Declaration> = {}): Declaration => ({
  declarationId: 'dec_one0000',
  from: '08:00',
  until: '12:00',
  kind: 'absence',
  by: OFFICE,
  byName: 'Mme Weber',
  at: '2026-11-23T07:00:00.000Z',
  ...change,
});

export const anAnswer = (change: Partial<Justification> = {}): Justification => ({
  justificationId: 'jus_one0000',
  lessonIds: [],
  restOfDay: false,
  reason: 'illness',
  comment: '',
  files: [],
  by: PersonId.parse('per_mother0'),
  byRole: 'mother',
  byName: 'Anne Keller',
  at: '2026-11-23T09:00:00.000Z',
  formerDecisions: [],
  ...change,
});

const decided = (answer: Justification, isAccepted: boolean): Justification => ({
  ...answer,
  decision: { accepted: isAccepted, decidedBy: OFFICE, decidedByName: 'Mme Weber', decidedAt: '2026-11-23T10:00:00.000Z' },
});
export const accepted = (answer: Justification): Justification => decided(answer, true);
export const refused = (answer: Justification): Justification => decided(answer, false);
