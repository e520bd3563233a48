'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { levelsOperations, type LevelConflict } from '@preau/shared/assessment/levels-api.ts';
import { readLevelsCsv } from '@preau/shared/assessment/levels-csv.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { levelsAddress } from './levels-addresses.ts';

const SheetForm = z.object({
  serviceId: ServiceId,
  sheet: z.string().trim().min(1, { message: 'Collez le tableau, avec sa première ligne.' }).max(100_000),
});

/** Takes the levels of a table filled in elsewhere: nothing when a line cannot be taken, and never over what a colleague decided since the file was made. */
export const takeLevels = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SheetForm, data);
  if (!form.ok) return form.state;
  const { sheet, serviceId } = form.value;
  const typed = typedIn(data);
  const read = await ask(levelsOperations.readLevels, { path: { serviceId } });
  if (!read.ok) return refusedState(read.refusal, typed);
  const { pupils, skills } = read.output;
  const { levels, faults } = readLevelsCsv(sheet, read.output);
  if (faults.length > 0)
    return { faults: faults.map(({ line, message }) => ({ field: 'sheet', message: `Ligne ${line} : ${message}` })), typed };
  const changed = levels.flatMap(({ pupil, revision, set }) => {
    const known = pupils[pupil];
    return known === undefined || known.closed ? [] : [{ pupilId: known.pupilId, revision, set: [...set] }];
  });
  const back = levelsAddress(serviceId, skills[0]?.skillId ?? '', `&ok=${changed.length === 0 ? 'rien' : 'niveaux'}`);
  if (changed.length === 0) redirect(back);
  const answer = await ask(levelsOperations.writeLevels, { path: { serviceId }, body: { levels: changed } });
  if (!answer.ok) return refusedState(answer.refusal, typed);
  const { conflicts } = answer.output;
  if (conflicts.length === 0) redirect(back);
  const words = ({ name, by, skillId }: LevelConflict): string =>
    `${name}, ${skills.find((skill) => skill.skillId === skillId)?.label ?? ''} : ${by} en a décidé depuis. Choisissez le niveau dans la page.`;
  return { faults: conflicts.map((conflict) => ({ field: 'sheet', message: words(conflict) })), typed };
};
