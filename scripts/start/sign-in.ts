import { createHash, randomBytes } from 'node:crypto';
import { identityOperations, type Session } from '@preau/shared/identity/api.ts';
import type { ApiClient } from './api-client.ts';

/** Somebody of the demonstration, and the fake guichet where he signs in. */
export interface Who {
  readonly guichet: 'educonnect' | 'agents';
  readonly persona: string;
}

const hiddenOf = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const locationOf = (response: Response): URL => {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.url} answered ${response.status} and leads nowhere`);
  return new URL(location);
};

const form = (values: Readonly<Record<string, string>>) => ({
  method: 'POST',
  redirect: 'manual' as const,
  body: new URLSearchParams(values),
});

/** Signs somebody in as a browser and the web do: guichet, signed answer, one-time code, session. */
export const signIn = async (
  { api, apiOrigin }: { readonly api: ApiClient; readonly apiOrigin: string },
  { guichet, persona }: Who,
): Promise<Session> => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const start = await fetch(`${apiOrigin}/auth/saml/start?${new URLSearchParams({ guichet, challenge }).toString()}`, {
    redirect: 'manual',
  });
  const desk = locationOf(start);
  const answered = await fetch(`${desk.origin}${desk.pathname}`, form({ persona, query: desk.search.slice(1) }));
  const html = await answered.text();
  const [SAMLResponse, RelayState] = [hiddenOf(html, 'SAMLResponse'), hiddenOf(html, 'RelayState')];
  const back = locationOf(await fetch(`${apiOrigin}/auth/saml/acs`, form({ SAMLResponse, RelayState })));
  const code = back.searchParams.get('code');
  if (code === null) throw new Error(`The sign-in of ${persona} ended at ${back.pathname}${back.search}`);
  return api.call(identityOperations.exchangeCode, { body: { code, verifier } });
};
