import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Language } from '@preau/shared/directory/schema.ts';
import type { SessionView } from '@preau/shared/identity/schema.ts';
import type { AnyOperation, OutputOf, RequestOf } from '@preau/shared/kernel/operation.ts';
import { callApi, type Answer } from './api.ts';
import { config } from './config.ts';
import { readCookie } from './cookie-jar.ts';
import { askOverHttp } from './http-door.ts';
import { isLight } from './light-mode.ts';
import type { ApiRefusal } from './refusal.ts';
import { readVisit } from './visit-cookie.ts';

/** Who is signed in, as last displayed; undefined for a visitor. */
export const rememberedPerson = cache(async (): Promise<SessionView | undefined> => {
  const signedIn = (await readCookie('access')) !== undefined;
  return signedIn ? readVisit(await readCookie('visit')) : undefined;
});

/** Families and visitors read in the language that they chose; staff pages exist in French. */
export const pageLanguage = cache(async (): Promise<Language> => {
  const person = await rememberedPerson();
  if (person?.kind === 'staff' || person?.kind === 'operator') return 'fr';
  const chosen = (await readCookie('language')) ?? person?.language;
  return chosen === 'en' ? 'en' : 'fr';
});

export const lightMode = cache(async (): Promise<boolean> => isLight(await readCookie('light'), (await headers()).get('save-data')));

/** Calls an operation for the person of this request. */
export const ask = async <O extends AnyOperation>(operation: O, request: RequestOf<O>): Promise<Answer<O>> =>
  callApi({ origin: config().API_ORIGIN, fetch: askOverHttp }, operation, request, await readCookie('access'));

/** Whoever is not signed in is led to the sign-in page, which says why. */
export const leaveIfSignedOut = (refusal: ApiRefusal): void => {
  if (refusal.status === 401) redirect('/connexion?motif=session');
};

export type Loaded<O extends AnyOperation> =
  | { readonly ok: true; readonly output: OutputOf<O> }
  | { readonly ok: false; readonly refusal: ApiRefusal };

/** What a page shows: the operation's output, or the refusal to tell; the signed-out are sent to sign in. */
export const load = async <O extends AnyOperation>(operation: O, request: RequestOf<O>): Promise<Loaded<O>> => {
  const answer = await ask(operation, request);
  if (!answer.ok) leaveIfSignedOut(answer.refusal);
  return answer;
};
