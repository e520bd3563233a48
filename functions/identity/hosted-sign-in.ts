import * as z from 'zod';
import { isLogoutAllowed, professionalMail } from '@preau/shared/identity/rules.ts';
import { HelpReason, type SamlGuichet } from '@preau/shared/identity/schema.ts';
import { claimList } from './claim-list.ts';
import { unrecognised, type IdentityPort, type Recognised, type Unrecognised } from './port.ts';
import type { HostedSettings } from './settings.ts';

const TokenAnswer = z.looseObject({ id_token: z.string() });

/** Claims that the pool maps from the guichet's attributes; a claim that the guichet did not release is absent. */
const Claims = z.looseObject({
  aud: z.string(),
  exp: z.number(),
  sub: z.string(),
  jti: z.string().default(''),
  'custom:ref_id': z.string().optional(),
  'custom:mail': z.string().optional(),
  'custom:logout_url': z.string().optional(),
});

/** Posts a form and gives the JSON of a 200, undefined for anything else. */
export type PostForm = (url: string, form: Readonly<Record<string, string>>) => Promise<unknown>;

export const postForm: PostForm = async (url, form) => {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'error',
    signal: AbortSignal.timeout(8000),
  });
  return response.ok ? response.json() : undefined;
};

const payloadOf = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

const recognised = (claims: z.infer<typeof Claims>, guichet: SamlGuichet): Recognised => {
  const sent = claims['custom:logout_url'];
  const logoutUrl = [sent, guichet.logoutUrl].find((url) => url !== undefined && isLogoutAllowed(url, guichet.logoutHosts));
  return {
    recognised: true,
    refIds: claimList(claims['custom:ref_id']),
    mail: professionalMail(claims['custom:mail']),
    sessionIndex: claims.jti,
    nameId: claims.sub,
    logoutUrl,
  };
};

/**
 * The second adapter: Cognito validates the guichet's assertion on its hosted pages and hands us a code. Its identity token, read
 * straight from the pool over TLS, is only used to find the person: the session is then opened as everywhere else.
 */
export const hostedSignIn = (settings: HostedSettings, post: PostForm, now: () => string): IdentityPort<string> => ({
  start: async (guichet, request) => {
    const query = new URLSearchParams({
      identity_provider: guichet.guichetId,
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: settings.returnUrl,
      scope: 'openid',
      state: request.requestId,
    });
    return `${settings.origin}/oauth2/authorize?${query.toString()}`;
  },

  complete: async (guichet, _request, code): Promise<Recognised | Unrecognised> => {
    // No code: our pre-sign-up trigger refused and says why, or the person gave up.
    if (code === '') return unrecognised('connexion-annulee');
    const refusal = HelpReason.safeParse(code);
    if (refusal.success) return unrecognised(refusal.data);
    const form = { grant_type: 'authorization_code', client_id: settings.clientId, code, redirect_uri: settings.returnUrl };
    const answer = TokenAnswer.safeParse(await post(`${settings.origin}/oauth2/token`, form));
    const claims = Claims.safeParse(answer.success ? payloadOf(answer.data.id_token) : undefined);
    if (!claims.success || claims.data.aud !== settings.clientId) return unrecognised('reponse-invalide');
    if (claims.data.exp * 1000 <= Date.parse(now())) return unrecognised('reponse-expiree');
    return recognised(claims.data, guichet);
  },
});
