'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { REASON_MAX } from '@preau/shared/reports/cards-api.ts';
import { Election, type DisciplineChoice } from '@preau/shared/reports/lsu-api.ts';
import { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';

type Typed = Readonly<Record<string, unknown>>;

const namedBy = (typed: Typed, prefix: string): readonly string[] =>
  Object.keys(typed)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));

const SealForm = z.object({ schoolId: SchoolId, period: CardPeriodKey, requestId: z.string().min(8).max(64) }).catchall(z.string());

/** Seals the cards of the ticked classes. */
export const sealCards = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SealForm, data);
  if (!form.ok) return form.state;
  const { schoolId, period, requestId } = form.value;
  const classIds = namedBy(form.value, 'classe-').flatMap((id) => ClassId.safeParse(id).data ?? []);
  if (classIds.length === 0) return { faults: [{ field: 'classe', message: 'Cochez au moins une classe.' }], typed: typedIn(data) };
  const answer = await ask(reportsOperations.sealCards, { path: { schoolId }, body: { period, classIds, requestId } });
  if (answer.ok) redirect(`/bulletins?ok=lance&periode=${period}`);
  return refused(answer.refusal, data);
};

const RevokeForm = z.object({
  pupilId: PersonId,
  period: CardPeriodKey,
  version: z.coerce.number().int().min(1),
  reason: z.string().trim().min(1, 'Indiquez le motif.').max(REASON_MAX, `Écrivez ${REASON_MAX} caractères au plus.`),
});

/** Takes a version back. */
export const revokeCard = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RevokeForm, data);
  if (!form.ok) return form.state;
  const { pupilId, period, version, reason } = form.value;
  const answer = await ask(reportsOperations.revokeCard, { path: { pupilId, period, version }, body: { reason } });
  if (answer.ok) redirect(`/bulletins/${pupilId}/${period}/${version}?ok=annule`);
  return refused(answer.refusal, data);
};

const DisciplinesForm = z.object({ schoolId: SchoolId, period: CardPeriodKey }).catchall(z.string());

/** The fields `label-n`, `code-n` and `election-n` are the n-th subject; one without a code is left as the feed has it. */
const choicesIn = (typed: Typed): readonly DisciplineChoice[] =>
  namedBy(typed, 'label-').flatMap((rank) => {
    const [label, code] = [typed[`label-${rank}`], typed[`code-${rank}`]];
    const election = Election.safeParse(typed[`election-${rank}`]).data ?? 'S';
    return typeof label === 'string' && typeof code === 'string' && code !== '' ? [{ label, code, election }] : [];
  });

/** Keeps which national subject each label is. */
export const setDisciplines = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(DisciplinesForm, data);
  if (!form.ok) return form.state;
  const { schoolId, period } = form.value;
  const answer = await ask(reportsOperations.setDisciplines, { path: { schoolId }, body: { disciplines: [...choicesIn(form.value)] } });
  if (answer.ok) redirect(`/lsu?ok=codes&periode=${period}`);
  return refused(answer.refusal, data);
};
