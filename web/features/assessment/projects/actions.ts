'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import {
  EpiTheme,
  PathCode,
  PROJECT_TEXT_MAX,
  ProjectId,
  SaidAbout,
  WrittenPaths,
  WrittenProject,
} from '@preau/shared/assessment/class-projects.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { projectsOperations } from '@preau/shared/assessment/projects-api.ts';
import { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { RequestOf } from '@preau/shared/kernel/operation.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { councilAddress, type CouncilPlace } from '../council/addresses.ts';
import { textPrint } from './print.ts';
import { faultsOfSaid } from './faults.ts';

type Typed = FormState['typed'];
type Change = RequestOf<typeof projectsOperations.changeProjects>['body']['change'];

const ofClass = { schoolId: SchoolId, classId: ClassId, period: PeriodKey };
const revision = z.coerce.number().int().min(0);

const tickedIn = (typed: Typed, prefix: string): readonly string[] =>
  Object.keys(typed).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

const send = async (place: CouncilPlace, read: number, change: Change, typed: Typed, said: string): Promise<FormState> => {
  const answer = await ask(projectsOperations.changeProjects, { path: place, body: { revision: read, change } });
  if (answer.ok) redirect(councilAddress(place, '/projets', `&ok=${said}`));
  if (answer.refusal.status === 409) refresh();
  return refusedState(answer.refusal, typed);
};

const ProjectForm = z
  .object({ ...ofClass, revision, projectId: ProjectId.optional(), kind: z.string(), title: z.string(), description: z.string() })
  .catchall(z.string());

const TOO_LONG = `Ce texte dépasse ${PROJECT_TEXT_MAX} caractères. Raccourcissez-le.`;
const MESSAGES: Readonly<Record<string, string>> = {
  title: 'Donnez un titre, de 150 caractères au plus.',
  subjects: 'Cochez les matières : au moins deux pour un EPI, une pour un accompagnement.',
  description: TOO_LONG,
};

/** Adds a project to the class, or writes one again. */
export const writeProject = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ProjectForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, period, revision: read, projectId, kind, title, description } = form.value;
  const typed = typedIn(data);
  const pupilIds = tickedIn(typed, 'pupils-');
  const theme = EpiTheme.safeParse(kind).data;
  const project = WrittenProject.safeParse({
    title,
    subjects: tickedIn(typed, 'subjects-'),
    ...(theme === undefined ? {} : { theme }),
    ...(description.trim() === '' ? {} : { description }),
    ...(pupilIds.length === 0 ? {} : { pupilIds }),
  });
  if (!project.success) {
    const fields = [...new Set(project.error.issues.map(({ path }) => String(path[0])))];
    return { faults: fields.map((field) => ({ field, message: MESSAGES[field] ?? 'Vérifiez ce champ.' })), typed };
  }
  const change = projectId === undefined ? { what: 'add' as const } : { what: 'write' as const, projectId };
  return send({ schoolId, classId, period }, read, { ...change, project: project.data }, typed, 'projet');
};

const RemoveForm = z.object({ ...ofClass, revision, projectId: ProjectId });

export const removeProject = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RemoveForm, data);
  if (!form.ok) return form.state;
  const { revision: read, projectId, ...place } = form.value;
  return send(place, read, { what: 'remove', projectId }, typedIn(data), 'retire');
};

const PathsForm = z.object({ ...ofClass, revision }).catchall(z.string());

/** What each path was for the whole class. */
export const writePaths = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(PathsForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, period, revision: read } = form.value;
  const typed = typedIn(data);
  const written = PathCode.options.flatMap((code) => {
    const text = (typed[`path-${code}`] ?? '').trim();
    return text === '' ? [] : [[code, text] as const];
  });
  const long = written.filter(([, text]) => text.length > PROJECT_TEXT_MAX);
  if (long.length > 0) return { faults: long.map(([code]) => ({ field: `path-${code}`, message: TOO_LONG })), typed };
  const paths = WrittenPaths.parse(Object.fromEntries(written));
  return send({ schoolId, classId, period }, read, { what: 'paths', paths }, typed, 'parcours');
};

const SaidForm = z.object({ ...ofClass, about: SaidAbout }).catchall(z.string());

/** Saves the texts that were changed; those that somebody else wrote meanwhile come back with both. */
export const sayOfPupils = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SaidForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, period, about } = form.value;
  const typed = typedIn(data);
  const place = { schoolId, classId, period };
  const said = tickedIn(typed, 'text-').flatMap((id) => {
    const pupilId = PersonId.safeParse(id).data;
    const text = typed[`text-${id}`] ?? '';
    if (pupilId === undefined || textPrint(text) === typed[`was-${id}`]) return [];
    return [{ pupilId, text, revision: revision.catch(0).parse(typed[`revision-${id}`]) }];
  });
  const back = (ok: string): string => councilAddress(place, about === 'VIE_SCO' ? '/vie-scolaire' : `/projets/${about}`, `&ok=${ok}`);
  if (said.length === 0) redirect(back('rien'));
  const answer = await ask(projectsOperations.sayOfPupils, { path: { ...place, about }, body: { said } });
  if (answer.ok && answer.output.conflicts.length === 0) redirect(back('ecrit'));
  return faultsOfSaid(answer, about, typed);
};
