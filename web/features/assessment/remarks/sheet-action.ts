'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { remarksOperations, type RemarkConflict } from '@preau/shared/assessment/remarks-api.ts';
import { readRemarksCsv } from '@preau/shared/assessment/remarks-csv.ts';
import { saysTheSame } from '@preau/shared/assessment/remarks.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { csvRowsOf } from './csv-rows.ts';
import { rowsOf } from './fields.ts';

const SheetForm = z.object({
  serviceId: ServiceId,
  period: PeriodKey,
  as: z.enum(['draft', 'written']).catch('draft'),
  sheet: z.string().trim().min(1, { message: 'Collez le tableau, avec sa première ligne.' }).max(200_000),
});

const conflictWords = ({ name, by, theirs }: RemarkConflict): string =>
  `${name} : ${by} a écrit depuis « ${theirs} ». Cette ligne n’est pas enregistrée : écrivez-la dans la page des appréciations.`;

/** Takes the remarks of a table filled in elsewhere: nothing when a line cannot be taken, and never over what was written since the file was made. */
export const takeRemarks = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SheetForm, data);
  if (!form.ok) return form.state;
  const { sheet, as, ...path } = form.value;
  const typed = typedIn(data);
  const grid = await ask(remarksOperations.readRemarks, { path });
  if (!grid.ok) return refusedState(grid.refusal, typed);
  const rows = rowsOf(grid.output);
  const { remarks, faults } = readRemarksCsv(sheet, csvRowsOf(grid.output));
  if (faults.length > 0)
    return { faults: faults.map(({ line, message }) => ({ field: 'sheet', message: `Ligne ${line} : ${message}` })), typed };
  const changed = remarks.flatMap(({ row, ...written }) => {
    const known = rows[row];
    return known === undefined || known.closed || saysTheSame(known.remark, written) ? [] : [{ about: known.about, ...written }];
  });
  const back = `/appreciations/${path.serviceId}?periode=${path.period}`;
  if (changed.length === 0) redirect(`${back}&ok=rien`);
  const answer = await ask(remarksOperations.writeRemarks, { path, body: { as, remarks: changed } });
  if (!answer.ok) return refusedState(answer.refusal, typed);
  const { conflicts } = answer.output;
  if (conflicts.length === 0) redirect(`${back}&ok=${as === 'draft' ? 'brouillon' : 'ecrit'}`);
  return { faults: conflicts.map((conflict) => ({ field: 'sheet', message: conflictWords(conflict) })), typed };
};
