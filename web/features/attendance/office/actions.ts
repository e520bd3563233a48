'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { AbsenceReason } from '@preau/shared/attendance/schema.ts';
import { AbsenceId, PersonId, RequestId } from '@preau/shared/kernel/ids.ts';
import { LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { refused } from '@/lib/refused.ts';
import { returnPath, withWord } from '@/lib/return-path.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const DecisionForm = z
  .object({
    absenceId: AbsenceId,
    justificationId: z.string().min(6).max(80),
    outcome: z.enum(['accept', 'refuse', 'reopen']),
    template: z.string().max(500).default(''),
    reason: z.string().trim().max(500, 'Écrivez 500 caractères au plus.').default(''),
    returnTo: z.string(),
  })
  .refine(({ outcome, template, reason }) => outcome !== 'refuse' || template !== '' || reason !== '', {
    path: ['reason'],
    message: 'Un refus doit être expliqué à la famille. Choisissez ou écrivez le motif.',
  });

const DONE = { accept: 'accepte', refuse: 'refuse', reopen: 'rouvert' } as const;

/** Accepts or refuses a justification, or takes a decision back. */
export const decideJustification = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(DecisionForm, data);
  if (!form.ok) return form.state;
  const { absenceId, justificationId, outcome, template, reason, returnTo } = form.value;
  const said = reason === '' ? template : reason;
  const answer = await ask(attendanceOperations.decideJustification, {
    path: { absenceId, justificationId },
    body: { outcome, ...(outcome === 'refuse' ? { reason: said } : {}) },
  });
  if (answer.ok) redirect(withWord(returnPath(returnTo), 'ok', DONE[outcome]));
  return refused(answer.refusal, data);
};

const WithdrawalForm = z.object({ absenceId: AbsenceId, declarationId: z.string().min(6).max(80) });

/** Takes back an absence that the office had entered. */
export const withdrawDeclaration = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WithdrawalForm, data);
  if (!form.ok) return form.state;
  const answer = await ask(attendanceOperations.withdrawDeclaration, { path: form.value });
  if (answer.ok) redirect(`/absences/${form.value.absenceId}?ok=retire`);
  return refusedState(answer.refusal, {});
};

const time = told(LocalTime, 'Écrivez une heure, par exemple 08:00.');

const DeclarationForm = z.object({
  pupilId: PersonId,
  classId: z.string().max(90),
  date: told(LocalDate, 'Écrivez une date.'),
  from: time,
  until: time,
  kind: z.enum(['absence', 'school'], { error: 'Choisissez de quoi il s’agit.' }),
  reason: AbsenceReason.or(z.literal('').transform(() => undefined)).optional(),
  requestId: RequestId,
});

/** Enters an absence for a pupil: after a call from the family, or for an outing. */
export const declareAbsence = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(DeclarationForm, data);
  if (!form.ok) return form.state;
  const { pupilId, classId, reason, ...rest } = form.value;
  const answer = await ask(attendanceOperations.declareAbsence, {
    path: { pupilId },
    body: { ...rest, ...(reason === undefined ? {} : { reason }) },
  });
  if (answer.ok) redirect(`/vie-scolaire/saisir?${new URLSearchParams({ classe: classId, ok: 'saisi' }).toString()}`);
  return refused(answer.refusal, data, {
    'attendance.hours-reversed': 'until',
    'attendance.date-outside-year': 'date',
    'attendance.day-of-other-school': 'date',
  });
};
