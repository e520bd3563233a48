import * as z from 'zod';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant } from '../kernel/school-time.ts';
import { ClassProjects, ProjectId, Said, SaidAbout, WrittenPaths, WrittenProject } from './class-projects.ts';
import { councilErrors } from './council-errors.ts';
import { Absences } from './council.ts';
import { PeriodKey } from './periods.ts';
import { TYPED_MAX } from './remarks.ts';

/** A class besides its subjects: its projects, its paths, and what is said of each pupil there. */
export const ProjectsView = z.strictObject({
  schoolId: SchoolId,
  classId: ClassId,
  className: z.string(),
  period: PeriodKey,
  closed: z.boolean(),
  projects: ClassProjects.shape.projects,
  paths: ClassProjects.shape.paths,
  /** To be sent back with a change of projects or paths; 0 when nothing was written. */
  revision: z.int().min(0),
  /** Subjects of the class, as services name them. */
  subjects: z.array(z.string()),
  /** Absences once the council froze them. */
  pupils: z.array(z.strictObject({ pupilId: PersonId, name: z.string(), absences: Absences.optional() })),
  said: z.array(Said.pick({ about: true, pupilId: true, text: true, byName: true, at: true, revision: true })),
  /** Projects, paths, and what is said of pupils there. */
  mayRun: z.boolean(),
  /** The remark of the school-life office. */
  mayWriteSchoolLife: z.boolean(),
});
export type ProjectsView = z.infer<typeof ProjectsView>;

/** A text that was not saved because somebody changed it meanwhile: both are shown, nothing is overwritten. */
export const SaidConflict = z.strictObject({
  pupilId: PersonId,
  name: z.string(),
  theirs: z.string(),
  by: z.string(),
  at: Instant,
  revision: z.int(),
});
export type SaidConflict = z.infer<typeof SaidConflict>;

const errors = councilErrors;
const path = z.strictObject({ schoolId: SchoolId, classId: ClassId, period: PeriodKey });
const revision = z.int().min(0);

export const projectsOperations = {
  readProjects: operation({
    id: 'assessment.read-projects',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/projects/{period}',
    summary: 'Lire les projets d’une classe (EPI, accompagnement personnalisé), ses parcours et ce qui est dit de chaque élève',
    access: 'session',
    input: { path },
    output: ProjectsView,
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  changeProjects: operation({
    id: 'assessment.change-projects',
    method: 'POST',
    path: '/schools/{schoolId}/classes/{classId}/projects/{period}',
    summary: 'Ajouter, changer ou retirer un projet d’une classe, écrire ses parcours éducatifs',
    access: 'session',
    input: {
      path,
      body: z.strictObject({
        revision,
        change: z.discriminatedUnion('what', [
          z.strictObject({ what: z.literal('add'), project: WrittenProject }),
          z.strictObject({ what: z.literal('write'), projectId: ProjectId, project: WrittenProject }),
          z.strictObject({ what: z.literal('remove'), projectId: ProjectId }),
          z.strictObject({ what: z.literal('paths'), paths: WrittenPaths }),
        ]),
      }),
    },
    output: ProjectsView,
    errors,
    refusals: [
      'assessment.period-unknown',
      'assessment.period-closed',
      'assessment.changed-meanwhile',
      'assessment.project-impossible',
      'assessment.not-in-class',
    ],
  }),
  sayOfPupils: operation({
    id: 'assessment.say-of-pupils',
    method: 'PUT',
    path: '/schools/{schoolId}/classes/{classId}/projects/{period}/about/{about}',
    summary: 'Écrire, pour des élèves, ce qui est dit d’un projet, d’un parcours ou de la vie scolaire',
    access: 'session',
    input: {
      path: path.extend({ about: SaidAbout }),
      body: z.strictObject({
        said: z
          .array(z.strictObject({ pupilId: PersonId, revision, text: z.string().max(TYPED_MAX) }))
          .min(1)
          .max(60),
      }),
    },
    output: z.strictObject({ saved: z.int(), conflicts: z.array(SaidConflict), view: ProjectsView }),
    errors,
    refusals: [
      'assessment.period-unknown',
      'assessment.period-closed',
      'assessment.remark-too-long',
      'assessment.not-in-class',
      'assessment.project-impossible',
    ],
  }),
} as const;
