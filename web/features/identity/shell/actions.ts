'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { Language } from '@preau/shared/directory/schema.ts';
import { dropCookies, setCookie } from '@/lib/cookie-jar.ts';
import { A_YEAR_SECONDS } from '@/lib/cookies.ts';
import { formOf } from '@/lib/form.ts';
import { returnPath } from '@/lib/return-path.ts';

const LightForm = z.object({ light: z.enum(['0', '1']), returnTo: z.string() });
const LanguageForm = z.object({ language: Language, returnTo: z.string() });
const PlaceForm = z.object({ school: z.string().max(90), role: z.string().max(20) });

/** Turns the light mode on or off for this browser. */
export const switchLightMode = async (data: FormData): Promise<void> => {
  const form = await formOf(LightForm, data);
  if (form.ok) await setCookie('light', form.value.light, A_YEAR_SECONDS);
  redirect(form.ok ? returnPath(form.value.returnTo, '/') : '/');
};

/** Changes the language of the pages for this browser; the setting that alerts follow is in the preferences. */
export const switchLanguage = async (data: FormData): Promise<void> => {
  const form = await formOf(LanguageForm, data);
  if (form.ok) await setCookie('language', form.value.language, A_YEAR_SECONDS);
  redirect(form.ok ? returnPath(form.value.returnTo, '/') : '/');
};

/** Changes the school or the role of the moment. */
export const switchPlace = async (data: FormData): Promise<void> => {
  const form = await formOf(PlaceForm, data);
  if (form.ok) await setCookie('place', `${form.value.school}.${form.value.role}`, A_YEAR_SECONDS);
  else await dropCookies('place');
  redirect('/accueil');
};
