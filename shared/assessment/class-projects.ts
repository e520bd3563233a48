import * as z from 'zod';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { PeriodKey } from './periods.ts';

/** The themes of the LSU for an EPI. @see arrêté du 19 mai 2015, art. 6 */
export const EpiTheme = z.enum(['EPI_SAN', 'EPI_ART', 'EPI_EDD', 'EPI_ICC', 'EPI_LGA', 'EPI_LGE', 'EPI_PRO', 'EPI_STS']);
export type EpiTheme = z.infer<typeof EpiTheme>;

export const EPI_THEMES: Readonly<Record<EpiTheme, string>> = {
  EPI_SAN: 'Corps, santé, bien-être et sécurité',
  EPI_ART: 'Culture et création artistiques',
  EPI_EDD: 'Transition écologique et développement durable',
  EPI_ICC: 'Information, communication, citoyenneté',
  EPI_LGA: 'Langues et cultures de l’Antiquité',
  EPI_LGE: 'Langues et cultures étrangères ou régionales',
  EPI_PRO: 'Monde économique et professionnel',
  EPI_STS: 'Sciences, technologie et société',
};

/** The four educational paths, by their codes in the LSU. @see Code de l'éducation, art. L121-6, L312-15, L331-7, L541-1 */
export const PathCode = z.enum(['PAR_AVN', 'PAR_CIT', 'PAR_ART', 'PAR_SAN']);
export type PathCode = z.infer<typeof PathCode>;

export const PATH_NAMES: Readonly<Record<PathCode, string>> = {
  PAR_AVN: 'Parcours avenir',
  PAR_CIT: 'Parcours citoyen',
  PAR_ART: 'Parcours d’éducation artistique et culturelle',
  PAR_SAN: 'Parcours éducatif de santé',
};

export const ProjectId = z.string().regex(/^prj_[a-z0-9]{4,40}$/);
export type ProjectId = z.infer<typeof ProjectId>;

/** Characters of a title, and of any text about a project, as the LSU counts them. */
export const PROJECT_TITLE_MAX = 150;
export const PROJECT_TEXT_MAX = 600;
export const PROJECTS_MAX = 10;

const Text = z.string().trim().min(1).max(PROJECT_TEXT_MAX);

/** A project between subjects (*EPI*), by its theme; without one, personalised support (*accompagnement personnalisé*). */
export const WrittenProject = z
  .strictObject({
    title: z.string().trim().min(1, { message: 'Donnez un titre à ce projet.' }).max(PROJECT_TITLE_MAX),
    theme: EpiTheme.optional(),
    /** As services name them. */
    subjects: z.array(z.string().min(1).max(80)).min(1, { message: 'Choisissez au moins une matière.' }).max(10),
    description: Text.optional(),
    /** Absent: the whole class. */
    pupilIds: z.array(PersonId).min(1).max(60).optional(),
  })
  .refine(({ theme, subjects }) => theme === undefined || new Set(subjects).size > 1, {
    message: 'Un EPI réunit au moins deux matières. Cochez-en une autre.',
    path: ['subjects'],
  });
export type WrittenProject = z.infer<typeof WrittenProject>;

const Project = WrittenProject.safeExtend({ projectId: ProjectId });
export type Project = z.infer<typeof Project>;

export const WrittenPaths = z.partialRecord(PathCode, Text);

/** What a class does together in one period, besides its subjects. */
export const ClassProjects = z.strictObject({
  classId: ClassId,
  schoolId: SchoolId,
  period: PeriodKey,
  projects: z.array(Project).max(PROJECTS_MAX),
  /** What each path was for the whole class. */
  paths: WrittenPaths,
  by: PersonId,
  byName: z.string(),
  at: Instant,
  revision: z.int().min(1),
});
export type ClassProjects = z.infer<typeof ClassProjects>;

/** What is said of a pupil besides his subjects: in a project, on a path, or by the school-life office. */
export const SaidAbout = z.union([ProjectId, PathCode, z.literal('VIE_SCO')]);
export type SaidAbout = z.infer<typeof SaidAbout>;

/** What was written of one pupil besides his subjects; an empty text says nothing. */
export const Said = z.strictObject({
  classId: ClassId,
  period: PeriodKey,
  about: SaidAbout,
  pupilId: PersonId,
  text: z.string(),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  /** Optimistic lock of this text alone. */
  revision: z.int().min(1),
});
export type Said = z.infer<typeof Said>;

/** True when the pupil takes part: a project without a list is the whole class's. */
export const takesPart = ({ pupilIds }: Pick<Project, 'pupilIds'>, pupilId: PersonId): boolean => pupilIds?.includes(pupilId) ?? true;

export type ProjectsChange =
  | { readonly what: 'add'; readonly project: WrittenProject }
  | { readonly what: 'write'; readonly projectId: ProjectId; readonly project: WrittenProject }
  | { readonly what: 'remove'; readonly projectId: ProjectId }
  | { readonly what: 'paths'; readonly paths: ClassProjects['paths'] };

type Kept = Pick<ClassProjects, 'projects' | 'paths'>;

/** What a class does once one thing of it was changed; undefined when the project is no longer there or one too many. */
export const changedProjects = ({ projects, paths }: Kept, change: ProjectsChange, newId: ProjectId): Kept | undefined => {
  if (change.what === 'paths') return { projects, paths: change.paths };
  if (change.what === 'add') {
    return projects.length < PROJECTS_MAX ? { projects: [...projects, { ...change.project, projectId: newId }], paths } : undefined;
  }
  if (projects.every(({ projectId }) => projectId !== change.projectId)) return undefined;
  if (change.what === 'remove') return { projects: projects.filter(({ projectId }) => projectId !== change.projectId), paths };
  const { project, projectId: of } = change;
  return { projects: projects.map((one) => (one.projectId === of ? { ...project, projectId: of } : one)), paths };
};
