import * as z from 'zod';
import { PersonId, SchoolId, SkillId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { councilErrors } from './council-errors.ts';
import { ResultsPupil } from './marks-views.ts';
import { Position, TYPED_MAX } from './remarks.ts';
import { Referential, Skill } from './skills.ts';
import { Cycle, DigitalCode, Socle, SocleCode, SocleLevel } from './socle.ts';

export const PositioningView = z.strictObject({ position: Position, sum: z.int(), count: z.int() });

/** How one skill has grown over the year. */
export const SkillView = z.strictObject({
  skillId: SkillId,
  label: z.string(),
  steps: z.array(z.strictObject({ date: LocalDate, level: Position, title: z.string(), subject: z.string() })),
  /** Absent: nothing was evaluated, a teacher decided. */
  positioning: PositioningView.optional(),
  /** What teachers decided for the year, each in his subject: it stands, and the computed one explains. */
  finals: z.array(z.strictObject({ subject: z.string(), level: Position, byName: z.string(), at: Instant })),
});
export type SkillView = z.infer<typeof SkillView>;

/** One component of the *socle*: what the levels suggest, and what the team decided. */
export const ComponentView = z.strictObject({
  code: SocleCode,
  suggested: PositioningView.optional(),
  decided: SocleLevel.optional(),
});
export type ComponentView = z.infer<typeof ComponentView>;

/** The end of a cycle as it stands. */
export const SocleView = z.strictObject({
  cycle: Cycle,
  components: z.array(ComponentView),
  digital: Socle.shape.digital,
  synthesis: z.string(),
  revision: z.int(),
  decided: z.strictObject({ byName: z.string(), at: z.iso.datetime() }).optional(),
});
export type SocleView = z.infer<typeof SocleView>;

export const PupilSkills = z.strictObject({
  today: LocalDate,
  pupil: ResultsPupil,
  year: z.int(),
  skills: z.array(SkillView),
  socle: z.array(SocleView),
  mayDecide: z.boolean(),
});
export type PupilSkills = z.infer<typeof PupilSkills>;

const Written = Skill.pick({ label: true, subjects: true, components: true });

const errors = councilErrors;
const schoolPath = z.strictObject({ schoolId: SchoolId });
const pupilPath = z.strictObject({ pupilId: PersonId });

export const skillsOperations = {
  readSkills: operation({
    id: 'assessment.read-skills',
    method: 'GET',
    path: '/schools/{schoolId}/skills',
    summary: 'Lire le référentiel de compétences d’un établissement',
    access: 'session',
    input: { path: schoolPath },
    output: z.strictObject({ referential: Referential, mayChange: z.boolean() }),
    errors,
    refusals: [],
  }),
  changeSkills: operation({
    id: 'assessment.change-skills',
    method: 'POST',
    path: '/schools/{schoolId}/skills',
    summary: 'Changer le référentiel : ajouter, renommer, retirer ou rétablir une compétence',
    access: 'session',
    input: {
      path: schoolPath,
      body: z.strictObject({
        version: z.int().min(0),
        change: z.discriminatedUnion('what', [
          z.strictObject({ what: z.literal('add'), skill: Written }),
          z.strictObject({ what: z.literal('write'), skillId: SkillId, skill: Written }),
          z.strictObject({ what: z.literal('retire'), skillId: SkillId }),
          z.strictObject({ what: z.literal('restore'), skillId: SkillId }),
        ]),
      }),
    },
    output: z.strictObject({ referential: Referential, mayChange: z.boolean() }),
    errors,
    refusals: ['assessment.skills-changed-meanwhile', 'assessment.skill-unknown', 'assessment.too-many-skills'],
  }),
  readPupilSkills: operation({
    id: 'assessment.read-pupil-skills',
    method: 'GET',
    path: '/pupils/{pupilId}/skills',
    summary: 'Lire les compétences d’un élève : leur progression, le socle commun',
    access: 'session',
    input: { path: pupilPath },
    output: PupilSkills,
    errors,
    refusals: [],
  }),
  decideSocle: operation({
    id: 'assessment.decide-socle',
    method: 'PUT',
    path: '/pupils/{pupilId}/socle/{cycle}',
    summary: 'Décider, en fin de cycle, les niveaux du socle commun et des compétences numériques d’un élève',
    access: 'session',
    input: {
      path: pupilPath.extend({ cycle: z.enum(['3', '4']) }),
      body: z.strictObject({
        revision: z.int().min(0),
        levels: z.partialRecord(SocleCode, SocleLevel),
        digital: z.partialRecord(DigitalCode, z.int().min(1).max(3)),
        synthesis: z.string().max(TYPED_MAX),
      }),
    },
    output: SocleView,
    errors,
    refusals: ['assessment.changed-meanwhile', 'assessment.synthesis-too-long'],
  }),
} as const;
