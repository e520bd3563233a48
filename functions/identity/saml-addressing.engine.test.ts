import { describe, expect, it } from 'vitest';
import { assertionXml, newId, responseXml, sealedResponse, type ResponseSpec } from '../../infra/local/guichets/saml-response.ts';
import { signRoot } from '../../infra/local/guichets/saml-xml.ts';
import { begun, EXPIRED, INVALID, sent, shifted, SIGNED_IN, SPENT } from '../testing/saml-attempt.ts';
import { aPersona } from '../testing/sign-in-world.ts';

const MINUTE = 60_000;

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
    expect(await sent(attempt, xml)).toContain(SIGNED_IN);
    expect(await sent(attempt, xml)).toBe(SPENT);
  });

  it('is accepted once when posted several times at the same instant', async () => {
    const attempt = await begun();
    const xml = await sealedResponse(attempt.spec);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => sent(attempt, xml)));
    expect(outcomes.filter((path) => path.startsWith(SIGNED_IN))).toHaveLength(1);
    expect(outcomes.filter((path) => path === SPENT)).toHaveLength(5);
  });

  it('is refused for another request of the same browser', async () => {
    const attempt = await begun();
    const xml = await sealedResponse(attempt.spec);
    const other = await attempt.world.start('agents');
    expect(await attempt.world.post(xml, other.requestId)).toBe(INVALID);
  });
});
