import { describe, expect, it } from 'vitest';
import { claimList } from './claim-list.ts';
import { educonnect } from './guichet.testing.ts';
import { hostedSignIn } from './hosted-sign-in.ts';
import type { SignInRequest } from './records.ts';

const NOW = '2026-11-23T07:00:00.000Z';
const settings = {
  origin: 'https://preau.auth.eu-west-3.amazoncognito.com',
  clientId: 'client',
  returnUrl: 'https://api.ent.test/auth/hosted/return',
};
const request: SignInRequest = {
  requestId: '_r1',
  guichetId: 'educonnect',
  challenge: 'c',
  returnTo: '/',
  startedAt: NOW,
  expiresAt: '2026-11-23T08:00:00.000Z',
};

const claims = {
  aud: 'client',
  exp: Date.parse(NOW) / 1000 + 3600,
  sub: 'sub-1',
  jti: 'jti-1',
  'custom:ref_id': '[%7BAAF%7D12%7C2D%7C4100253,%7BAAF%7D15%7C2D%7C991204]',
  'custom:logout_url': 'https://educonnect.education.gouv.fr/Logout',
};
const tokenOf = (payload: object) => `x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.y`;

const complete = (answer: unknown, code = 'code-1') => {
  const posted: [string, Readonly<Record<string, string>>][] = [];
  const adapter = hostedSignIn(
    settings,
    async (url, form) => {
      posted.push([url, form]);
      return answer;
    },
    () => NOW,
  );
  return { posted, outcome: adapter.complete(educonnect, request, code) };
};

describe('the sign-in that Cognito federates', () => {
  it('leaves for that educonnect’s own page, the request in the state', async () => {
    const location = new URL(
      await hostedSignIn(
        settings,
        async () => undefined,
        () => NOW,
      ).start(educonnect, request),
    );
    expect(location.origin + location.pathname).toBe('https://preau.auth.eu-west-3.amazoncognito.com/oauth2/authorize');
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      identity_provider: 'educonnect',
      state: '_r1',
      response_type: 'code',
      client_id: 'client',
    });
  });

  it('gives the same vectors as our own service provider', async () => {
    const { posted, outcome } = complete({ id_token: tokenOf(claims) });
    expect(await outcome).toEqual({
      recognised: true,
      refIds: ['{AAF}12|2D|4100253', '{AAF}15|2D|991204'],
      mail: undefined,
      sessionIndex: 'jti-1',
      nameId: 'sub-1',
      logoutUrl: 'https://educonnect.education.gouv.fr/Logout',
    });
    expect(posted).toEqual([
      [
        'https://preau.auth.eu-west-3.amazoncognito.com/oauth2/token',
        { grant_type: 'authorization_code', client_id: 'client', code: 'code-1', redirect_uri: settings.returnUrl },
      ],
    ]);
  });

  it.each<[string, unknown, string, string]>([
    ['no token', undefined, 'code-1', 'reponse-invalide'],
    ['a token that is not one', { id_token: 'bonjour' }, 'code-1', 'reponse-invalide'],
    ['a token of another client', { id_token: tokenOf({ ...claims, aud: 'other' }) }, 'code-1', 'reponse-invalide'],
    ['a token of the past', { id_token: tokenOf({ ...claims, exp: 1 }) }, 'code-1', 'reponse-expiree'],
    ['nothing', undefined, '', 'connexion-annulee'],
    ['the refusal of our own trigger', undefined, 'compte-bloque', 'compte-bloque'],
  ])('is not recognised with %s', async (_name, answer, code, reason) => {
    expect(await complete(answer, code).outcome).toEqual({ recognised: false, reason });
  });
});

describe('a Cognito attribute', () => {
  it.each<[string | undefined, readonly string[]]>([
    [undefined, []],
    ['', []],
    ['[]', []],
    ['{AAF}12|2D|4100253', ['{AAF}12|2D|4100253']],
    ['%7BAAF%7D12%7C2D%7C4100253', ['{AAF}12|2D|4100253']],
    ['[%7BAAF%7D12%7C2D%7C1,%7BECT%7D2]', ['{AAF}12|2D|1', '{ECT}2']],
    ['%E0%A4%A', ['%E0%A4%A']],
  ])('%j holds %j', (value, expected) => {
    expect(claimList(value)).toEqual(expected);
  });
});
