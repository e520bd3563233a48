'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { ChangeReason } from '@preau/shared/timetable/schema.ts';
import { timetableOperations, type Clash } from '@preau/shared/timetable/api.ts';
import { Instant, LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import { LessonId, PersonId, RequestId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused, type FieldOfCode } from '@/lib/refused.ts';
import { returnPath, withWord } from '@/lib/return-path.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const optional = <S extends z.ZodType>(schema: S) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(schema)
    .optional();

const time = told(LocalTime, 'Écrivez une heure, par exemple 08:00.');
const text = (max: number) => optional(z.string().trim().max(max, `Écrivez ${max} caractères au plus.`));
const teacher = {
  teacherId: told(PersonId, 'Choisissez un professeur.'),
  replacedId: optional(PersonId),
  room: text(40),
};
const common = {
  lessonId: LessonId,
  basedOn: optional(Instant),
  requestId: RequestId,
  returnTo: z.string(),
  reason: optional(ChangeReason),
  note: text(200),
};

const ChangeForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled'), ...common }),
  z.object({
    kind: z.literal('moved'),
    date: told(LocalDate, 'Écrivez une date.'),
    start: time,
    end: time,
    room: text(40),
    ...common,
  }),
  z.object({
    kind: z.literal('room'),
    room: z.string().trim().min(1, 'Écrivez le nom de la salle.').max(40, 'Écrivez 40 caractères au plus.'),
    ...common,
  }),
  z.object({ kind: z.literal('teacher'), ...teacher, ...common }),
  z.object({ kind: z.literal('replaced'), subject: text(80), ...teacher, ...common }),
]);

const FIELD_OF: FieldOfCode = {
  'timetable.hours-reversed': 'end',
  'timetable.moved-to-past': 'date',
  'timetable.closed-day': 'date',
  'timetable.teacher-unknown': 'teacherId',
};

const WARNED = { teacher: 'professeur', audience: 'classe' } as const satisfies Record<Clash['kind'], string>;

/** What was done, and what else happens at that hour: in words of ours, for names never go into an address. */
const donePath = (returnTo: string, done: string, clashes: readonly Clash[] = []): string => {
  const [where = '/', query = ''] = withWord(returnPath(returnTo, '/vie-scolaire/cours'), 'ok', done).split('?');
  const words = new URLSearchParams(query);
  words.delete('attention');
  for (const kind of new Set(clashes.map((clash) => clash.kind))) words.append('attention', WARNED[kind]);
  return `${where}?${words.toString()}`;
};

/** Changes a lesson, as one of the forms of its page asks. */
export const changeLesson = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ChangeForm, data);
  if (!form.ok) return form.state;
  const { lessonId, basedOn, requestId, returnTo, ...change } = form.value;
  const answer = await ask(timetableOperations.changeLesson, {
    path: { lessonId },
    body: { change, requestId, ...(basedOn === undefined ? {} : { basedOn }) },
  });
  if (answer.ok) redirect(donePath(returnTo, 'modifie', answer.output.clashes));
  return refused(answer.refusal, data, FIELD_OF);
};

const WithdrawalForm = z.object({ lessonId: LessonId, basedOn: Instant, requestId: RequestId, returnTo: z.string() });

/** Gives a lesson back to the timetable. */
export const withdrawChange = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WithdrawalForm, data);
  if (!form.ok) return form.state;
  const { lessonId, returnTo, ...body } = form.value;
  const answer = await ask(timetableOperations.withdrawChange, { path: { lessonId }, body });
  if (answer.ok) redirect(donePath(returnTo, 'retire'));
  return refused(answer.refusal, data);
};
