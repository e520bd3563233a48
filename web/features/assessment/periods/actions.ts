'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { PeriodKey, PeriodKind, REASON_MAX } from '@preau/shared/assessment/periods.ts';
import { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const ofClass = { schoolId: SchoolId, classId: ClassId, version: z.coerce.number().int().min(0) };
const page = (classId: string, ok: string): string => `/etablissement/periodes/${classId}?ok=${ok}`;

const refusedIn = (refusal: ApiRefusal, data: FormData): FormState => {
  if (refusal.status === 409) refresh();
  return refused(refusal, data);
};

const DatesForm = z.object({
  ...ofClass,
  kind: told(PeriodKind, 'Choisissez trimestres ou semestres.'),
  trimester1: z.string(),
  trimester2: z.string(),
  semester1: z.string(),
});

const MISSING = 'Donnez le dernier jour de la période.';

/** Cuts the year of a class by the dates of the kind that was chosen. */
export const saveDates = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(DatesForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, version, kind } = form.value;
  const fields = kind === 'trimester' ? (['trimester1', 'trimester2'] as const) : (['semester1'] as const);
  const missing = fields.filter((field) => !LocalDate.safeParse(form.value[field]).success);
  if (missing.length > 0) return { faults: missing.map((field) => ({ field, message: MISSING })), typed: typedIn(data) };
  const ends = fields.map((field) => form.value[field]);
  const answer = await ask(periodsOperations.changePeriods, { path: { schoolId, classId }, body: { version, kind, ends } });
  return answer.ok ? redirect(page(classId, 'dates')) : refusedIn(answer.refusal, data);
};

const ClosingForm = z.object({ ...ofClass, period: PeriodKey });

export const closePeriod = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ClosingForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, period, version } = form.value;
  const answer = await ask(periodsOperations.closePeriod, { path: { schoolId, classId, period }, body: { version } });
  return answer.ok ? redirect(page(classId, 'close')) : refusedIn(answer.refusal, data);
};

const ReopeningForm = ClosingForm.extend({
  reason: told(z.string().trim().min(1).max(REASON_MAX), 'Dites pourquoi, en 300 caractères au plus.'),
});

export const reopenPeriod = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ReopeningForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, period, version, reason } = form.value;
  const answer = await ask(periodsOperations.reopenPeriod, { path: { schoolId, classId, period }, body: { version, reason } });
  return answer.ok ? redirect(page(classId, 'rouverte')) : refusedIn(answer.refusal, data);
};

const ManyForm = z.object({ schoolId: SchoolId, period: PeriodKey }).catchall(z.string());

/** Closes one period for every class that was ticked; those that refuse are told by their names. */
export const closeForMany = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ManyForm, data);
  if (!form.ok) return form.state;
  const { schoolId, period } = form.value;
  const typed = typedIn(data);
  const listed = await ask(periodsOperations.listPeriods, { path: { schoolId } });
  if (!listed.ok) return refusedIn(listed.refusal, data);
  const chosen = listed.output.classes.filter(({ classId }) => `classes-${classId}` in typed);
  if (chosen.length === 0) return { faults: [{ field: 'classes', message: 'Cochez au moins une classe.' }], typed };
  const answers = await Promise.all(
    chosen.map(async ({ classId, className, version }) => ({
      className,
      answer: await ask(periodsOperations.closePeriod, { path: { schoolId, classId, period }, body: { version } }),
    })),
  );
  const faults = answers.flatMap(({ className, answer }) =>
    answer.ok ? [] : [{ field: 'classes', message: `${className} : ${answer.refusal.title}` }],
  );
  return faults.length === 0 ? redirect('/etablissement/periodes?ok=closes') : { faults, typed };
};
