import { describe, expect, it } from 'vitest';
import { newCertifiedKey } from '../../infra/local/guichets/certificate.ts';
import { assertionXml, responseXml, sealedResponse, type ResponseSpec } from '../../infra/local/guichets/saml-response.ts';
import { encryptAssertion, signRoot } from '../../infra/local/guichets/saml-xml.ts';
import { begun, INVALID, sent, shifted, SIGNED_IN } from '../testing/saml-attempt.ts';
import { aPersona, keyOf } from '../testing/sign-in-world.ts';

describe('a sound response', () => {
  it('is accepted clear from the agents and encrypted from ÉduConnect', async () => {
    const clear = await begun();
    expect(await sent(clear, await sealedResponse(clear.spec))).toContain(SIGNED_IN);
    const encrypted = await begun(aPersona());
    const xml = await sealedResponse(encrypted.spec);
    expect(xml).toContain('EncryptedAssertion');
    expect(xml).not.toContain('FrEduCtRefId');
    expect(await sent(encrypted, xml)).toContain(SIGNED_IN);
  });

  it('is accepted when clocks differ by half a minute', async () => {
    for (const skew of [-30_000, 30_000]) {
      const attempt = await begun();
      expect(await sent(attempt, await sealedResponse(shifted(attempt.spec, skew)))).toContain(SIGNED_IN);
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
