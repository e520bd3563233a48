import { cookies } from 'next/headers';
import { identityOperations, type Session } from '@preau/shared/identity/api.ts';
import { callApi } from './api.ts';
import { config, isSecure } from './config.ts';
import { cookieName, cookieOptions, SESSION_SECONDS, type CookieRole } from './cookies.ts';
import { sealVisit } from './visit-cookie.ts';

const secure = (): boolean => isSecure(config().WEB_ORIGIN);

export const readCookie = async (role: CookieRole): Promise<string | undefined> => (await cookies()).get(cookieName(role, secure()))?.value;

/** Only where Next allows it: in actions and route handlers. */
export const setCookie = async (role: CookieRole, value: string, maxAgeSeconds: number): Promise<void> => {
  (await cookies()).set(cookieName(role, secure()), value, cookieOptions(secure(), maxAgeSeconds));
};

export const dropCookies = async (...roles: readonly CookieRole[]): Promise<void> => {
  for (const role of roles) await setCookie(role, '', 0);
};

/** A session lives in httpOnly cookies: the access token for as long as it is valid, the refresh token for a working day. */
export const keepSession = async (session: Session): Promise<void> => {
  await setCookie('access', session.accessToken, Math.max(60, session.expiresInSeconds - 60));
  await setCookie('refresh', session.refreshToken, SESSION_SECONDS);
  const person = await callApi({ origin: config().API_ORIGIN, fetch }, identityOperations.readSession, {}, session.accessToken);
  const visit = person.ok ? sealVisit(person.output) : undefined;
  await (visit === undefined ? dropCookies('visit') : setCookie('visit', visit, SESSION_SECONDS));
  await dropCookies('language', 'farewell');
};
