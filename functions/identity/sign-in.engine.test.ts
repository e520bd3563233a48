import { describe, expect, it } from 'vitest';
import { personIdOf } from '../directory/ids.ts';
import { directoryImport } from '../directory/import-people.ts';
import { aGuardian, aPupil, aStaff } from '../directory/testing/builders.ts';
import { aPersona, signInWorld, type SignInWorld, type Started } from '../testing/sign-in-world.ts';

const parent = aGuardian('NANCY-METZ-2');
const inStrasbourg = aGuardian('STRASBOURG-991204');
const twoVectors = aPersona({ refIds: ['{AAF}12|2D|2', '{AAF}15|2D|991204', '{ECT}7788'] });

const codeOf = (path: string): string => new URL(path, 'https://x').searchParams.get('code') ?? '';
const ticketOf = (path: string): string => new URL(path, 'https://x').searchParams.get('ticket') ?? '';

const exchange = (world: SignInWorld, code: string, { verifier }: Pick<Started, 'verifier'>) =>
  world.ask('POST /auth/token', { json: { code, verifier } });

const signedIn = async (world: SignInWorld) => {
  const started = await world.start('educonnect', '/famille');
  const path = await world.answer(started, aPersona());
  return { started, code: codeOf(path), path };
};

describe('a sign-in by the vector', () => {
  it('ends on the web with a code that opens a session once', async () => {
    const world = await signInWorld([parent]);
    const { started, code, path } = await signedIn(world);
    expect(path).toMatch(/^\/connexion\/retour\?code=[\w-]{43}$/);
    const session = await exchange(world, code, started);
    expect(JSON.parse(session.body)).toEqual({
      accessToken: `access-${parent.personId}-1`,
      refreshToken: `refresh-${parent.personId}-1`,
      expiresInSeconds: 3600,
      returnTo: '/famille',
    });
    const again = await exchange(world, code, started);
    expect([again.statusCode, JSON.parse(again.body).code]).toEqual([410, 'identity.code-spent']);
  });

  it('costs at most 3 read units, the session and the first request included', async () => {
    const world = await signInWorld([parent]);
    for (const meter of world.meters) meter.reset();
    const { started, code } = await signedIn(world);
    await exchange(world, code, started);
    await world.ask('GET /me', { claims: { username: parent.personId, token_use: 'access', auth_time: '9999999999' } });
    const rru = world.meters.reduce((sum, meter) => sum + meter.units().rru, 0);
    const wru = world.meters.reduce((sum, meter) => sum + meter.units().wru, 0);
    process.stdout.write(`sign-in: ${rru} RRU, ${wru} WRU\n`);
    expect(rru).toBeLessThanOrEqual(3);
  });

  it('opens nothing for another browser than the one that began', async () => {
    const world = await signInWorld([parent]);
    const { code } = await signedIn(world);
    const thief = await world.start('educonnect');
    expect((await exchange(world, code, thief)).statusCode).toBe(410);
  });

  it('gives one session when the same code is exchanged twice at once', async () => {
    const world = await signInWorld([parent]);
    const { started, code } = await signedIn(world);
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(world, code, started)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 410)).toHaveLength(7);
  });

  it('opens nothing a minute later', async () => {
    const world = await signInWorld([parent]);
    const { started, code } = await signedIn(world);
    world.later(61);
    expect((await exchange(world, code, started)).statusCode).toBe(410);
  });

  it.each([
    [['{ECT}7788'], 'vecteur-absent'],
    [[], 'vecteur-absent'],
    [['{AAF}77|2D|5'], 'cle-inconnue'],
    [['{AAF}12|2D|404'], 'compte-non-provisionne'],
  ])('explains what to do when the guichet sends %j', async (refIds, reason) => {
    const world = await signInWorld([parent]);
    const path = await world.answer(await world.start('educonnect'), aPersona({ refIds }));
    expect(path).toBe(`/connexion/aide?motif=${reason}`);
  });

  it('turns away the blocked and the vanished', async () => {
    const world = await signInWorld([parent, aGuardian('NANCY-METZ-3', { status: 'detached', detachedOn: '2026-09-01' })]);
    await world.people.putPreferences({ personId: parent.personId, language: 'fr', sessionsValidFrom: 0, blocked: true });
    const blocked = await world.answer(await world.start('educonnect'), aPersona());
    const vanished = await world.answer(await world.start('educonnect'), aPersona({ refIds: ['{AAF}12|2D|3'] }));
    expect([blocked, vanished]).toEqual(['/connexion/aide?motif=compte-bloque', '/connexion/aide?motif=compte-non-provisionne']);
  });

  it('tells a mere contact of a pupil why he has no account, and the blocked only that they are', async () => {
    const world = await signInWorld([parent]);
    const contacts = ['NANCY-METZ-8', parent.joinKey].map((key) => ({ type: 'contact' as const, record: { personId: personIdOf(key) } }));
    await directoryImport(world.people).putAll(contacts);
    const contact = await world.answer(await world.start('educonnect'), aPersona({ refIds: ['{AAF}12|2D|8'] }));
    expect(contact).toBe('/connexion/aide?motif=simple-contact');
    await world.people.putPreferences({ personId: parent.personId, language: 'fr', sessionsValidFrom: 0, blocked: true });
    expect(await world.answer(await world.start('educonnect'), aPersona())).toBe('/connexion/aide?motif=compte-bloque');
  });
});

