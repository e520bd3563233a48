const NAMES = {
  access: 'preau-acces',
  refresh: 'preau-session',
  verifier: 'preau-depart',
  farewell: 'preau-adieu',
  visit: 'preau-visite',
  language: 'langue',
  light: 'lite',
  place: 'place',
} as const;

export type CookieRole = keyof typeof NAMES;

const PROTECTED: readonly CookieRole[] = ['access', 'refresh', 'verifier', 'farewell', 'visit'];

/** Cookies that carry a session are bound to the host by their prefix wherever there is TLS. */
export const cookieName = (role: CookieRole, secure: boolean): string =>
  secure && PROTECTED.includes(role) ? `__Host-${NAMES[role]}` : NAMES[role];

export interface CookieOptions {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly secure: boolean;
  readonly maxAge: number;
}

/** Scripts never read a cookie of ours, and another site's form never carries one. */
export const cookieOptions = (secure: boolean, maxAgeSeconds: number): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
  maxAge: maxAgeSeconds,
});

export const A_YEAR_SECONDS = 365 * 24 * 3600;

/** How long the refresh cookie stays; the API decides whether it is still worth something. */
export const SESSION_SECONDS = 12 * 3600;
