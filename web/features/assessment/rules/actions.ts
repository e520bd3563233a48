'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { LocalTime } from '@preau/shared/kernel/school-time.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import { HOUR_FIELDS, SHOWN } from './fields.ts';

const hour = told(LocalTime.or(z.literal('')), 'Écrivez une heure, par exemple 14:00, ou laissez vide.');
const shown = told(z.enum(SHOWN), 'Choisissez si les familles le voient.');
const { rounding, generalFrom, guardianDelayHours } = MarksSettings.shape;

const RulesForm = z.object({
  schoolId: SchoolId,
  version: z.coerce.number().int().min(0),
  'hour-0': hour,
  'hour-1': hour,
  'hour-2': hour,
  'hour-3': hour,
  guardianDelayHours: told(z.coerce.number().pipe(guardianDelayHours), 'Écrivez un nombre d’heures, de 0 à 168.'),
  rounding: told(rounding, 'Choisissez un arrondi.'),
  generalFrom: told(generalFrom, 'Choisissez de quoi part la moyenne générale.'),
  classFigures: shown,
  rank: shown,
});

/** Changes a school's rules for marks; over a change that was not read, says so and shows the rules in force. */
export const saveRules = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RulesForm, data);
  if (!form.ok) return form.state;
  const { schoolId, version, classFigures, rank, ...rest } = form.value;
  const settings: MarksSettings = {
    hours: [...new Set(HOUR_FIELDS.map((field) => rest[field]).filter((one) => one !== ''))].toSorted(),
    guardianDelayHours: rest.guardianDelayHours,
    rounding: rest.rounding,
    generalFrom: rest.generalFrom,
    classFigures: classFigures === 'shown',
    rank: rank === 'shown',
  };
  const answer = await ask(marksOperations.changeMarksSettings, { path: { schoolId }, body: { settings, version } });
  if (answer.ok) redirect('/etablissement/notes?ok=enregistre');
  if (answer.refusal.status === 409) refresh();
  return refused(answer.refusal, data, { 'assessment.hours-outside-window': HOUR_FIELDS[0] });
};
