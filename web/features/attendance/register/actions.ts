'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { LessonId, PersonId, RequestId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import { words } from '@/lib/lists.ts';
import { refusedState } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { markOf } from './marks.ts';
import type { RegisterState } from './state.ts';

const RegisterForm = z.object({
  lessonId: LessonId,
  baseVersion: z.coerce.number().int().min(0),
  requestId: RequestId,
  called: words(z.array(PersonId).max(400)),
});

/** Records a register, or brings back both versions when somebody was faster. */
export const submitRegister = async (previous: RegisterState, data: FormData): Promise<RegisterState> => {
  const form = await formOf(RegisterForm.loose(), data);
  const attempt = previous.attempt + 1;
  if (!form.ok) return { ...previous, attempt, faults: form.state.faults, typed: form.state.typed };
  const { lessonId, baseVersion, requestId, called } = form.value;
  const typed = typedIn(data);
  const marks = called.flatMap((pupilId) => markOf(pupilId, typed) ?? []);
  const answer = await ask(attendanceOperations.takeRegister, { path: { lessonId }, body: { baseVersion, called, marks, requestId } });
  if (answer.ok) redirect(`/appel/${lessonId}?ok=valide`);
  // Whatever was refused, the list and the version in force are read again: nothing typed is lost.
  const fresh = await ask(attendanceOperations.readRegister, { path: { lessonId } });
  return {
    attempt,
    faults: refusedState(answer.refusal, typed).faults,
    typed,
    requestId: crypto.randomUUID(),
    called,
    conflict: answer.refusal.code === 'attendance.register-taken-meanwhile',
    ...(fresh.ok ? { register: fresh.output } : {}),
  };
};
