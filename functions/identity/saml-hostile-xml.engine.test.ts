import { describe, expect, it } from 'vitest';
import { assertionXml, sealedResponse } from '../../infra/local/guichets/saml-response.ts';
import { begun, INVALID, sent, SIGNED_IN } from '../testing/saml-attempt.ts';
import { aPersona } from '../testing/sign-in-world.ts';

describe('hostile XML', () => {
  it('does not truncate a value at a comment', async () => {
    const attempt = await begun();
    const xml = (await sealedResponse(attempt.spec)).replace('paul.lemoine@ac-nancy-metz.fr', 'paul.lemoine@ac-<!-- -->nancy-metz.fr');
    expect(await sent(attempt, xml)).toContain(SIGNED_IN);
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

  const within = (count: number) => Array.from({ length: count }, (_, at) => at);

  it.each<[string, string]>([
    ['70,000 siblings', '<a/>'.repeat(70_000)],
    [
      '20,000 attributes',
      `<a ${within(20_000)
        .map((at) => `b${at}="c"`)
        .join(' ')}/>`,
    ],
    [
      '5,000 namespaces',
      within(5000)
        .map((at) => `<n${at}:a xmlns:n${at}="urn:${at}"/>`)
        .join(''),
    ],
    [
      '12,000 identifiers',
      within(12_000)
        .map((at) => `<a ID="_${at}"/>`)
        .join(''),
    ],
    ['as many siblings as are let through', '<a/>'.repeat(950)],
    [
      'as many attributes as are let through',
      `<a ${within(500)
        .map((at) => `b${at}="c"`)
        .join(' ')}/>`,
    ],
    [
      'as many namespaces as are let through',
      within(280)
        .map((at) => `<n${at}:a xmlns:n${at}="urn:${at}" ID="_${at}"/>`)
        .join(''),
    ],
    ['as much depth as is let through', `${'<a>'.repeat(35)}${'</a>'.repeat(35)}`],
  ])('costs little with %s, inside what the guichet signed', async (_name, stuffing) => {
    const attempt = await begun();
    const xml = await sealedResponse(attempt.spec);
    const before = process.cpuUsage();
    expect(await sent(attempt, xml.replace('</saml2p:Status>', `</saml2p:Status><saml2p:Extensions>${stuffing}</saml2p:Extensions>`))).toBe(
      INVALID,
    );
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(1000);
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
