import { EPI_THEMES, PATH_NAMES, PathCode, type Project, type SaidAbout } from '@preau/shared/assessment/class-projects.ts';
import type { ProjectsView } from '@preau/shared/assessment/projects-api.ts';

/** « EPI · Culture et création artistiques », or personalised support, which has no theme. */
export const kindWords = ({ theme }: Pick<Project, 'theme'>): string =>
  theme === undefined ? 'Accompagnement personnalisé' : `EPI · ${EPI_THEMES[theme]}`;

/** What a page of texts is about; undefined when the class has no such project. */
export const aboutWords = (about: SaidAbout, { projects }: Pick<ProjectsView, 'projects'>): string | undefined => {
  const path = PathCode.safeParse(about);
  return path.success ? PATH_NAMES[path.data] : projects.find(({ projectId }) => projectId === about)?.title;
};
