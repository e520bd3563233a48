import type { SignInCandidate } from '@preau/shared/directory/schema.ts';
import { joinKeysOf } from '@preau/shared/identity/rules.ts';
import type { HelpReason, MatchedBy, SamlGuichet } from '@preau/shared/identity/schema.ts';
import type { Recognised } from './port.ts';
import type { SignInDirectory } from './services.ts';

export type People =
  | { readonly found: true; readonly candidates: readonly SignInCandidate[] }
  | { readonly found: false; readonly reason: HelpReason };

const lost = (reason: HelpReason): People => ({ found: false, reason });

const admit = (people: readonly SignInCandidate[]): People => {
  const active = people.filter((person) => person.status === 'active');
  if (active.length > 0) return { found: true, candidates: active };
  return lost(people.some((person) => person.status === 'blocked') ? 'compte-bloque' : 'compte-non-provisionne');
};

const byVector = async (directory: SignInDirectory, { refIds }: Recognised): Promise<People> => {
  const joined = joinKeysOf(refIds);
  if (!joined.ok) return lost(joined.reason);
  const people = admit(await directory.findPeopleByJoinKeys(joined.keys));
  if (people.found || people.reason !== 'compte-non-provisionne') return people;
  return (await directory.areContacts(joined.keys)) ? lost('simple-contact') : people;
};

const byMail = async (directory: SignInDirectory, { mail }: Recognised): Promise<People> =>
  mail === undefined ? lost('adresse-absente') : admit(await directory.findStaffByMail(mail));

const isPresent = ({ refIds, mail }: Recognised, by: MatchedBy): boolean => (by === 'refId' ? refIds.length > 0 : mail !== undefined);

/** The people of the directory whom a verified assertion names: by the first means of the guichet that it carries. */
export const recognisePeople = (directory: SignInDirectory, guichet: SamlGuichet, assertion: Recognised): Promise<People> => {
  const by = guichet.matchedBy.find((means) => isPresent(assertion, means)) ?? guichet.matchedBy[0];
  return by === 'mail' ? byMail(directory, assertion) : byVector(directory, assertion);
};
