'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { HoldId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';

const why = z.string().trim().min(5, 'Écrivez une raison de 5 caractères au moins.').max(300, 'Écrivez 300 caractères au plus.');

const HoldForm = z.object({
  schoolId: SchoolId,
  holdId: HoldId,
  decision: z.enum(['release', 'cancel'], { error: 'Choisissez d’envoyer ou d’annuler.' }),
  typedCount: z
    .string()
    .regex(/^\d{1,7}$/u, 'Tapez le nombre d’alertes en attente, en chiffres.')
    .transform(Number),
  reason: why,
});

/** Sends or cancels an unusual burst, once its count has been typed. */
export const decideHold = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(HoldForm, data);
  if (!form.ok) return form.state;
  const { schoolId, holdId, ...body } = form.value;
  const answer = await ask(alertsOperations.decideHold, { path: { schoolId, holdId }, body });
  if (answer.ok) redirect(`/vie-scolaire/envois?ok=${body.decision === 'release' ? 'envoye' : 'annule'}`);
  return refused(answer.refusal, data, { 'alerts.count-differs': 'typedCount' });
};

const SwitchForm = z.object({ schoolId: SchoolId, sending: z.enum(['oui', 'non']), reason: why });

/** Suspends a school's alerts, or lets them go again. */
export const setSwitch = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SwitchForm, data);
  if (!form.ok) return form.state;
  const sending = form.value.sending === 'oui';
  const answer = await ask(alertsOperations.setSwitch, {
    path: { schoolId: form.value.schoolId },
    body: { sending, reason: form.value.reason },
  });
  if (answer.ok) redirect(`/vie-scolaire/envois?ok=${sending ? 'repris' : 'suspendu'}`);
  return refused(answer.refusal, data);
};

const count = (fault: string) =>
  z
    .string()
    .regex(/^\d{1,4}$/u, fault)
    .transform(Number);

const SettingsForm = z.object({
  schoolId: SchoolId,
  holdSeconds: count('Écrivez un nombre de secondes, de 0 à 900.').refine((seconds) => seconds <= 900, 'Écrivez 900 secondes au plus.'),
  smsAfterMinutes: z
    .literal('')
    .transform(() => undefined)
    .or(
      count('Écrivez un nombre de minutes, de 5 à 240, ou rien.').refine(
        (minutes) => minutes >= 5 && minutes <= 240,
        'Écrivez de 5 à 240 minutes, ou rien.',
      ),
    ),
});

/** Sets how long an alert may still be undone, and when an SMS follows an e-mail that nobody answered. */
export const changeSettings = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SettingsForm, data);
  if (!form.ok) return form.state;
  const { schoolId, holdSeconds, smsAfterMinutes } = form.value;
  const body = { alertHoldSeconds: holdSeconds, ...(smsAfterMinutes === undefined ? {} : { smsAfterMinutes }) };
  const answer = await ask(alertsOperations.changeSettings, { path: { schoolId }, body });
  if (answer.ok) redirect('/vie-scolaire/envois?ok=regle');
  return refused(answer.refusal, data);
};
