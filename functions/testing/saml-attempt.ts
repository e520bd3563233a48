import { aGuardian, aStaff } from '../directory/testing/builders.ts';
import type { ResponseSpec } from '../../infra/local/guichets/saml-response.ts';
import { aPersona, signInWorld, type SignInWorld, type Started } from './sign-in-world.ts';

const parent = aGuardian('NANCY-METZ-2');
const victim = aGuardian('NANCY-METZ-7', { firstName: 'Victime' });
export const agent = aPersona({ guichet: 'agents', refIds: [], mail: 'paul.lemoine@ac-nancy-metz.fr' });

export const INVALID = '/connexion/aide?motif=reponse-invalide';
export const EXPIRED = '/connexion/aide?motif=reponse-expiree';
export const SPENT = '/connexion/aide?motif=deja-utilisee';
export const SIGNED_IN = '/connexion/retour?code=';

export interface Attempt {
  readonly world: SignInWorld;
  readonly started: Started;
  readonly spec: ResponseSpec;
}

/** A sign-in whose answer is still to be sent. Agents' assertions travel clear: what an attacker reads and moves about is in plain sight. */
export const begun = async (persona = agent): Promise<Attempt> => {
  const world = await signInWorld([parent, victim, aStaff()]);
  const started = await world.start(persona.guichet);
  return { world, started, spec: world.specFor(started, persona) };
};

export const sent = ({ world, started }: Pick<Attempt, 'world' | 'started'>, xml: string): Promise<string> =>
  world.post(xml, started.requestId);

/** The same response, issued earlier or later. */
export const shifted = (spec: ResponseSpec, milliseconds: number): ResponseSpec => ({
  ...spec,
  issuedAt: new Date(spec.issuedAt.getTime() + milliseconds),
  notBefore: new Date(spec.notBefore.getTime() + milliseconds),
  notOnOrAfter: new Date(spec.notOnOrAfter.getTime() + milliseconds),
});
