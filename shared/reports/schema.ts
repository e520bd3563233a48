import * as z from 'zod';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/school-time.ts';

/** `2026-T1` to `2026-T3`, `2026-S1`, `2026-S2`: the school year's first calendar year, then the term. */
export const CardPeriodKey = z.string().regex(/^20\d{2}-(?:T[1-3]|S[12])$/);
export type CardPeriodKey = z.infer<typeof CardPeriodKey>;

/** The school's model: *bilan périodique* of a collège, *bulletin* of a lycée, general, vocational or agricultural. */
export const CardModel = z.enum(['bilanPeriodique', 'bulletin', 'bulletinPro', 'bulletinAgricole']);
export type CardModel = z.infer<typeof CardModel>;

/** The eight components of the *socle commun*, by the codes of the national file. */
export const SOCLE_CODES = ['CPD_FRA', 'CPD_ETR', 'CPD_SCI', 'CPD_ART', 'MET_APP', 'FRM_CIT', 'SYS_NAT', 'REP_MND'] as const;
export const SocleCode = z.enum(SOCLE_CODES);
export type SocleCode = z.infer<typeof SocleCode>;

export const CardTeacher = z.strictObject({ personId: PersonId, name: z.string().max(200) });
export type CardTeacher = z.infer<typeof CardTeacher>;

/** An average as the card shows it, in the school's rounding: `12.5`; absent when the pupil has none, which is never 0. */
const Shown = z.string().max(8);

/** One subject of a card. */
export const CardSubject = z.strictObject({
  label: z.string().min(1).max(200),
  teachers: z.array(CardTeacher).max(20),
  average: Shown.optional(),
  classAverage: Shown.optional(),
  lowest: Shown.optional(),
  highest: Shown.optional(),
  coefficient: z.string().max(20).optional(),
  /** 1 to 4. */
  position: z.int().min(1).max(4).optional(),
  remark: z.string().max(600).optional(),
  /** What the class worked on in the period. */
  elements: z.array(z.string().min(1).max(300)).max(20),
});
export type CardSubject = z.infer<typeof CardSubject>;

/** Absences are half-days, whole numbers. */
export const SchoolLife = z.strictObject({
  justified: z.int().min(0),
  unjustified: z.int().min(0),
  lates: z.int().min(0),
  comment: z.string().max(600).optional(),
});
export type SchoolLife = z.infer<typeof SchoolLife>;

/** An interdisciplinary project (*EPI*) that the pupil took part in; without a theme, personalised support (*accompagnement personnalisé*). */
export const CardProject = z.strictObject({
  title: z.string().min(1).max(150),
  theme: z.string().min(1).max(20).optional(),
  /** Labels of the card's subjects: for the national file an EPI has two at least, personalised support one. */
  subjects: z.array(z.string()).max(10),
  description: z.string().max(600).optional(),
  comment: z.string().max(600).optional(),
});
export type CardProject = z.infer<typeof CardProject>;

/** An educational path (*parcours*): future, citizenship, arts, health. */
export const CardPath = z.strictObject({
  code: z.enum(['PAR_AVN', 'PAR_CIT', 'PAR_ART', 'PAR_SAN']),
  /** What the path was for the whole class. */
  common: z.string().min(1).max(600).optional(),
  /** What is said of the pupil. */
  text: z.string().min(1).max(600).optional(),
});
export type CardPath = z.infer<typeof CardPath>;

/** All that a card says of one pupil for one period; once sealed, never changed. */
export const Card = z.strictObject({
  model: CardModel,
  school: z.strictObject({ schoolId: SchoolId, uai: z.string(), name: z.string(), city: z.string() }),
  /** The first calendar year of the school year. */
  year: z.int(),
  period: z.strictObject({
    key: CardPeriodKey,
    label: z.string().max(60),
    index: z.int().min(1),
    count: z.int().min(1),
    from: LocalDate,
    until: LocalDate,
  }),
  pupil: z.strictObject({ pupilId: PersonId, firstName: z.string(), lastName: z.string() }),
  class: z.strictObject({ classId: ClassId, name: z.string() }),
  headTeachers: z.array(CardTeacher).max(5),
  head: z.string().max(100),
  councilOn: LocalDate.optional(),
  subjects: z.array(CardSubject).max(60),
  generalAverage: Shown.optional(),
  classGeneralAverage: Shown.optional(),
  /** How averages were rounded, in words, for the reader. */
  rounding: z.string().max(200),
  schoolLife: SchoolLife,
  synthesis: z.string().max(1000).optional(),
  mention: z.string().max(100).optional(),
  /** What the council says of the family's wishes, in words. */
  orientation: z.array(z.string().max(300)).max(10),
  projects: z.array(CardProject).max(10),
  paths: z.array(CardPath).max(4),
  /** 0 is exempt. */
  socle: z.partialRecord(SocleCode, z.int().min(0).max(4)).optional(),
});
export type Card = z.infer<typeof Card>;

/** The end of a cycle: the eight components and what the council says of them. */
export const CycleReport = z.strictObject({
  pupilId: PersonId,
  cycle: z.union([z.literal(3), z.literal(4)]),
  socle: z.partialRecord(SocleCode, z.int().min(0).max(4)),
  synthesis: z.string().max(1500),
  on: LocalDate,
});
export type CycleReport = z.infer<typeof CycleReport>;