describe('a sign-in of staff', () => {
  it('finds the agent by the academic mail, whatever its case', async () => {
    const world = await signInWorld([aStaff()]);
    const persona = aPersona({ guichet: 'agents', refIds: [], mail: 'Paul.Lemoine@ac-nancy-metz.fr' });
    expect(await world.answer(await world.start('agents'), persona)).toContain('/connexion/retour?code=');
  });

  it('explains that the professional address is missing', async () => {
    const world = await signInWorld([aStaff()]);
    const path = await world.answer(await world.start('agents'), aPersona({ guichet: 'agents', refIds: [] }));
    expect(path).toBe('/connexion/aide?motif=adresse-absente');
  });

  it('serves pupils of agriculture by their vector at the same guichet as their teachers by mail', async () => {
    const world = await signInWorld([aPupil('AGRICOLE-31'), aStaff()]);
    const pupil = aPersona({ guichet: 'agricole', refIds: ['{AAF}98|2D|31'] });
    const teacher = aPersona({ guichet: 'agricole', refIds: [], mail: 'paul.lemoine@ac-nancy-metz.fr' });
    expect(await world.answer(await world.start('agricole'), pupil)).toContain('/connexion/retour?code=');
    expect(await world.answer(await world.start('agricole'), teacher)).toContain('/connexion/retour?code=');
  });
});

describe('the profile chooser', () => {
  const offered = async (world: SignInWorld) => {
    const started = await world.start('educonnect');
    const ticket = ticketOf(await world.answer(started, twoVectors));
    const read = await world.ask('GET /auth/profiles/{ticket}', { path: { ticket } });
    const profiles: { choice: string; schoolNames: string[] }[] = JSON.parse(read.body).profiles;
    return { started, ticket, profiles };
  };
  const choose = (world: SignInWorld, ticket: string, choice: string | undefined) =>
    world.ask('POST /auth/profiles/{ticket}', { path: { ticket }, json: { choice } });

  it('offers each person whom the vectors name, with the schools, and lets one in', async () => {
    const world = await signInWorld([parent, inStrasbourg]);
    const { started, ticket, profiles } = await offered(world);
    expect(profiles).toHaveLength(2);
    expect(profiles[0]?.schoolNames).toEqual(['Collège des Tilleuls']);
    const { code } = JSON.parse((await choose(world, ticket, profiles[1]?.choice)).body);
    expect((await exchange(world, code, started)).statusCode).toBe(200);
  });

  it('refuses a choice that was altered, or taken from another ticket, and stays open', async () => {
    const world = await signInWorld([parent, inStrasbourg]);
    const [mine, other] = [await offered(world), await offered(world)];
    const [choice] = mine.profiles.map((profile) => profile.choice);
    const altered = `${choice?.startsWith('A') === true ? 'B' : 'A'}${choice?.slice(1)}`;
    for (const wrong of [altered, other.profiles[0]?.choice, '', parent.personId]) {
      const answer = await choose(world, mine.ticket, wrong);
      expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([422, 'identity.choice-unknown']);
    }
    expect((await choose(world, mine.ticket, choice)).statusCode).toBe(200);
  });

  it('serves once, even when two profiles are chosen at the same instant', async () => {
    const world = await signInWorld([parent, inStrasbourg]);
    const { ticket, profiles } = await offered(world);
    const answers = await Promise.all(profiles.map(({ choice }) => choose(world, ticket, choice)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 410]));
    expect((await world.ask('GET /auth/profiles/{ticket}', { path: { ticket } })).statusCode).toBe(410);
  });

  it('is closed to whoever holds no ticket, and after ten minutes', async () => {
    const world = await signInWorld([parent, inStrasbourg]);
    expect((await world.ask('GET /auth/profiles/{ticket}', { path: { ticket: 'x'.repeat(43) } })).statusCode).toBe(410);
    const { ticket, profiles } = await offered(world);
    world.later(601);
    expect((await choose(world, ticket, profiles[0]?.choice)).statusCode).toBe(410);
  });
});

describe('where a sign-in leads', () => {
  it('never leaves the web', async () => {
    const world = await signInWorld([parent]);
    for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const started = await world.start('educonnect', returnTo);
      const code = codeOf(await world.answer(started, aPersona()));
      expect(JSON.parse((await exchange(world, code, started)).body).returnTo).toBe('/');
    }
  });

  it('says that a guichet does not exist, and asks for a challenge before leaving', async () => {
    const world = await signInWorld();
    const unknown = await world.ask('GET /auth/saml/start', { query: { guichet: 'facebook', challenge: 'x'.repeat(43) } });
    const local = await world.ask('GET /auth/saml/start', { query: { guichet: 'local', challenge: 'x'.repeat(43) } });
    for (const answer of [unknown, local]) expect(answer.headers['location']).toBe('https://ent.test/connexion/aide?motif=guichet-inconnu');
    expect((await world.ask('GET /auth/saml/start', { query: { guichet: 'educonnect' } })).statusCode).toBe(400);
  });

  it('says who may sign in where, and nothing of the guichets’ keys', async () => {
    const world = await signInWorld();
    const { guichets } = JSON.parse((await world.ask('GET /auth/guichets')).body);
    expect(guichets.map(({ guichetId }: { guichetId: string }) => guichetId)).toEqual(['educonnect', 'agents', 'agricole', 'local']);
    expect(Object.keys(guichets[0]).toSorted()).toEqual(['audience', 'guichetId', 'kind', 'label']);
  });

  it('is a help page when the table does not answer, and leaves nothing of the person in the logs', async () => {
    const down = () => Promise.reject(new Error('Claire Moreau'));
    const world = await signInWorld([parent], {
      directory: { findPeopleByJoinKeys: down, areContacts: down, findStaffByMail: down, endSessions: down, findSchool: down },
    });
    expect(await world.answer(await world.start('educonnect'), aPersona())).toBe('/connexion/aide?motif=service-indisponible');
    expect(world.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(world.lines)).not.toMatch(/Claire|Moreau|AAF/);
  });
});
