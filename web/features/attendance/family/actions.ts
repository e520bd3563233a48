'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { AbsenceReason } from '@preau/shared/attendance/schema.ts';
import { AbsenceId, FileId, RequestId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { words } from '@/lib/lists.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import { answeredIn } from './answered.ts';

const JustifyForm = z
  .object({
    absenceId: AbsenceId,
    reason: told(AbsenceReason, 'Choisissez un motif.'),
    comment: z.string().trim().max(1000, 'Écrivez 1 000 caractères au plus.'),
    files: words(z.array(FileId)).default([]),
    requestId: RequestId,
  })
  .loose();

/** Justifies an absence for the guardian, or the adult pupil, who is signed in. */
export const justifyAbsence = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(JustifyForm, data);
  if (!form.ok) return form.state;
  const { absenceId, reason, comment, files, requestId } = form.value;
  const answered = answeredIn(form.value);
  if (answered.hours.length === 0 && !answered.restOfDay)
    return { faults: [{ field: 'hours', message: 'Choisissez au moins une heure.' }], typed: typedIn(data) };
  const named = files.map((fileId, index) => ({ fileId, name: `Document ${index + 1}` }));
  const answer = await ask(attendanceOperations.justifyAbsence, {
    path: { absenceId },
    body: { ...answered, reason, comment, files: named, requestId },
  });
  if (answer.ok) redirect(`/absences/${absenceId}?ok=justifie`);
  return refused(answer.refusal, data);
};
