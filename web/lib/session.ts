import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Language } from '@preau/shared/directory/schema.ts';
import type { SessionView } from '@preau/shared/identity/schema.ts';
import type { AnyOperation, OutputOf, RequestOf } from '@preau/shared/kernel/operation.ts';
import { config, isSecure } from './config.ts';
import { readCookie } from './cookie-jar.ts';
import { cookieName } from './cookies.ts';
import { askAs, type Ask } from './ask.ts';
import type { ApiRefusal } from './refusal.ts';
import { SIGN_IN } from './sign-in-path.ts';
import { isLightFor, languageOf, personOf, type Sent } from './sent.ts';

/** What this request says of its user. */
export const sent = cache(async (): Promise<Sent> => {
  const [jar, head] = [await cookies(), await headers()];
  const secure = isSecure(config().WEB_ORIGIN);
  return { cookie: (role) => jar.get(cookieName(role, secure))?.value, saveData: head.get('save-data') };
});

/** Who is signed in, as last displayed; undefined for a visitor. */
const rememberedPerson = cache(async (): Promise<SessionView | undefined> => personOf(await sent()));

export const pageLanguage = cache(async (): Promise<Language> => languageOf(await sent(), await rememberedPerson()));

export const lightMode = async (): Promise<boolean> => isLightFor(await sent());

/** Calls an operation for the person of this request. */
export const ask: Ask = async (operation, request) => askAs(await readCookie('access'))(operation, request);

/** Whoever is not signed in is led to the sign-in page, which says why. */
export const leaveIfSignedOut = (refusal: ApiRefusal): void => {
  if (refusal.status === 401) redirect(SIGN_IN);
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
