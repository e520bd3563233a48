import * as z from 'zod';
import { operation } from '../kernel/operation.ts';
import { identityErrors } from './errors.ts';
import { GuichetId, GuichetView, ProfileView, SessionView } from './schema.ts';

/** 256 random bits in base64url: a one-time code, a ticket, a verifier. */
const Secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Provider tokens are opaque to us. */
const Token = z.string().min(20).max(8000);

const Redirect = z.strictObject({ location: z.url() });

/** Signed-in tokens, for the web tier's httpOnly cookies only. */
export const Session = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresInSeconds: z.int().positive(),
  /** A path of the web, never another host. */
  returnTo: z.string(),
});
export type Session = z.infer<typeof Session>;

export const identityOperations = {
  listGuichets: operation({
    id: 'identity.list-guichets',
    method: 'GET',
    path: '/auth/guichets',
    summary: 'Lister les guichets de connexion de l’académie',
    access: 'public',
    input: {},
    output: z.strictObject({ guichets: z.array(GuichetView) }),
    errors: identityErrors,
    refusals: [],
  }),

  /**
   * The browser leaves for its guichet. The web keeps a random `verifier` in an httpOnly cookie and sends here
   * `challenge` = base64url(sha256(verifier)): only the browser that began a sign-in can finish it.
   */
  startSignIn: operation({
    id: 'identity.start-sign-in',
    method: 'GET',
    path: '/auth/saml/start',
    summary: 'Partir se connecter au guichet choisi',
    access: 'public',
    input: { query: z.strictObject({ guichet: GuichetId, challenge: Secret, returnTo: z.string().max(2000).optional() }) },
    output: Redirect,
    answers: 'redirect',
    errors: identityErrors,
    refusals: [],
  }),

  /** Always answers a redirect: `/connexion/retour?code=`, `/connexion/choisir?ticket=` or `/connexion/aide?motif=`. */
  consumeAssertion: operation({
    id: 'identity.consume-assertion',
    method: 'POST',
    path: '/auth/saml/acs',
    summary: 'Recevoir la réponse d’un guichet',
    access: 'public',
    input: { body: z.strictObject({ SAMLResponse: z.string().default(''), RelayState: z.string().default('') }) },
    bodyFormat: 'form',
    output: Redirect,
    answers: 'redirect',
    errors: identityErrors,
    refusals: [],
  }),

  /** Only for academies whose guichets Cognito itself federates: the hosted sign-in comes back here. */
  completeHostedSignIn: operation({
    id: 'identity.complete-hosted-sign-in',
    method: 'GET',
    path: '/auth/hosted/return',
    summary: 'Revenir du guichet que Cognito fédère lui-même',
    access: 'public',
    input: {
      query: z.strictObject({
        code: z.string().max(2000).default(''),
        state: z.string().max(200).default(''),
        error: z.string().max(200).optional(),
        error_description: z.string().max(2000).optional(),
      }),
    },
    output: Redirect,
    answers: 'redirect',
    errors: identityErrors,
    refusals: [],
  }),

  readMetadata: operation({
    id: 'identity.read-metadata',
    method: 'GET',
    path: '/auth/saml/metadata',
    summary: 'Lire les métadonnées SAML de l’ENT, à donner aux guichets',
    access: 'public',
    input: {},
    output: z.strictObject({ xml: z.string() }),
    answers: 'xml',
    errors: identityErrors,
    refusals: [],
  }),

  readProfileChoice: operation({
    id: 'identity.read-profile-choice',
    method: 'GET',
    path: '/auth/profiles/{ticket}',
    summary: 'Lire les profils entre lesquels choisir',
    access: 'public',
    input: { path: z.strictObject({ ticket: Secret }) },
    output: z.strictObject({ profiles: z.array(ProfileView) }),
    errors: identityErrors,
    refusals: ['identity.ticket-spent'],
  }),

  /** Gives the one-time code to exchange at once; the web already holds the verifier. */
  chooseProfile: operation({
    id: 'identity.choose-profile',
    method: 'POST',
    path: '/auth/profiles/{ticket}',
    summary: 'Choisir le profil avec lequel entrer',
    access: 'public',
    input: { path: z.strictObject({ ticket: Secret }), body: z.strictObject({ choice: z.string().max(200) }) },
    output: z.strictObject({ code: Secret }),
    errors: identityErrors,
    refusals: ['identity.ticket-spent', 'identity.choice-unknown'],
  }),

  exchangeCode: operation({
    id: 'identity.exchange-code',
    method: 'POST',
    path: '/auth/token',
    summary: 'Échanger un code à usage unique contre une session',
    access: 'public',
    input: { body: z.strictObject({ code: Secret, verifier: Secret }) },
    output: Session,
    errors: identityErrors,
    refusals: ['identity.code-spent'],
  }),

  refreshSession: operation({
    id: 'identity.refresh-session',
    method: 'POST',
    path: '/auth/refresh',
    summary: 'Prolonger une session',
    access: 'public',
    input: { body: z.strictObject({ refreshToken: Token }) },
    output: Session.pick({ accessToken: true, expiresInSeconds: true }),
    errors: identityErrors,
    refusals: ['identity.session-ended'],
  }),

  signInLocally: operation({
    id: 'identity.sign-in-locally',
    method: 'POST',
    path: '/auth/local',
    summary: 'Se connecter avec un compte local',
    access: 'public',
    input: {
      body: z.strictObject({
        login: z.string().trim().min(1).max(120),
        password: z.string().min(1).max(256),
        returnTo: z.string().max(2000).optional(),
      }),
    },
    output: Session,
    errors: identityErrors,
    refusals: ['identity.wrong-credentials', 'identity.too-many-attempts'],
  }),

  signOut: operation({
    id: 'identity.sign-out',
    method: 'POST',
    path: '/auth/sign-out',
    summary: 'Se déconnecter, ici ou partout',
    access: 'session',
    input: { body: z.strictObject({ refreshToken: Token, everywhere: z.boolean().default(false) }) },
    output: z.strictObject({
      /** Offer it: the guichet's own session is still open. */
      guichetLogout: z.strictObject({ label: z.string(), url: z.url() }).optional(),
    }),
    errors: identityErrors,
    refusals: [],
  }),

  readSession: operation({
    id: 'identity.read-session',
    method: 'GET',
    path: '/me',
    summary: 'Savoir qui est connecté',
    access: 'session',
    input: {},
    output: SessionView,
    errors: identityErrors,
    refusals: [],
  }),
} as const;
