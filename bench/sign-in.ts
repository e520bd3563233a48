import { identityOperations } from '@preau/shared/identity/api.ts';
import { signIn, type Who } from '../scripts/start/sign-in.ts';
import { cookieName } from '../web/lib/cookies.ts';
import { sealVisit } from '../web/lib/visit-cookie.ts';
import type { MeasuredSystem } from './running-system.ts';

/** Camille Keller: two children in two schools. */
export const PARENT: Who = { guichet: 'educonnect', persona: 'parent-deux-etablissements' };
/** Anne-Sophie Schmitt: has a lesson with 4B now. */
export const TEACHER: Who = { guichet: 'agents', persona: 'professeure' };

/** Léa Keller, of 4B. */
export const PUPIL: Who = { guichet: 'educonnect', persona: 'eleve-mineure' };

/** Isabelle Marchal, head of their school. */
export const HEAD: Who = { guichet: 'agents', persona: 'principale' };

/** What the web keeps of a session in the browser, for whoever opens a page without coming through the guichet. */
export const sessionCookies = async (
  system: MeasuredSystem,
  who: Who,
): Promise<readonly { readonly name: string; readonly value: string }[]> => {
  const { accessToken } = await signIn(system, who);
  const person = await system.api.withToken(accessToken).call(identityOperations.readSession, {});
  return [
    { name: cookieName('access', false), value: accessToken },
    { name: cookieName('visit', false), value: sealVisit(person) ?? '' },
  ];
};
