'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { EvaluationId, ServiceId, SkillId } from '@preau/shared/kernel/ids.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';

import { refused, type FieldOfCode } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import { evaluationAddress } from './addresses.ts';
import { termsFields, termsOf } from './terms.ts';

const FIELD_OF: FieldOfCode = {
  'assessment.date-outside-period': 'date',
  'assessment.sub-subject-unknown': 'subSubjectId',
  'assessment.scale-below-mark': 'scale',
};

const SKILL = 'skills-';
const MOST_SKILLS = 12;
const TOO_MANY: Fault = { field: 'skills', message: 'Choisissez douze compétences au plus.' };

/** The boxes that were ticked. */
const skillsIn = (typed: FormState['typed']): readonly SkillId[] =>
  Object.keys(typed).flatMap((name) => (name.startsWith(SKILL) ? (SkillId.safeParse(name.slice(SKILL.length)).data ?? []) : []));

const NewForm = z
  .object({ ...termsFields, serviceId: ServiceId, period: PeriodKey, requestId: z.string().min(8).max(64) })
  .catchall(z.string());

/** Creates an evaluation, which only its teachers see until it is published. */
export const addEvaluation = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(NewForm, data);
  if (!form.ok) return form.state;
  const { serviceId, period, requestId } = form.value;
  const skills = skillsIn(typedIn(data));
  if (skills.length > MOST_SKILLS) return { faults: [TOO_MANY], typed: typedIn(data) };
  const answer = await ask(marksOperations.addEvaluation, {
    path: { serviceId, period },
    body: { terms: termsOf(form.value, skills), requestId },
  });
  if (answer.ok) redirect(`${evaluationAddress(answer.output.evaluation.evaluationId)}?ok=creee`);
  return refused(answer.refusal, data, FIELD_OF);
};

const Version = z.coerce.number().int().min(0);

const TermsForm = z.object({ ...termsFields, evaluationId: EvaluationId, version: Version }).catchall(z.string());

export const changeEvaluation = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(TermsForm, data);
  if (!form.ok) return form.state;
  const { evaluationId, version } = form.value;
  const skills = skillsIn(typedIn(data));
  if (skills.length > MOST_SKILLS) return { faults: [TOO_MANY], typed: typedIn(data) };
  const answer = await ask(marksOperations.changeEvaluation, {
    path: { evaluationId },
    body: { terms: termsOf(form.value, skills), version },
  });
  if (answer.ok) redirect(`${evaluationAddress(evaluationId)}?ok=modifiee`);
  return refused(answer.refusal, data, FIELD_OF);
};

const PublishForm = z.object({
  evaluationId: EvaluationId,
  version: Version,
  from: told(LocalDate.or(z.literal('')), 'Indiquez un jour, ou laissez vide pour publier dès que possible.'),
});

/** Publishes at the school's hours; pupils first, their guardians later. */
export const publishEvaluation = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(PublishForm, data);
  if (!form.ok) return form.state;
  const { evaluationId, version, from } = form.value;
  const answer = await ask(marksOperations.publishEvaluation, {
    path: { evaluationId },
    body: { version, ...(from === '' ? {} : { from }) },
  });
  if (answer.ok) redirect(`${evaluationAddress(evaluationId)}?ok=publiee`);
  return refused(answer.refusal, data, FIELD_OF);
};

const OneForm = z.object({ evaluationId: EvaluationId });

const act =
  (operation: 'cancelPublication' | 'withdrawEvaluation' | 'restoreEvaluation', said: string) =>
  async (data: FormData): Promise<FormState> => {
    const form = await formOf(OneForm, data);
    if (!form.ok) return form.state;
    const answer = await ask(marksOperations[operation], { path: form.value });
    if (answer.ok) redirect(`${evaluationAddress(form.value.evaluationId)}?ok=${said}`);
    return refused(answer.refusal, data, FIELD_OF);
  };

export const cancelPublication = async (_: FormState, data: FormData): Promise<FormState> => act('cancelPublication', 'annulee')(data);
export const withdrawEvaluation = async (_: FormState, data: FormData): Promise<FormState> => act('withdrawEvaluation', 'retiree')(data);
export const restoreEvaluation = async (_: FormState, data: FormData): Promise<FormState> => act('restoreEvaluation', 'retablie')(data);
