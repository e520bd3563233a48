import * as z from 'zod';
import { Language } from '@preau/shared/directory/schema.ts';
import { dropCookies, setCookie } from '@/lib/cookie-jar.ts';
import { A_YEAR_SECONDS } from '@/lib/cookies.ts';
import { formOf } from '@/lib/form.ts';
import { returnPath } from '@/lib/return-path.ts';

const LightForm = z.object({ light: z.enum(['0', '1']), returnTo: z.string() });
const LanguageForm = z.object({ language: Language, returnTo: z.string() });
const PlaceForm = z.object({ school: z.string().max(90), role: z.string().max(20) });

/** Sets what a form asks for in this browser, and says which page comes next. */
type Change = (data: FormData) => Promise<string>;

const switchLightMode: Change = async (data) => {
  const form = await formOf(LightForm, data);
  if (form.ok) await setCookie('light', form.value.light, A_YEAR_SECONDS);
  return form.ok ? returnPath(form.value.returnTo, '/') : '/';
};

/** The language of the pages; the setting that alerts follow is in the preferences. */
const switchLanguage: Change = async (data) => {
  const form = await formOf(LanguageForm, data);
  if (form.ok) await setCookie('language', form.value.language, A_YEAR_SECONDS);
  return form.ok ? returnPath(form.value.returnTo, '/') : '/';
};

/** The school or the role of the moment. */
const switchPlace: Change = async (data) => {
  const form = await formOf(PlaceForm, data);
  if (form.ok) await setCookie('place', `${form.value.school}.${form.value.role}`, A_YEAR_SECONDS);
  else await dropCookies('place');
  return '/accueil';
};

/** What the frame of every page lets change, by the last part of the address that its form posts to. */
export const changes: ReadonlyMap<string, Change> = new Map([
  ['mode-leger', switchLightMode],
  ['langue', switchLanguage],
  ['place', switchPlace],
]);
