import * as z from 'zod';
import { PersonId, ServiceId, SkillId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant } from '../kernel/school-time.ts';
import { councilErrors } from './council-errors.ts';
import { Position } from './remarks.ts';
import { SkillLevel } from './schema.ts';
import { PositioningView } from './skills-api.ts';

/** One skill of one pupil in a service: what evaluations say, and what its teachers decided beside. */
export const LevelView = z.strictObject({
  skillId: SkillId,
  computed: PositioningView.optional(),
  final: z.strictObject({ level: Position, byName: z.string(), at: Instant, pupilFrom: Instant, guardianFrom: Instant }).optional(),
});
export type LevelView = z.infer<typeof LevelView>;

export const LevelsView = z.strictObject({
  serviceId: ServiceId,
  subject: z.string(),
  to: z.string(),
  year: z.int(),
  /** Those that the subject is offered, and those that it has evaluated. */
  skills: z.array(z.strictObject({ skillId: SkillId, label: z.string() })),
  pupils: z.array(
    z.strictObject({
      pupilId: PersonId,
      name: z.string(),
      /** The year is over for his class. */
      closed: z.boolean(),
      levels: z.array(LevelView),
      /** To be sent back with a change; 0 when nothing was decided. */
      revision: z.int().min(0),
    }),
  ),
  mayWrite: z.boolean(),
});
export type LevelsView = z.infer<typeof LevelsView>;

/** A level that was not saved because a colleague decided it meanwhile. */
export const LevelConflict = z.strictObject({
  pupilId: PersonId,
  name: z.string(),
  skillId: SkillId,
  theirs: Position.optional(),
  by: z.string(),
  /** To be sent back to write over theirs, knowing it. */
  revision: z.int(),
});
export type LevelConflict = z.infer<typeof LevelConflict>;

const errors = councilErrors;
const path = z.strictObject({ serviceId: ServiceId });

export const levelsOperations = {
  readLevels: operation({
    id: 'assessment.read-levels',
    method: 'GET',
    path: '/services/{serviceId}/levels',
    summary: 'Lire, pour un service, les niveaux de compétences calculés et ceux que ses enseignants ont retenus',
    access: 'session',
    input: { path },
    output: LevelsView,
    errors,
    refusals: [],
  }),
  writeLevels: operation({
    id: 'assessment.write-levels',
    method: 'PUT',
    path: '/services/{serviceId}/levels',
    summary: 'Retenir des niveaux de compétences pour l’année, à côté de ceux qui sont calculés',
    access: 'session',
    input: {
      path,
      body: z.strictObject({
        levels: z
          .array(
            z.strictObject({
              pupilId: PersonId,
              revision: z.int().min(0),
              /** 0 gives the level back to the evaluations. */
              set: z
                .array(z.strictObject({ skillId: SkillId, level: SkillLevel }))
                .min(1)
                .max(60),
            }),
          )
          .min(1)
          .max(60),
      }),
    },
    output: z.strictObject({ saved: z.int(), conflicts: z.array(LevelConflict), view: LevelsView }),
    errors,
    refusals: ['assessment.not-in-service', 'assessment.period-closed', 'assessment.skill-unknown'],
  }),
} as const;
