import { describe, expect, it } from 'vitest';
import { newCertifiedKey } from '../../infra/local/guichets/certificate.ts';
import { assertionXml, newId, responseXml, sealedResponse, type ResponseSpec } from '../../infra/local/guichets/saml-response.ts';
import { encryptAssertion, signRoot } from '../../infra/local/guichets/saml-xml.ts';
import { aGuardian, aStaff } from '../directory/testing/builders.ts';
import { aPersona, keyOf, signInWorld, type SignInWorld, type Started } from '../testing/sign-in-world.ts';

const parent = aGuardian('NANCY-METZ-2');
const victim = aGuardian('NANCY-METZ-7', { firstName: 'Victime' });
const agent = aPersona({ guichet: 'agents', refIds: [], mail: 'paul.lemoine@ac-nancy-metz.fr' });
const INVALID = '/connexion/aide?motif=reponse-invalide';
const EXPIRED = '/connexion/aide?motif=reponse-expiree';
const SPENT = '/connexion/aide?motif=deja-utilisee';
const MINUTE = 60_000;

const aWorld = () => signInWorld([parent, victim, aStaff()]);

/** Agents' assertions travel clear: what an attacker reads and moves about is in plain sight. */
const begun = async (persona = agent) => {
  const world = await aWorld();
  const started = await world.start(persona.guichet);
  return { world, started, spec: world.specFor(started, persona) };
};

const shifted = (spec: ResponseSpec, milliseconds: number): ResponseSpec => ({
  ...spec,
  issuedAt: new Date(spec.issuedAt.getTime() + milliseconds),
  notBefore: new Date(spec.notBefore.getTime() + milliseconds),
  notOnOrAfter: new Date(spec.notOnOrAfter.getTime() + milliseconds),
});

const sent = async ({ world, started }: { world: SignInWorld; started: Started }, xml: string) => world.post(xml, started.requestId);

describe('a sound response', () => {
  it('is accepted clear from the agents and encrypted from ÉduConnect', async () => {
    const clear = await begun();
    expect(await sent(clear, await sealedResponse(clear.spec))).toContain('/connexion/retour?code=');
    const encrypted = await begun(aPersona());
    const xml = await sealedResponse(encrypted.spec);
    expect(xml).toContain('EncryptedAssertion');
    expect(xml).not.toContain('FrEduCtRefId');
    expect(await sent(encrypted, xml)).toContain('/connexion/retour?code=');
  });

  it('is accepted when clocks differ by half a minute', async () => {
    for (const skew of [-30_000, 30_000]) {
      const attempt = await begun();
      expect(await sent(attempt, await sealedResponse(shifted(attempt.spec, skew)))).toContain('/connexion/retour?code=');
    }
  });
});

