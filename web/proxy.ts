import { NextResponse, type NextRequest } from 'next/server';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { callApi } from './lib/api.ts';
import { config as environment, isDevelopment, isSecure } from './lib/config.ts';
import { cookieName, cookieOptions, SESSION_SECONDS } from './lib/cookies.ts';
import { contentSecurityPolicy } from './lib/csp.ts';
import { isLight } from './lib/light-mode.ts';
import { isOurOwnForm } from './lib/same-origin.ts';
import { sealVisit } from './lib/visit-cookie.ts';

/** The pages of `pages/`, whatever the mode. */
const SCRIPTLESS = new Set(['/accueil', '/resultats', '/resultats/expliquer', '/resultats/simulation']);

interface Renewal {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly visit: string | undefined;
}

const renew = async (request: NextRequest, apiOrigin: string, secure: boolean): Promise<Renewal | 'ended' | undefined> => {
  const refreshToken = request.cookies.get(cookieName('refresh', secure))?.value;
  if (refreshToken === undefined || request.cookies.has(cookieName('access', secure))) return undefined;
  const answer = await callApi({ origin: apiOrigin, fetch }, identityOperations.refreshSession, { body: { refreshToken } }, undefined);
  if (!answer.ok) return answer.refusal.status === 401 ? 'ended' : undefined;
  const person = await callApi({ origin: apiOrigin, fetch }, identityOperations.readSession, {}, answer.output.accessToken);
  return { ...answer.output, visit: person.ok ? sealVisit(person.output) : undefined };
};

/** Gives the page what it reads of its request: its cookies as renewed, its own address, and its policy, where Next finds the nonce of its scripts. */
const passOn = (request: NextRequest, policy: string): NextResponse => {
  const headers = new Headers(request.headers);
  headers.set('x-page', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('Content-Security-Policy', policy);
  return NextResponse.next({ request: { headers } });
};

/**
 * Dresses each page with its content policy, refuses foreign forms and prolongs a session whose token has run out.
 * It authorises nothing: the API does, at each call.
 */
export const proxy = async (request: NextRequest): Promise<NextResponse> => {
  const { API_ORIGIN, WEB_ORIGIN, UPLOAD_ORIGINS } = environment();
  const provenance = {
    method: request.method,
    origin: request.headers.get('origin'),
    fetchSite: request.headers.get('sec-fetch-site'),
    webOrigin: WEB_ORIGIN,
  };
  if (!isOurOwnForm(provenance))
    return new NextResponse('Ce formulaire ne vient pas de nos pages. Revenez à l’accueil.', {
      status: 403,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });

  const secure = isSecure(WEB_ORIGIN);
  const renewal = await renew(request, API_ORIGIN, secure);
  if (renewal === 'ended') request.cookies.delete(cookieName('refresh', secure));
  if (typeof renewal === 'object') request.cookies.set(cookieName('access', secure), renewal.accessToken);
  if (typeof renewal === 'object' && renewal.visit !== undefined) request.cookies.set(cookieName('visit', secure), renewal.visit);

  const carriesNone = SCRIPTLESS.has(request.nextUrl.pathname);
  const isScriptless = carriesNone || isLight(request.cookies.get(cookieName('light', secure))?.value, request.headers.get('save-data'));
  const policy = contentSecurityPolicy({
    ...(isScriptless ? {} : { nonce: btoa(crypto.randomUUID()) }),
    uploadOrigins: UPLOAD_ORIGINS,
    development: isDevelopment(),
  });
  const response = carriesNone && renewal === undefined ? NextResponse.next() : passOn(request, policy);
  response.headers.set('Content-Security-Policy', policy);
  if (renewal === 'ended') response.cookies.set(cookieName('refresh', secure), '', cookieOptions(secure, 0));
  if (typeof renewal === 'object') {
    response.cookies.set(
      cookieName('access', secure),
      renewal.accessToken,
      cookieOptions(secure, Math.max(60, renewal.expiresInSeconds - 60)),
    );
    if (renewal.visit !== undefined)
      response.cookies.set(cookieName('visit', secure), renewal.visit, cookieOptions(secure, SESSION_SECONDS));
  }
  return response;
};

/** Pages without scripts that no form is posted to dress themselves (`plainProps`): they come here for a session to prolong, and for that alone. */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|favicon.ico|icon.svg|accueil$|resultats$|resultats/expliquer$).*)',
    {
      source: '/(accueil|resultats|resultats/expliquer)',
      missing: [
        { type: 'cookie', key: 'preau-acces' },
        { type: 'cookie', key: '__Host-preau-acces' },
      ],
    },
  ],
};
