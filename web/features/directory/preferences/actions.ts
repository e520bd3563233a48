'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { Language } from '@preau/shared/directory/schema.ts';
import { setCookie } from '@/lib/cookie-jar.ts';
import { A_YEAR_SECONDS } from '@/lib/cookies.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const PreferencesForm = z.object({ language: told(Language, 'Choisissez une langue.'), light: z.enum(['0', '1']) });

/** Keeps the language of pages and alerts with the person, and the light mode with the browser. */
export const savePreferences = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(PreferencesForm, data);
  if (!form.ok) return form.state;
  const { language, light } = form.value;
  const answer = await ask(directoryOperations.setPreferences, { body: { language } });
  if (!answer.ok) {
    return refused(answer.refusal, data);
  }
  await setCookie('language', language, A_YEAR_SECONDS);
  await setCookie('light', light, A_YEAR_SECONDS);
  redirect('/preferences?ok=enregistre');
};
