'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { skillsOperations } from '@preau/shared/assessment/skills-api.ts';
import { DigitalCode, SocleCode } from '@preau/shared/assessment/socle.ts';
import { PersonId, SchoolId, SkillId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refusedState, type ApiRefusal } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const TooLong = z.object({ length: z.int(), most: z.int() });

const stateOf = (refusal: ApiRefusal, typed: FormState['typed']): FormState => {
  const long = TooLong.safeParse(refusal.details);
  if (!long.success) return refusedState(refusal, typed);
  const { length, most } = long.data;
  return { faults: [{ field: 'synthesis', message: `${length} caractères, pour ${most} au plus. Enlevez-en ${length - most}.` }], typed };
};

const SocleForm = z
  .object({ pupilId: PersonId, cycle: z.enum(['3', '4']), revision: z.coerce.number().int().min(0), synthesis: z.string() })
  .catchall(z.string());

const levelsOf = <C extends string>(codes: readonly C[], typed: FormState['typed'], prefix: string): Partial<Record<C, number>> => {
  const levels: Partial<Record<C, number>> = {};
  for (const code of codes) {
    const level = typed[`${prefix}-${code}`];
    if (level !== undefined && /^[0-4]$/.test(level)) levels[code] = Number(level);
  }
  return levels;
};

/** Keeps what the team decided of a pupil at the end of a cycle. */
export const decideSocle = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SocleForm, data);
  if (!form.ok) return form.state;
  const { pupilId, cycle, revision, synthesis } = form.value;
  const typed = typedIn(data);
  const answer = await ask(skillsOperations.decideSocle, {
    path: { pupilId, cycle },
    body: {
      revision,
      synthesis,
      levels: levelsOf(SocleCode.options, typed, 'socle'),
      digital: levelsOf(DigitalCode.options, typed, 'numerique'),
    },
  });
  if (answer.ok) redirect(`/competences?eleve=${pupilId}&ok=socle`);
  if (answer.refusal.status === 409) refresh();
  return stateOf(answer.refusal, typed);
};

const ofSchool = { schoolId: SchoolId, version: z.coerce.number().int().min(0) };
const AddForm = z
  .object({
    ...ofSchool,
    label: told(z.string().trim().min(1).max(160), 'Nommez la compétence, en 160 caractères au plus.'),
    subjects: z.string(),
  })
  .catchall(z.string());

const SUBJECTS_MAX = 8;
const back = '/competences/referentiel?ok=';

/** Adds a skill to the school's own. */
export const addSkill = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(AddForm, data);
  if (!form.ok) return form.state;
  const { schoolId, version, label } = form.value;
  const typed = typedIn(data);
  const subjects = form.value.subjects
    .split(',')
    .map((subject) => subject.trim().slice(0, 40))
    .filter((subject) => subject !== '')
    .slice(0, SUBJECTS_MAX);
  const components = SocleCode.options.filter((code) => `components-${code}` in typed).slice(0, 3);
  const change = { what: 'add' as const, skill: { label, subjects, components } };
  const answer = await ask(skillsOperations.changeSkills, { path: { schoolId }, body: { version, change } });
  if (answer.ok) redirect(`${back}ajoutee`);
  if (answer.refusal.status === 409) refresh();
  return stateOf(answer.refusal, typed);
};

const TurnForm = z.object({ ...ofSchool, skillId: SkillId, what: z.enum(['retire', 'restore']) });

/** Retires a skill, or offers it again; what was evaluated stays. */
export const turnSkill = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(TurnForm, data);
  if (!form.ok) return form.state;
  const { schoolId, version, skillId, what } = form.value;
  const answer = await ask(skillsOperations.changeSkills, { path: { schoolId }, body: { version, change: { what, skillId } } });
  if (answer.ok) redirect(`${back}${what === 'retire' ? 'retiree' : 'retablie'}`);
  if (answer.refusal.status === 409) refresh();
  return stateOf(answer.refusal, typedIn(data));
};
