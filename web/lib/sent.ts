import type { Language } from '@preau/shared/directory/schema.ts';
import type { SessionView } from '@preau/shared/identity/schema.ts';
import type { CookieRole } from './cookies.ts';
import { isLight } from './light-mode.ts';
import { readVisit } from './visit-cookie.ts';

/** What a browser says of its user with each request. */
export interface Sent {
  readonly cookie: (role: CookieRole) => string | undefined;
  readonly saveData: string | null | undefined;
}

/** Who is signed in, as last displayed; undefined for a visitor. */
export const personOf = (sent: Sent): SessionView | undefined =>
  sent.cookie('access') === undefined ? undefined : readVisit(sent.cookie('visit'));

/** Families and visitors read in the language that they chose; staff pages exist in French. */
export const languageOf = (sent: Sent, person: SessionView | undefined): Language => {
  if (person?.kind === 'staff' || person?.kind === 'operator') return 'fr';
  return (sent.cookie('language') ?? person?.language) === 'en' ? 'en' : 'fr';
};

export const isLightFor = (sent: Sent): boolean => isLight(sent.cookie('light'), sent.saveData);
