import { redirect } from 'next/navigation';
import { cache } from 'react';
import { identityOperations } from '@preau/shared/identity/api.ts';
import type { Role, SessionView } from '@preau/shared/identity/schema.ts';
import { readCookie } from '@/lib/cookie-jar.ts';
import { ask, leaveIfSignedOut, rememberedPerson } from '@/lib/session.ts';
import { placeOf } from './place.ts';

export interface Visit {
  readonly person: SessionView;
  readonly role: Role;
  /** The school of the moment: absent for families and operators, who have none or all. */
  readonly school?: SessionView['schools'][number];
}

const whoVisits = async (): Promise<SessionView> => {
  if ((await readCookie('access')) === undefined) redirect('/connexion?motif=session');
  const remembered = await rememberedPerson();
  if (remembered !== undefined) return remembered;
  const session = await ask(identityOperations.readSession, {});
  if (session.ok) return session.output;
  leaveIfSignedOut(session.refusal);
  return redirect('/connexion/aide?motif=service-indisponible');
};

const visitOf = async (person: SessionView): Promise<Visit> => ({ person, ...placeOf(person, await readCookie('place')) });

/** Who visits, as which role and in which school; visitors are led to the sign-in page. */
export const openVisit = cache(async (): Promise<Visit> => visitOf(await whoVisits()));

/** Who visited last, on pages that are open to visitors too. */
export const rememberedVisit = async (): Promise<Visit | undefined> => {
  const person = await rememberedPerson();
  return person === undefined ? undefined : visitOf(person);
};

/** Pages of staff need a school: whoever has none goes home. */
export const schoolOf = (visit: Visit): NonNullable<Visit['school']> => visit.school ?? redirect('/accueil');
