import { AdminRespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import type { PersonRecord } from '@preau/shared/directory/record.ts';
import { sealedResponse } from '../../infra/local/guichets/saml-response.ts';
import { aGuardian, aPost, aStaff } from '../directory/testing/builders.ts';
import { aPersona, signInWorld, type SignInWorld } from '../testing/sign-in-world.ts';
import { setLocalPassword } from './cognito-users.ts';
import { localJoinKey, localPersonId } from './local-account.ts';

const parent = aGuardian('NANCY-METZ-2');
const LOGIN = 'exploitation@ac-nancy-metz.fr';
const PASSWORD = 'Le-preau-est-couvert-1!';
const operator: PersonRecord = {
  personId: localPersonId(LOGIN),
  joinKey: localJoinKey(LOGIN),
  kind: 'operator',
  source: 'local',
  status: 'active',
  firstName: 'Omar',
  lastName: 'Petit',
  operator: true,
};

const claimsOf = ({ personId }: PersonRecord) => ({
  username: personId,
  token_use: 'access',
  auth_time: String(Math.floor(Date.now() / 1000)),
});

const opened = async (world: SignInWorld) => {
  const started = await world.start('educonnect');
  const code = new URL(await world.answer(started, aPersona()), 'https://x').searchParams.get('code');
  const session = await world.ask('POST /auth/token', { json: { code, verifier: started.verifier } });
  return JSON.parse(session.body) as { accessToken: string; refreshToken: string };
};

describe('an open session', () => {
  it('says who is there, with the roles and schools of this instant', async () => {
    const world = await signInWorld([
      parent,
      aStaff('NANCY-METZ-9', { posts: [aPost({ functions: ['ENS'] }), aPost({ functions: ['DIR'] })] }),
    ]);
    const me = await world.ask('GET /me', { claims: claimsOf(parent) });
    expect(JSON.parse(me.body)).toEqual({
      personId: parent.personId,
      firstName: 'Claire',
      lastName: 'Moreau',
      kind: 'guardian',
      language: 'fr',
      roles: ['guardian'],
      schools: [{ schoolId: parent.children?.[0]?.schoolId, name: 'Collège des Tilleuls' }],
    });
    const head = await world.ask('GET /me', { claims: claimsOf(aStaff()) });
    expect(JSON.parse(head.body).roles).toEqual(['head', 'teacher']);
  });

  it('is prolonged until it is ended', async () => {
    const world = await signInWorld([parent]);
    const { refreshToken } = await opened(world);
    const again = await world.ask('POST /auth/refresh', { json: { refreshToken } });
    expect(JSON.parse(again.body)).toEqual({ accessToken: `access-again-${refreshToken}`, expiresInSeconds: 3600 });
    await world.ask('POST /auth/sign-out', { json: { refreshToken }, claims: claimsOf(parent) });
    const ended = await world.ask('POST /auth/refresh', { json: { refreshToken } });
    expect([ended.statusCode, JSON.parse(ended.body).code]).toEqual([401, 'identity.session-ended']);
  });

  it('offers the guichet’s own sign-out when it ends, once', async () => {
    const world = await signInWorld([parent]);
    const { refreshToken } = await opened(world);
    const out = () => world.ask('POST /auth/sign-out', { json: { refreshToken }, claims: claimsOf(parent) });
    expect(JSON.parse((await out()).body)).toEqual({
      guichetLogout: { label: 'ÉduConnect', url: 'http://localhost:4900/educonnect/logout' },
    });
    expect(JSON.parse((await out()).body)).toEqual({});
  });

  it('never sends a browser to a logout address of another host', async () => {
    const world = await signInWorld([parent]);
    const started = await world.start('educonnect');
    const spec = world.specFor(started, aPersona());
    const evil = spec.attributes.map((each) =>
      each.friendlyName === 'FrEduUrlRetour' ? { ...each, values: ['https://evil.example/logout'] } : each,
    );
    const path = await world.post(await sealedResponse({ ...spec, attributes: evil }), started.requestId);
    const code = new URL(path, 'https://x').searchParams.get('code');
    const session = await world.ask('POST /auth/token', { json: { code, verifier: started.verifier } });
    const out = await world.ask('POST /auth/sign-out', {
      json: { refreshToken: JSON.parse(session.body).refreshToken },
      claims: claimsOf(parent),
    });
    expect(JSON.parse(out.body).guichetLogout.url).toBe('http://localhost:4900/educonnect/logout');
  });

  it('tells another person nothing of the session whose token is presented', async () => {
    const world = await signInWorld([parent, aStaff()]);
    const { refreshToken } = await opened(world);
    const out = await world.ask('POST /auth/sign-out', { json: { refreshToken }, claims: claimsOf(aStaff()) });
    expect(JSON.parse(out.body)).toEqual({});
  });

  it('is met by Cognito at the first sign-in only', async () => {
    const world = await signInWorld([parent]);
    await opened(world);
    await opened(world);
    const created = world.cognito.mock.calls().filter(({ args }) => args[0].constructor.name === 'AdminCreateUserCommand');
    expect(created.map(({ args }) => args[0].input)).toEqual([
      { UserPoolId: 'eu-west-3_pool', Username: parent.personId, MessageAction: 'SUPPRESS' },
    ]);
  });
});

describe('Cognito out of breath', () => {
  it('asks to wait a minute, and the same code then opens the session', async () => {
    const world = await signInWorld([parent]);
    const started = await world.start('educonnect');
    const code = new URL(await world.answer(started, aPersona()), 'https://x').searchParams.get('code');
    const exchange = () => world.ask('POST /auth/token', { json: { code, verifier: started.verifier } });
    world.cognito.mock.on(AdminRespondToAuthChallengeCommand).rejectsOnce(Object.assign(new Error(), { name: 'TooManyRequestsException' }));
    const busy = await exchange();
    expect([busy.statusCode, busy.headers['retry-after']]).toEqual([503, '60']);
    world.cognito.mock.on(AdminRespondToAuthChallengeCommand).resolves({
      AuthenticationResult: { AccessToken: 'access', RefreshToken: 'refresh', ExpiresIn: 3600 },
    });
    expect((await exchange()).statusCode).toBe(200);
  });
});

describe('a local account', () => {
  const aWorld = async () => {
    const world = await signInWorld([operator]);
    await setLocalPassword({ client: world.cognito.client, userPoolId: 'eu-west-3_pool' }, operator.personId, PASSWORD);
    const attempt = async (login: string, password: string) => {
      const answer = await world.ask('POST /auth/local', { json: { login, password, returnTo: '/exploitation' } });
      return { status: answer.statusCode, body: JSON.parse(answer.body) };
    };
    return { world, attempt };
  };

  it('opens with its password, whatever the case of its login', async () => {
    const { world, attempt } = await aWorld();
    const { body } = await attempt(' Exploitation@AC-nancy-metz.fr ', PASSWORD);
    expect(body).toMatchObject({ accessToken: `access-${operator.personId}-1`, returnTo: '/exploitation' });
    const me = await world.ask('GET /me', { claims: claimsOf(operator) });
    expect(JSON.parse(me.body).roles).toEqual(['operator']);
  });

  it('answers the same for a wrong password and for nobody', async () => {
    const { attempt } = await aWorld();
    const [wrong, nobody] = [await attempt(LOGIN, 'x'), await attempt('personne@example.fr', 'x')];
    const { correlationId: _one, ...said } = wrong.body;
    const { correlationId: _other, ...saidToNobody } = nobody.body;
    expect([wrong.status, said]).toEqual([nobody.status, saidToNobody]);
    expect(said.code).toBe('identity.wrong-credentials');
  });

  it('closes for a quarter of an hour after five wrong passwords, existing or not, even to the right one', async () => {
    const { world, attempt } = await aWorld();
    for (const login of [LOGIN, 'personne@example.fr']) {
      const statuses = [];
      for (let tries = 0; tries < 6; tries += 1) statuses.push((await attempt(login, `wrong-${tries}`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
      expect((await attempt(login.toUpperCase(), PASSWORD)).body.code).toBe('identity.too-many-attempts');
    }
    world.later(901);
    expect((await attempt(LOGIN, PASSWORD)).status).toBe(200);
  });

  it('lets at most five of fifty simultaneous guesses reach the password', async () => {
    const { world, attempt } = await aWorld();
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, at) => attempt(LOGIN, `guess-${at}`)));
    expect(outcomes.filter(({ status }) => status === 401)).toHaveLength(5);
    const tried = world.cognito.mock.calls().filter(({ args }) => args[0].constructor.name === 'AdminInitiateAuthCommand');
    expect(tried).toHaveLength(5);
  });

  it('starts its count again after the right password', async () => {
    const { attempt } = await aWorld();
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 3; tries += 1) await attempt(LOGIN, 'x');
      expect((await attempt(LOGIN, PASSWORD)).status).toBe(200);
    }
  });
});

it('publishes metadata that a guichet can register', async () => {
  const world = await signInWorld();
  const answer = await world.ask('GET /auth/saml/metadata');
  expect(answer.headers['content-type']).toContain('xml');
  expect(world.published).toMatchObject({
    entityId: 'https://api.ent.test/auth/saml/metadata',
    acsUrl: 'https://api.ent.test/auth/saml/acs',
  });
  expect(answer.body).toMatch(/AuthnRequestsSigned="true"[\s\S]*WantAssertionsSigned="true"/);
});

it('keeps the hosted return closed where our own service provider validates assertions', async () => {
  const world = await signInWorld();
  expect((await world.ask('GET /auth/hosted/return', { query: { code: 'x', state: 'y' } })).statusCode).toBe(404);
});
