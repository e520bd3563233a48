import type { ReactElement } from 'react';
import { projectsOperations, type ProjectsView } from '@preau/shared/assessment/projects-api.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { placeOf, type CouncilPlace } from '../council/addresses.ts';

interface Opened {
  readonly visit: Awaited<ReturnType<typeof openVisit>>;
  readonly place: CouncilPlace;
  readonly search: Awaited<Search>;
  readonly view: ProjectsView;
}

/** The projects, paths and remarks of a class and period that an address names, or the page that says why not. */
export const openProjects = async (
  params: Promise<{ readonly classId: string; readonly period: string }>,
  searchParams: Search,
): Promise<Opened | { readonly refused: ReactElement }> => {
  const visit = await openVisit();
  const search = await searchParams;
  const place = placeOf(await params, search, visit.school?.schoolId);
  if (place === undefined) return { refused: <RefusedPage visit={visit} refusal={notFoundRefusal} /> };
  const answer = await load(projectsOperations.readProjects, { path: place });
  return answer.ok ? { visit, place, search, view: answer.output } : { refused: <RefusedPage visit={visit} refusal={answer.refusal} /> };
};
