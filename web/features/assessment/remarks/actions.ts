'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { About, remarksOperations, type RemarkConflict } from '@preau/shared/assessment/remarks-api.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { decimalOf } from '@preau/shared/assessment/remarks-csv.ts';
import { FinalAverage, Position } from '@preau/shared/assessment/remarks.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import type { RequestOf } from '@preau/shared/kernel/operation.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';
import { refusedState, type ApiRefusal } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { printOf, readAgain } from './fields.ts';

const ofGrid = { serviceId: ServiceId, period: PeriodKey };
type Typed = Readonly<Record<string, string>>;

const PREFIX = 'revision-';
const aboutsOf = (typed: Typed): readonly About[] =>
  Object.keys(typed).flatMap((name) => (name.startsWith(PREFIX) ? (About.safeParse(name.slice(PREFIX.length)).data ?? []) : []));

const revisionOf = (typed: Typed, about: About): number => z.coerce.number().int().min(0).catch(0).parse(typed[`${PREFIX}${about}`]);

const rowOf = (typed: Typed, about: About) => ({
  text: typed[`text-${about}`] ?? '',
  position: typed[`position-${about}`] ?? '',
  average: typed[`average-${about}`] ?? '',
});

const WRONG_AVERAGE = 'Écrivez une moyenne de 0 à 20, par exemple 13,5, ou laissez vide.';

const TooLong = z.object({ remarks: z.array(z.object({ about: About, length: z.int() })) });

const stateOf = (refusal: ApiRefusal, typed: Typed): FormState => {
  const found = TooLong.safeParse(refusal.details);
  if (!found.success) return refusedState(refusal, typed);
  const faults = found.data.remarks.map(({ about, length }) => ({
    field: `text-${about}`,
    message: `${length} caractères, pour 600 au plus. Enlevez-en ${length - 600}.`,
  }));
  return { faults, typed };
};

const conflictFault = ({ about, name, by, theirs }: RemarkConflict): Fault => ({
  field: `text-${about}`,
  message: `${name} : ${by} a écrit entre-temps « ${theirs} ». Pour garder votre texte à la place, enregistrez à nouveau.`,
});

const WriteForm = z.object({ ...ofGrid, as: z.enum(['draft', 'written']) }).catchall(z.string());

/** Saves the rows that were changed; those that somebody else wrote meanwhile come back with both texts. */
export const saveRemarks = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WriteForm, data);
  if (!form.ok) return form.state;
  const { serviceId, period, as } = form.value;
  const typed = typedIn(data);
  const faults: Fault[] = [];
  const remarks = aboutsOf(typed).flatMap((about) => {
    const row = rowOf(typed, about);
    const isFinished = as === 'written' && typed[`draft-${about}`] === 'oui';
    if (printOf(row) === typed[`was-${about}`] && !isFinished) return [];
    const position = Position.safeParse(Number(row.position)).data;
    const average = row.average.trim() === '' ? undefined : FinalAverage.safeParse(decimalOf(row.average));
    if (average?.success === false) faults.push({ field: `average-${about}`, message: WRONG_AVERAGE });
    return [
      {
        about,
        revision: revisionOf(typed, about),
        text: row.text,
        ...(position === undefined ? {} : { position }),
        ...(average?.data === undefined ? {} : { finalAverage: average.data }),
      },
    ];
  });
  if (faults.length > 0) return { faults, typed };
  const back = `/appreciations/${serviceId}?periode=${period}`;
  if (remarks.length === 0) redirect(`${back}&ok=rien`);
  const answer = await ask(remarksOperations.writeRemarks, { path: { serviceId, period }, body: { as, remarks } });
  if (!answer.ok) return stateOf(answer.refusal, typed);
  const { conflicts, grid } = answer.output;
  if (conflicts.length === 0) redirect(`${back}&ok=${as === 'draft' ? 'brouillon' : 'ecrit'}`);
  return { faults: conflicts.map(conflictFault), typed: { ...typed, ...readAgain(grid) } };
};

type Proofread = RequestOf<typeof remarksOperations.proofreadRemarks>['body']['remarks'][number];

const ProofreadForm = z.object(ofGrid).catchall(z.string());

/** Agrees with what is ticked, sends back what bears a note. */
export const proofread = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ProofreadForm, data);
  if (!form.ok) return form.state;
  const { serviceId, period } = form.value;
  const typed = typedIn(data);
  const remarks = aboutsOf(typed).flatMap((about): readonly Proofread[] => {
    const [revision, note] = [revisionOf(typed, about), (typed[`note-${about}`] ?? '').trim()];
    if (note !== '') return [{ decision: 'sendBack', about, revision, note }];
    if (typed[`agree-${about}`] === undefined) return [];
    return [{ decision: 'agree', about, revision, text: typed[`text-${about}`] ?? '' }];
  });
  const back = `/appreciations/${serviceId}?periode=${period}&relire=oui`;
  if (remarks.length === 0) redirect(`${back}&ok=rien`);
  const answer = await ask(remarksOperations.proofreadRemarks, { path: { serviceId, period }, body: { remarks } });
  if (!answer.ok) return stateOf(answer.refusal, typed);
  const { conflicts, grid } = answer.output;
  if (conflicts.length === 0) redirect(`${back}&ok=relu`);
  return { faults: conflicts.map(conflictFault), typed: { ...typed, ...readAgain(grid) } };
};
