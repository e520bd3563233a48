'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { settingsOperations } from '@preau/shared/directory/settings-api.ts';
import type { Closure } from '@preau/shared/kernel/publication.ts';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';
import { refused, type FieldOfCode } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const MANY = 40;
const time = told(LocalTime, 'Écrivez une heure, par exemple 07:00.');
const minutes = (from: number, until: number) =>
  told(z.coerce.number().int().min(from).max(until), `Écrivez un nombre de minutes, de ${from} à ${until}.`);

const SettingsForm = z
  .object({
    schoolId: SchoolId,
    version: z.coerce.number().int().min(0),
    opens: time,
    closes: time,
    onPublicHolidays: z.enum(['open', 'closed'], { error: 'Choisissez si les jours fériés sont ouverts.' }),
    onSchoolHolidays: z.enum(['open', 'closed'], { error: 'Choisissez si les vacances sont ouvertes.' }),
    spreadMinutes: minutes(0, 30),
    dayLimitMinutes: minutes(10, 600),
    forTomorrowUntil: time,
  })
  .catchall(z.string());

type Typed = Readonly<Record<string, unknown>>;

const weekdaysOf = (typed: Typed): number[] => [1, 2, 3, 4, 5, 6, 7].filter((day) => `weekdays-${day}` in typed);

/** Rows left empty are no closures; a row with one date alone is told. */
const closuresOf = (typed: Typed): { readonly closures: Closure[]; readonly faults: Fault[] } => {
  const closures: Closure[] = [];
  const faults: Fault[] = [];
  for (let row = 0; row < MANY; row += 1) {
    const [from, until] = [typed[`from-${row}`], typed[`until-${row}`]];
    if ((from === undefined || from === '') && (until === undefined || until === '')) continue;
    const [first, last] = [LocalDate.safeParse(from), LocalDate.safeParse(until)];
    if (first.success && last.success) closures.push({ from: first.data, until: last.data });
    else
      faults.push({
        field: `${first.success ? 'until' : 'from'}-${row}`,
        message: 'Donnez le premier et le dernier jour de la fermeture.',
      });
  }
  return { closures, faults };
};

const FIELD_OF: FieldOfCode = { 'directory.window-too-short': 'closes' };

/** Changes a school's rules; over a change that was not read, says so and shows the rules in force. */
export const saveSettings = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SettingsForm, data);
  if (!form.ok) return form.state;
  const { schoolId, version, opens, closes, onPublicHolidays, onSchoolHolidays, spreadMinutes, dayLimitMinutes, forTomorrowUntil } =
    form.value;
  const typed = typedIn(data);
  const weekdays = weekdaysOf(typed);
  const { closures, faults } = closuresOf(typed);
  if (weekdays.length === 0) faults.push({ field: 'weekdays', message: 'Cochez au moins un jour de publication.' });
  if (faults.length > 0) return { faults, typed };
  const decided = {
    opens,
    closes,
    weekdays,
    closures,
    onPublicHolidays,
    onSchoolHolidays,
    spreadMinutes,
    dayLimitMinutes,
    forTomorrowUntil,
  };
  const answer = await ask(settingsOperations.changeSchoolSettings, { path: { schoolId }, body: { decided, version } });
  if (answer.ok) redirect('/etablissement/reglages?ok=enregistre');
  if (answer.refusal.code === 'directory.settings-changed-meanwhile') refresh();
  return refused(answer.refusal, data, FIELD_OF);
};
