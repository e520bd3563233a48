import { identityOperations } from '@preau/shared/identity/api.ts';
import type { Role, SessionView } from '@preau/shared/identity/schema.ts';
import type { Ask } from '@/lib/ask.ts';
import { personOf, type Sent } from '@/lib/sent.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';
import { placeOf } from './place.ts';

export interface Visit {
  readonly person: SessionView;
  readonly role: Role;
  /** The school of the moment: absent for families and operators, who have none or all. */
  readonly school?: SessionView['schools'][number];
}

export type Visitor = { readonly visit: Visit } | { readonly leadTo: string };

const whoVisits = async (sent: Sent, ask: Ask): Promise<SessionView | string> => {
  if (sent.cookie('access') === undefined) return SIGN_IN;
  const remembered = personOf(sent);
  if (remembered !== undefined) return remembered;
  const session = await ask(identityOperations.readSession, {});
  if (session.ok) return session.output;
  return session.refusal.status === 401 ? SIGN_IN : '/connexion/aide?motif=service-indisponible';
};

const visitOf = (person: SessionView, sent: Sent): Visit => ({ person, ...placeOf(person, sent.cookie('place')) });

/** Who visits, as which role and in which school, or the page where a visitor is led. */
export const findVisitor = async (sent: Sent, ask: Ask): Promise<Visitor> => {
  const person = await whoVisits(sent, ask);
  return typeof person === 'string' ? { leadTo: person } : { visit: visitOf(person, sent) };
};

/** Who visited last, on pages that are open to visitors too. */
export const visitRemembered = (sent: Sent): Visit | undefined => {
  const person = personOf(sent);
  return person === undefined ? undefined : visitOf(person, sent);
};