describe('a response that is not what the guichet signed', () => {
  it('is refused when an attribute was changed', async () => {
    const attempt = await begun();
    const xml = (await sealedResponse(attempt.spec)).replace('paul.lemoine@', 'tete.ecole@');
    expect(xml).toContain('tete.ecole@');
    expect(await sent(attempt, xml)).toBe(INVALID);
  });

  it('is refused when the response, the assertion or both are unsigned', async () => {
    for (const missing of [{ signsResponse: false }, { signsAssertion: false }, { signsResponse: false, signsAssertion: false }]) {
      const clear = await begun();
      expect(await sent(clear, await sealedResponse({ ...clear.spec, ...missing })), JSON.stringify(missing)).toBe(INVALID);
      const encrypted = await begun(aPersona());
      expect(await sent(encrypted, await sealedResponse({ ...encrypted.spec, ...missing })), JSON.stringify(missing)).toBe(INVALID);
    }
  });

  it('is refused when the signatures were stripped', async () => {
    const attempt = await begun();
    const xml = (await sealedResponse(attempt.spec)).replaceAll(/<ds:Signature[\s\S]*?<\/ds:Signature>/g, '');
    expect(await sent(attempt, xml)).toBe(INVALID);
  });

  it('is refused when it bears another key, even with that key’s certificate inside', async () => {
    const attempt = await begun();
    expect(await sent(attempt, await sealedResponse({ ...attempt.spec, key: newCertifiedKey('agents') }))).toBe(INVALID);
  });

  it('is refused when it is signed by another guichet than the one that was asked', async () => {
    const attempt = await begun();
    const other = { ...attempt.spec, key: keyOf('educonnect'), issuer: 'http://localhost:4900/educonnect/idp' };
    expect(await sent(attempt, await sealedResponse(other))).toBe(INVALID);
  });

  it('is refused when signed with SHA-1', async () => {
    const attempt = await begun();
    const weak = { ...attempt.spec, signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' };
    expect(await sent(attempt, await sealedResponse(weak))).toBe(INVALID);
  });

  it('is refused when its key was transported by RSA 1.5', async () => {
    const attempt = await begun(aPersona());
    const weak = { ...attempt.spec, keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' as const };
    expect(await sent(attempt, await sealedResponse(weak))).toBe(INVALID);
  });

  it('is refused clear when the guichet must encrypt', async () => {
    const attempt = await begun(aPersona());
    const { encryptFor: _certificate, ...clear } = attempt.spec;
    expect(await sent(attempt, await sealedResponse(clear))).toBe(INVALID);
  });

  it('is refused when encrypted for somebody else', async () => {
    const attempt = await begun(aPersona());
    expect(await sent(attempt, await sealedResponse({ ...attempt.spec, encryptFor: newCertifiedKey('other').certificate }))).toBe(INVALID);
  });
});

describe('a wrapped signature', () => {
  const forgedFrom = (spec: ResponseSpec): string =>
    assertionXml({ ...spec, attributes: [{ name: 'mail', friendlyName: 'mail', values: ['tete.ecole@ac-nancy-metz.fr'] }] });

  it('is refused with a second assertion beside the true one', async () => {
    for (const place of ['before', 'after'] as const) {
      const attempt = await begun();
      const signed = await sealedResponse(attempt.spec);
      const forged = forgedFrom(attempt.spec);
      const xml =
        place === 'before'
          ? signed.replace('<saml2:Assertion', `${forged}<saml2:Assertion`)
          : signed.replace('</saml2p:Response>', `${forged}</saml2p:Response>`);
      expect(await sent(attempt, xml), place).toBe(INVALID);
    }
  });

  it('is refused with the whole signed response inside a forged one', async () => {
    const attempt = await begun();
    const signed = await sealedResponse(attempt.spec);
    const forged = forgedFrom(attempt.spec);
    for (const carried of [
      `${forged}${signed}`,
      `${forged}<saml2p:Extensions>${signed}</saml2p:Extensions>`,
      `<x>${signed}</x>${forged}`,
    ]) {
      const again = { world: attempt.world, started: await attempt.world.start('agents') };
      const spec = { ...attempt.spec, inResponseTo: again.started.requestId };
      expect(await sent(again, responseXml(spec, carried))).toBe(INVALID);
    }
  });

  it('is refused with the true signature moved onto a forged assertion', async () => {
    const attempt = await begun();
    const truth = signRoot(assertionXml(attempt.spec), attempt.spec.key);
    const signature = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(truth)?.[0] ?? '';
    const forged = forgedFrom(attempt.spec).replace(
      '</saml2:Issuer>',
      `</saml2:Issuer>${signature.replace('</ds:Signature>', `<ds:Object>${truth}</ds:Object></ds:Signature>`)}`,
    );
    expect(await sent(attempt, responseXml(attempt.spec, forged))).toBe(INVALID);
    expect(
      await sent(
        { world: attempt.world, started: await attempt.world.start('agents') },
        signRoot(responseXml(attempt.spec, forged), newCertifiedKey('x')),
      ),
    ).toBe(INVALID);
  });

  it('is refused with two elements that bear the signed identifier', async () => {
    const attempt = await begun();
    const signed = await sealedResponse(attempt.spec);
    const id = /<saml2:Assertion[^>]* ID="([^"]+)"/.exec(signed)?.[1] ?? '';
    const forged = forgedFrom(attempt.spec).replace(/ ID="[^"]+"/, ` ID="${id}"`);
    expect(
      await sent(attempt, signed.replace('</saml2p:Status>', `</saml2p:Status><saml2p:Extensions>${forged}</saml2p:Extensions>`)),
    ).toBe(INVALID);
  });

  it('is refused with a stolen encrypted assertion in an unsigned response', async () => {
    const attempt = await begun(aPersona());
    const stolen = await encryptAssertion(
      signRoot(assertionXml(attempt.spec), attempt.spec.key),
      attempt.world.published.certificate,
      attempt.world.published.certificate,
    );
    expect(await sent(attempt, responseXml(attempt.spec, stolen))).toBe(INVALID);
  });
});

