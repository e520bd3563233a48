import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { SamlGuichet } from '@preau/shared/identity/schema.ts';
import { aGuardian } from '../../../functions/directory/testing/builders.ts';
import { scratchFolder } from '../../../functions/testing/scratch-folder.ts';
import { aPersona, signInWorld } from '../../../functions/testing/sign-in-world.ts';
import { newCertifiedKey } from './certificate.ts';
import { startGuichets, type GuichetsOptions, type RunningGuichets } from './start.ts';

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('the fake guichets', () => {
  const running: RunningGuichets[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.close()));
  });

  const begun = async (over: Partial<GuichetsOptions> = {}) => {
    const settings: { guichets: RunningGuichets['guichets'] } = { guichets: [] };
    const world = await signInWorld([aGuardian('NANCY-METZ-2')], { guichets: async () => settings.guichets });
    const guichets = await startGuichets({
      port: 0,
      apiOrigin: 'https://api.ent.test',
      people: () => [aPersona(), aPersona({ personaId: 'agent', guichet: 'agents', label: 'Paul Lemoine' })],
      readProvider: async () => (await world.ask('GET /auth/saml/metadata')).body,
      ...over,
    });
    running.push(guichets);
    settings.guichets = guichets.guichets;
    return { world, guichets };
  };

  it('let a person in through plain forms, without JavaScript', async () => {
    const { world } = await begun();
    const started = await world.start('educonnect', '/famille');
    const page = await (await fetch(started.location)).text();
    expect(page).toContain('lang="fr"');
    expect(page).toContain('Claire Moreau');
    expect(page).not.toContain('Paul Lemoine');

    const action = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', started.location);
    const form = new URLSearchParams({ query: hidden(page, 'query'), persona: 'parent' });
    const answer = await (await fetch(action, { method: 'POST', body: form })).text();
    expect(answer).toContain('<button>Continuer vers Préau</button>');
    expect(/action="([^"]+)"/.exec(answer)?.[1]).toBe('https://api.ent.test/auth/saml/acs');

    const posted = { SAMLResponse: hidden(answer, 'SAMLResponse'), RelayState: hidden(answer, 'RelayState') };
    const back = await world.ask('POST /auth/saml/acs', { form: posted });
    expect(back.headers['location']).toContain('https://ent.test/connexion/retour?code=');
  });

  it('answer only requests that our service provider signed', async () => {
    const { world, guichets } = await begun();
    const { location } = await world.start('educonnect');
    const query = new URL(location).search.slice(1);
    const post = (altered: string) =>
      fetch(`${guichets.origin}/educonnect/sso`, { method: 'POST', body: new URLSearchParams({ query: altered, persona: 'parent' }) });
    expect((await post(query)).status).toBe(200);
    for (const altered of [query.replace(/RelayState=_\w/, 'RelayState=_zz'), query.replace(/&Signature=.*/, ''), '', 'SAMLRequest=x']) {
      expect((await post(altered)).status, altered.slice(-60)).toBe(400);
    }
  });

  it('sign a person out, and know no other page', async () => {
    const { guichets } = await begun();
    const out = await fetch(`${guichets.origin}/educonnect/logout`);
    expect(await out.text()).toContain('Vous êtes déconnecté : ÉduConnect');
    for (const path of ['/', '/facebook/sso', '/educonnect/admin']) expect((await fetch(guichets.origin + path)).status).toBe(404);
  });

  it('give settings that the identity functions accept, and keep their keys beside the data', async () => {
    const dataDir = scratchFolder();
    const [first, second, fresh] = [await begun({ dataDir }), await begun({ dataDir }), await begun()];
    for (const guichet of first.guichets.guichets.filter(({ kind }) => kind === 'saml')) SamlGuichet.parse(guichet);
    expect(second.guichets.keys).toEqual(first.guichets.keys);
    expect(fresh.guichets.keys).not.toEqual(first.guichets.keys);
  });
});

it('makes certificates that are true X.509, signed by their own key', () => {
  const certificate = new X509Certificate(newCertifiedKey('Préau é').certificate);
  expect(certificate.subject).toBe('CN=Préau é');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 9 * 365 * 86_400_000);
});
