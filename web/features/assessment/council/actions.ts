'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { CouncilState, Mention, OPINIONS_MAX, OrientationOpinion } from '@preau/shared/assessment/council.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';
import { refusedState, type ApiRefusal } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import { councilAddress } from './addresses.ts';

const ofCouncil = { schoolId: SchoolId, classId: ClassId, period: PeriodKey };
const version = z.coerce.number().int().min(0);

const TooLong = z.object({ length: z.int(), most: z.int() });

const stateOf = (refusal: ApiRefusal, typed: FormState['typed']): FormState => {
  const long = TooLong.safeParse(refusal.details);
  if (!long.success) return refusedState(refusal, typed);
  const { length, most } = long.data;
  return { faults: [{ field: 'synthesis', message: `${length} caractères, pour ${most} au plus. Enlevez-en ${length - most}.` }], typed };
};

const PrepareForm = z.object({ ...ofCouncil, version });

/** Takes the half-days and lates of the period as they stand. */
export const prepareCouncil = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(PrepareForm, data);
  if (!form.ok) return form.state;
  const { version: read, ...path } = form.value;
  const answer = await ask(councilOperations.prepareCouncil, { path, body: { version: read } });
  if (answer.ok) redirect(councilAddress(path, '', '&ok=releve'));
  if (answer.refusal.status === 409) refresh();
  return stateOf(answer.refusal, typedIn(data));
};

const ChangeForm = z.object({
  ...ofCouncil,
  version,
  state: told(CouncilState, 'Dites où en est le conseil.'),
  date: z.union([z.literal(''), told(LocalDate, 'Écrivez une date.')]),
  synthesis: z.string(),
});

export const changeCouncil = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ChangeForm, data);
  if (!form.ok) return form.state;
  const { version: read, state, date, synthesis, ...path } = form.value;
  const body = { version: read, state, synthesis, ...(date === '' ? {} : { date }) };
  const answer = await ask(councilOperations.changeCouncil, { path, body });
  if (answer.ok) redirect(councilAddress(path, '', `&ok=${state === 'held' ? 'enregistre' : 'change'}`));
  const typed = typedIn(data);
  if (answer.refusal.code === 'assessment.council-without-date') {
    return { faults: [{ field: 'date', message: answer.refusal.title }], typed };
  }
  if (answer.refusal.status === 409) refresh();
  return stateOf(answer.refusal, typed);
};

const DecideForm = z
  .object({ ...ofCouncil, pupilId: PersonId, revision: version, synthesis: z.string(), mention: z.string(), next: z.string().optional() })
  .catchall(z.string());

const Theirs = z.object({ theirs: z.object({ synthesis: z.string(), byName: z.string(), revision: z.int() }) });

/** Wishes left empty are no opinions; a wish without an opinion is told. */
const opinionsOf = (typed: FormState['typed']) => {
  const faults: Fault[] = [];
  const opinions: OrientationOpinion[] = [];
  for (let row = 0; row < OPINIONS_MAX; row += 1) {
    const wish = (typed[`wish-${row}`] ?? '').trim();
    if (wish === '') continue;
    const read = OrientationOpinion.safeParse({ wish, opinion: typed[`opinion-${row}`] });
    if (read.success) opinions.push(read.data);
    else faults.push({ field: `opinion-${row}`, message: `Dites l’avis du conseil sur « ${wish} ».` });
  }
  return { faults, opinions };
};

/** What the council says of one pupil; over somebody else’s text, shows both. */
export const decideForPupil = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(DecideForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, period, pupilId, revision, synthesis, next } = form.value;
  const typed = typedIn(data);
  const { faults, opinions } = opinionsOf(typed);
  if (faults.length > 0) return { faults, typed };
  const mention = Mention.safeParse(form.value.mention).data;
  const path = { schoolId, classId, period };
  const answer = await ask(councilOperations.decideForPupil, {
    path: { ...path, pupilId },
    body: { revision, synthesis, opinions, ...(mention === undefined ? {} : { mention }) },
  });
  if (answer.ok) redirect(councilAddress(path, `/${PersonId.safeParse(next).data ?? pupilId}`, '&ok=synthese'));
  const theirs = Theirs.safeParse(answer.refusal.details);
  if (theirs.success) {
    const { synthesis: text, byName, revision: read } = theirs.data.theirs;
    const message = `${byName} a écrit entre-temps : « ${text} ». Pour garder votre texte à la place, enregistrez à nouveau.`;
    return { faults: [{ field: 'synthesis', message }], typed: { ...typed, revision: String(read) } };
  }
  return stateOf(answer.refusal, typed);
};