describe('a response that is not for us, not for now, or not for this request', () => {
  const elsewhere = 'https://other.test/auth/saml/acs';

  it.each<[string, (spec: ResponseSpec) => ResponseSpec, string]>([
    ['another audience', (spec) => ({ ...spec, audience: 'https://other.test/metadata' }), INVALID],
    ['another recipient', (spec) => ({ ...spec, recipient: elsewhere }), INVALID],
    ['another destination', (spec) => ({ ...spec, destination: elsewhere }), INVALID],
    ['another issuer', (spec) => ({ ...spec, issuer: 'http://localhost:4900/agricole/idp' }), INVALID],
    ['an empty destination', (spec) => ({ ...spec, destination: '' }), INVALID],
    ['a past hour', (spec) => shifted(spec, -10 * MINUTE), EXPIRED],
    [
      'an old issue with a long validity',
      (spec) => ({ ...shifted(spec, -12 * MINUTE), notOnOrAfter: new Date(Date.now() + 60 * MINUTE) }),
      EXPIRED,
    ],
    ['a future hour', (spec) => shifted(spec, 10 * MINUTE), INVALID],
    ['another request', (spec) => ({ ...spec, inResponseTo: newId() }), INVALID],
    ['no request', (spec) => ({ ...spec, inResponseTo: '' }), INVALID],
    ['a subject that answers another request', (spec) => ({ ...spec, subjectInResponseTo: newId() }), INVALID],
  ])('is refused with %s', async (_name, forge, expected) => {
    const attempt = await begun();
    expect(await sent(attempt, await sealedResponse(forge(attempt.spec)))).toBe(expected);
    const encrypted = await begun(aPersona());
    expect(await sent(encrypted, await sealedResponse(forge(encrypted.spec)))).toBe(expected);
  });

  it('is refused with an assertion issued by another guichet inside a response of the right one', async () => {
    const attempt = await begun();
    const assertion = assertionXml({ ...attempt.spec, issuer: 'http://localhost:4900/agricole/idp' });
    expect(await sent(attempt, await sealedResponse(attempt.spec, assertion))).toBe(INVALID);
  });

  it('is refused when the request is unknown, or no request is named', async () => {
    const { world, spec } = await begun();
    const xml = await sealedResponse(spec);
    expect(await world.post(xml, newId())).toBe(SPENT);
    expect(await world.post(xml, '')).toBe(SPENT);
  });

  it('is refused when it comes an hour after the departure', async () => {
    const attempt = await begun();
    attempt.world.later(3601);
    expect(await sent(attempt, await sealedResponse(attempt.spec))).toBe(EXPIRED);
  });

  it('says that the person gave up when the guichet says so', async () => {
    const attempt = await begun();
    expect(await sent(attempt, signRoot(responseXml(attempt.spec, '', 'Responder'), attempt.spec.key))).toBe(
      '/connexion/aide?motif=connexion-annulee',
    );
  });
});

describe('a response presented again', () => {
  it('is refused afterwards', async () => {
    const attempt = await begun();
    const xml = await sealedResponse(attempt.spec);
    expect(await sent(attempt, xml)).toContain('/connexion/retour?code=');
    expect(await sent(attempt, xml)).toBe(SPENT);
  });

  it('is accepted once when posted several times at the same instant', async () => {
    const attempt = await begun();
    const xml = await sealedResponse(attempt.spec);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => sent(attempt, xml)));
    expect(outcomes.filter((path) => path.startsWith('/connexion/retour?code='))).toHaveLength(1);
    expect(outcomes.filter((path) => path === SPENT)).toHaveLength(5);
  });

  it('is refused for another request of the same browser', async () => {
    const attempt = await begun();
    const xml = await sealedResponse(attempt.spec);
    const other = await attempt.world.start('agents');
    expect(await attempt.world.post(xml, other.requestId)).toBe(INVALID);
  });
});

describe('hostile XML', () => {
  it('does not truncate a value at a comment', async () => {
    const attempt = await begun();
    const xml = (await sealedResponse(attempt.spec)).replace('paul.lemoine@ac-nancy-metz.fr', 'paul.lemoine@ac-<!-- -->nancy-metz.fr');
    expect(await sent(attempt, xml)).toContain('/connexion/retour?code=');
    const longer = await begun(aPersona({ refIds: ['{AAF}12|2D|2123'] }));
    const spec = { ...longer.spec };
    const assertion = assertionXml(spec).replace('2D|2123', '2D|2<!---->123');
    expect(await sent(longer, await sealedResponse(spec, assertion))).toBe('/connexion/aide?motif=compte-non-provisionne');
  });

  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'abcdefghij'[at + 1]} "${`&${'abcdefghij'[at]};`.repeat(10)}">`).join('')}]>`;

  it.each<[string, (xml: string) => string]>([
    ['entities that expand', (xml) => `${bomb}${xml.replace('paul', '&j;')}`],
    ['an external entity', (xml) => `<!DOCTYPE x SYSTEM "file:///etc/passwd">${xml}`],
    ['a processing instruction', (xml) => `<?xml-stylesheet href="x"?>${xml}`],
    ['thousands of nested elements', (xml) => `${'<a>'.repeat(20_000)}${xml}${'</a>'.repeat(20_000)}`],
    ['a megabyte of text', (xml) => xml.replace('paul', 'p'.repeat(1_000_000))],
    ['a document cut short', (xml) => xml.slice(0, -40)],
    ['two documents', (xml) => `${xml}${xml}`],
    ['another root', () => '<html/>'],
    ['nothing', () => ''],
    ['no XML', () => 'bonjour'],
  ])('is refused at once with %s', async (_name, spoil) => {
    const attempt = await begun();
    const xml = spoil(await sealedResponse(attempt.spec));
    const before = performance.now();
    expect(await sent(attempt, xml)).toBe(INVALID);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('never answers an error page, whatever is posted', async () => {
    const { world } = await begun();
    for (const form of [
      {},
      { SAMLResponse: '%%%' },
      { RelayState: 'x'.repeat(3000) },
      { SAMLResponse: 'A'.repeat(500_000), RelayState: '_x' },
    ]) {
      const response = await world.ask('POST /auth/saml/acs', { form });
      expect([response.statusCode, response.headers['location']]).toEqual([303, expect.stringContaining('/connexion/aide?motif=')]);
    }
  });
});
