import type { SignInCandidate } from '@preau/shared/directory/schema.ts';
import type { HelpReason } from '@preau/shared/identity/schema.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { errorFields } from '../runtime/log.ts';
import { helpPage } from './help-page.ts';
import type { IdentityPort, Recognised } from './port.ts';
import { recognisePeople } from './recognise-people.ts';
import type { SignInRequest } from './records.ts';
import { fingerprint, newSecret } from './secrets.ts';
import type { SignInServices } from './services.ts';

const CODE_SECONDS = 60;
const TICKET_SECONDS = 600;

interface Answered {
  readonly services: SignInServices;
  readonly now: Instant;
  readonly correlationId: string;
  readonly requestId: string;
  /** What the guichet sent, as its adapter reads it. */
  readonly answer: string;
  readonly port: IdentityPort<string>;
}

const carried = ({ guichetId, challenge, returnTo }: SignInRequest, assertion: Pick<Recognised, 'logoutUrl'>) => ({
  guichetId,
  challenge,
  returnTo,
  ...(assertion.logoutUrl === undefined ? {} : { logoutUrl: assertion.logoutUrl }),
});

/** A code good for one minute and one use, for the browser that holds the verifier. */
export const addCodeFor = async (
  services: Pick<SignInServices, 'store'>,
  person: Pick<SignInCandidate, 'personId'>,
  journey: ReturnType<typeof carried>,
  now: Instant,
): Promise<string> => {
  const code = newSecret();
  await services.store.addCode({
    ...journey,
    codePrint: fingerprint(code),
    personId: person.personId,
    expiresAt: addSeconds(now, CODE_SECONDS),
  });
  return code;
};

const offerChoice = async (
  { services, now }: Answered,
  request: SignInRequest,
  assertion: Recognised,
  candidates: readonly SignInCandidate[],
): Promise<string> => {
  const ticket = newSecret();
  await services.store.addTicket({
    ...carried(request, assertion),
    ticketPrint: fingerprint(ticket),
    seal: newSecret(),
    sessionIndex: assertion.sessionIndex,
    nameId: assertion.nameId,
    candidates: [...candidates],
    expiresAt: addSeconds(now, TICKET_SECONDS),
  });
  return `${services.webOrigin}/connexion/choisir?ticket=${ticket}`;
};

const settle = async (answered: Answered): Promise<{ readonly location: string } | HelpReason> => {
  const { services, now, requestId, answer, port } = answered;
  const request = await services.store.takeRequest(requestId);
  if (request === undefined) return 'deja-utilisee';
  if (request.expiresAt <= now) return 'reponse-expiree';
  const guichet = (await services.guichets()).find((one) => one.guichetId === request.guichetId);
  if (guichet?.kind !== 'saml') return 'guichet-inconnu';
  const assertion = await port.complete(guichet, request, answer);
  if (!assertion.recognised) return assertion.reason;
  const people = await recognisePeople(services.directory, guichet, assertion);
  if (!people.found) return people.reason;
  const [first, ...others] = people.candidates;
  if (first === undefined) return 'compte-non-provisionne';
  if (others.length > 0) return { location: await offerChoice(answered, request, assertion, people.candidates) };
  const code = await addCodeFor(services, first, carried(request, assertion), now);
  return { location: `${services.webOrigin}/connexion/retour?code=${code}` };
};

/** From a guichet's answer to the web: a code, a choice or a help page, whatever happens. */
export const finishSignIn = async (answered: Answered): Promise<{ readonly location: string }> => {
  const { services, correlationId } = answered;
  try {
    const outcome = await settle(answered);
    if (typeof outcome !== 'string') return outcome;
    services.log({ level: 'warn', message: 'sign-in refused', correlationId, reason: outcome });
    return helpPage(services.webOrigin, outcome);
  } catch (error) {
    services.log({ level: 'error', message: 'sign-in failed', correlationId, ...errorFields(error) });
    return helpPage(services.webOrigin, 'service-indisponible');
  }
};
