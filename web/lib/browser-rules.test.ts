import { describe, expect, it } from 'vitest';
import { cookieName, cookieOptions } from './cookies.ts';
import { contentSecurityPolicy } from './csp.ts';
import { isLight } from './light-mode.ts';
import { faultsOf, refusedState } from './refusal.ts';
import { returnPath, withWord } from './return-path.ts';
import { isOurOwnForm } from './same-origin.ts';
import { readVisit, sealVisit } from './visit-cookie.ts';

describe('cookies', () => {
  it('are never read by scripts nor carried by another site, and are secure wherever there is TLS', () => {
    expect(cookieOptions(true, 60)).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: 60 });
    expect(cookieOptions(false, 60).secure).toBe(false);
  });

  it('bind a session to its host under TLS', () => {
    expect(cookieName('access', true)).toBe('__Host-preau-acces');
    expect(cookieName('refresh', true)).toMatch(/^__Host-/u);
    expect(cookieName('access', false)).toBe('preau-acces');
    expect(cookieName('light', true)).toBe('lite');
  });
});

describe('the light mode', () => {
  it.each([
    ['1', null, true],
    [undefined, 'on', true],
    [undefined, 'ON', true],
    ['0', 'on', false],
    [undefined, null, false],
    ['', 'off', false],
  ])('with the cookie %s and Save-Data %s is %s', (cookie, saveData, light) => expect(isLight(cookie, saveData)).toBe(light));
});

describe('the content policy', () => {
  const page = { uploadOrigins: [], development: false };

  it('refuses every script where none is wanted', () => expect(contentSecurityPolicy(page)).toContain("script-src 'none'"));

  it('runs only scripts that bear the nonce of the page', () => {
    const policy = contentSecurityPolicy({ ...page, nonce: 'abc' });
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('lets forms post to us and to the buckets only', () =>
    expect(contentSecurityPolicy({ ...page, uploadOrigins: ['https://bucket.example'] })).toContain(
      "form-action 'self' https://bucket.example;",
    ));
});

describe('a form', () => {
  const ours = { method: 'POST', origin: 'https://preau.example', fetchSite: 'same-origin', webOrigin: 'https://preau.example' };

  it.each([
    ['from our own pages is accepted', ours, true],
    ['from another site is refused', { ...ours, origin: 'https://evil.example', fetchSite: 'cross-site' }, false],
    ['from a sibling host is refused', { ...ours, origin: 'https://x.preau.example' }, false],
    ['from an opaque origin is refused', { ...ours, origin: 'null' }, false],
    ['without a told origin is refused', { ...ours, origin: null, fetchSite: null }, false],
    ['without an origin from the same origin is accepted', { ...ours, origin: null }, true],
    ['that only reads is not asked where it comes from', { ...ours, method: 'GET', origin: null, fetchSite: null }, true],
  ])('%s', (_, provenance, accepted) => expect(isOurOwnForm(provenance)).toBe(accepted));
});

describe('a path to return to', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a/../b',
    '/a\nb',
    undefined,
    ['/accueil'],
  ])('is never %s', (wanted) => expect(returnPath(wanted)).toBe('/accueil'));

  it('is a page of ours with its query', () =>
    expect(returnPath('/absences?enfant=per_abc&mois=2026-11')).toBe('/absences?enfant=per_abc&mois=2026-11'));

  it('carries one word of what was done, the last one', () =>
    expect(withWord('/vie-scolaire/absences?ok=refuse&apres=x', 'ok', 'accepte')).toBe('/vie-scolaire/absences?apres=x&ok=accepte'));
});

describe('a refusal', () => {
  it('names its faults by field of the form', () => {
    const refusal = {
      status: 400,
      code: 'kernel.invalid-input',
      title: 'La demande est incomplète.',
      details: { fields: [{ path: 'body.comment', message: 'Trop long.' }] },
    };
    expect(faultsOf(refusal)).toEqual([{ field: 'comment', message: 'Trop long.' }]);
    expect(refusedState(refusal, { comment: 'x' })).toEqual({
      faults: [{ field: 'comment', message: 'Trop long.' }],
      typed: { comment: 'x' },
    });
  });

  it('without fields is told as a whole', () =>
    expect(refusedState({ status: 409, code: 'x', title: 'Non.' }, {}).faults).toEqual([{ field: '', message: 'Non.' }]));
});

describe('the remembered visitor', () => {
  const person = {
    personId: 'per_abcdefgh',
    firstName: 'Éléonore',
    lastName: 'Noël',
    kind: 'guardian',
    language: 'fr',
    roles: ['guardian'],
    schools: [],
  };

  it('comes back as it was kept', () => {
    const seen = readVisit(Buffer.from(JSON.stringify(person)).toString('base64url'));
    expect(seen).toEqual(person);
    expect(seen === undefined ? undefined : readVisit(sealVisit(seen))).toEqual(person);
  });

  it.each([undefined, '', '{}', 'e30', 'not base64 at all'])('is nobody for the cookie %s', (cookie) =>
    expect(readVisit(cookie)).toBeUndefined(),
  );
});
