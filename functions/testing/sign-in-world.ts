import { randomUUID } from 'node:crypto';
import type { PersonRecord } from '@preau/shared/directory/record.ts';
import { directoryTable } from '@preau/shared/directory/table.ts';
import { identityTable } from '@preau/shared/identity/table.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { parseProviderMetadata, type ServiceProviderMetadata } from '../../infra/local/guichets/authn-request.ts';
import { newCertifiedKey, type CertifiedKey } from '../../infra/local/guichets/certificate.ts';
import { answerSpec } from '../../infra/local/guichets/desk-answer.ts';
import { desks, guichetsAt, type Desk, type DeskId } from '../../infra/local/guichets/desks.ts';
import type { Persona } from '../../infra/local/guichets/persona.ts';
import { inBase64, sealedResponse, type ResponseSpec } from '../../infra/local/guichets/saml-response.ts';
import { directoryReads } from '../directory/reads.ts';
import { directoryStore } from '../directory/store.ts';
import { cognitoTokens } from '../identity/cognito-tokens.ts';
import { operations } from '../identity/operations.ts';
import { samlOperations } from '../identity/saml-operations.ts';
import { providerMetadata, samlBroker, serviceProvider } from '../identity/saml-broker.ts';
import { fingerprint, newSecret } from '../identity/secrets.ts';
import type { IdentityServices, SamlServices } from '../identity/services.ts';
import { identityStore } from '../identity/store.ts';
import { apiHandler } from '../runtime/api.ts';
import type { Bound } from '../runtime/bind.ts';
import type { HttpEvent, HttpResponse } from '../runtime/http.ts';
import type { LogLine } from '../runtime/log.ts';
import { cognitoDouble } from './cognito-double.ts';
import { freshTable } from './tables.ts';

export const WEB = 'https://ent.test';
export const GUICHETS = 'http://localhost:4900';

/** RSA keys are slow to make: one set for a test file, as in one academy. */
const providerKey = newCertifiedKey('service-provider');
const guichetKeys = new Map<DeskId, CertifiedKey>(desks.map(({ deskId }) => [deskId, newCertifiedKey(deskId)]));

export const keyOf = (deskId: DeskId): CertifiedKey => guichetKeys.get(deskId) ?? newCertifiedKey(deskId);

export const deskOf = (deskId: DeskId): Desk => {
  const found = desks.find((desk) => desk.deskId === deskId);
  if (found === undefined) throw new Error(deskId);
  return found;
};

export const aPersona = (over: Partial<Persona> = {}): Persona => ({
  personaId: 'parent',
  guichet: 'educonnect',
  label: 'Claire Moreau',
  role: 'Mère',
  note: '',
  firstName: 'Claire',
  lastName: 'Moreau',
  refIds: ['{AAF}12|2D|2'],
  affiliations: ['resp2d'],
  uais: [],
  ...over,
});

interface Ask {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly json?: unknown;
  readonly form?: Record<string, string>;
  readonly claims?: Record<string, string>;
}

export interface Started {
  readonly requestId: string;
  readonly verifier: string;
  readonly location: string;
}

const eventOf = (routeKey: string, ask: Ask): HttpEvent => ({
  routeKey,
  rawPath: '/',
  headers: { 'content-type': ask.form === undefined ? 'application/json' : 'application/x-www-form-urlencoded' },
  ...(ask.path === undefined ? {} : { pathParameters: ask.path }),
  ...(ask.query === undefined ? {} : { queryStringParameters: ask.query }),
  ...(ask.form === undefined ? {} : { body: new URLSearchParams(ask.form).toString() }),
  ...(ask.json === undefined ? {} : { body: JSON.stringify(ask.json) }),
  requestContext: {
    requestId: randomUUID(),
    http: { method: 'POST', path: '/' },
    ...(ask.claims === undefined ? {} : { authorizer: { jwt: { claims: ask.claims } } }),
  },
});

/** The identity API on the real engine, with the real directory, our own triggers behind Cognito, and the guichets' keys in hand. */
export const signInWorld = async (people: readonly PersonRecord[] = [], over: Partial<IdentityServices & SamlServices> = {}) => {
  const [identityTbl, directoryTbl] = await Promise.all([freshTable(identityTable), freshTable(directoryTable)]);
  const people_ = directoryStore(directoryTbl.name, directoryTbl.client);
  await Promise.all(people.map((person) => people_.putLocalPerson(person)));
  const directory = directoryReads(people_);
  const store = identityStore(identityTbl.name, identityTbl.client);
  const cognito = cognitoDouble(store);
  const provider = serviceProvider('https://api.ent.test');
  const lines: LogLine[] = [];
  let lag = 0;
  const now = (): Instant => addSeconds(new Date().toISOString(), lag);
  const services: IdentityServices & SamlServices = {
    now,
    findActor: directory.findActor,
    store,
    directory,
    guichets: async () => guichetsAt(GUICHETS, ({ deskId }) => keyOf(deskId)),
    provider,
    keys: async () => providerKey,
    broker: samlBroker({ provider, keys: async () => providerKey, now }),
    hosted: undefined,
    tokens: cognitoTokens({ client: cognito.client, userPoolId: 'eu-west-3_pool', clientId: 'client' }, store, now),
    webOrigin: WEB,
    log: (line) => {
      lines.push(line);
    },
    ...over,
  };
  const handler = apiHandler(
    [...(operations as readonly Bound<never>[]), ...(samlOperations as readonly Bound<never>[])] as readonly Bound<
      IdentityServices & SamlServices
    >[],
    services,
    directory.findActor,
  );
  const published: ServiceProviderMetadata = parseProviderMetadata(await providerMetadata(provider, providerKey));

  const ask = async (routeKey: string, request: Ask = {}): Promise<HttpResponse> =>
    handler(eventOf(routeKey, request), {} as never) as Promise<HttpResponse>;

  const start = async (guichet: string, returnTo?: string): Promise<Started> => {
    const verifier = newSecret();
    const query = { guichet, challenge: fingerprint(verifier), ...(returnTo === undefined ? {} : { returnTo }) };
    const location = (await ask('GET /auth/saml/start', { query })).headers['location'] ?? '';
    return { requestId: new URL(location).searchParams.get('RelayState') ?? '', verifier, location };
  };

  /** What the guichet would answer, still open to tampering. */
  const specFor = (started: Started, persona: Persona): ResponseSpec =>
    answerSpec(GUICHETS, deskOf(persona.guichet), keyOf(persona.guichet), { id: started.requestId }, published, persona);

  /** Posts a response as the browser does, and says where the browser goes. */
  const post = async (xml: string, relayState: string): Promise<string> => {
    const response = await ask('POST /auth/saml/acs', { form: { SAMLResponse: inBase64(xml), RelayState: relayState } });
    if (response.statusCode !== 303) throw new Error(`The consumer answered ${response.statusCode}`);
    return (response.headers['location'] ?? '').slice(WEB.length);
  };

  const answer = async (started: Started, persona: Persona): Promise<string> =>
    post(await sealedResponse(specFor(started, persona)), started.requestId);

  return {
    ask,
    start,
    specFor,
    post,
    answer,
    store,
    people: people_,
    directory,
    cognito,
    lines,
    published,
    meters: [identityTbl.meter, directoryTbl.meter],
    /** Moves the clock of our service only. */
    later: (seconds: number) => {
      lag += seconds;
    },
  };
};

export type SignInWorld = Awaited<ReturnType<typeof signInWorld>>;
