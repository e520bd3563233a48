import * as z from 'zod';
import { PersonId, SchoolId } from '../kernel/ids.ts';
import { Language, PersonKind } from '../directory/schema.ts';

/** What a guichet's assertion is matched by: ÉduConnect's vector, or the professional mail. */
export const MatchedBy = z.enum(['refId', 'mail']);
export type MatchedBy = z.infer<typeof MatchedBy>;

export const GuichetId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

const named = {
  guichetId: GuichetId,
  label: z.string().min(1).max(80),
  /** Who signs in there, in the reader's words: "Parents et élèves". */
  audience: z.string().min(1).max(160),
};

/** A SAML identity provider that the academy trusts. */
export const SamlGuichet = z.strictObject({
  ...named,
  kind: z.literal('saml'),
  entityId: z.string().min(1),
  /** HTTP-Redirect single sign-on address. */
  signInUrl: z.url(),
  /** PEM or bare base64; several during a renewal. */
  certificates: z.array(z.string().min(1)).min(1),
  /** True when a clear assertion must be refused. */
  encrypted: z.boolean(),
  /** Tried in this order. */
  matchedBy: z.array(MatchedBy).min(1),
  /** Hosts that may receive a browser which signs out: `*.education.gouv.fr`, or an exact `host:port`. */
  logoutHosts: z.array(z.string()),
  /** Where to sign out when the assertion does not say it. */
  logoutUrl: z.url().optional(),
});
export type SamlGuichet = z.infer<typeof SamlGuichet>;

/** The local guichet: a login and a password that the academy gave. */
export const LocalGuichet = z.strictObject({ ...named, kind: z.literal('local') });

export const Guichet = z.discriminatedUnion('kind', [SamlGuichet, LocalGuichet]);
export type Guichet = z.infer<typeof Guichet>;

/** What anybody may know of a guichet. */
export const GuichetView = z.strictObject({ ...named, kind: z.enum(['saml', 'local']) });
export type GuichetView = z.infer<typeof GuichetView>;

/** Why a sign-in did not succeed: the `motif` of `/connexion/aide`. */
export const HelpReason = z.enum([
  'vecteur-absent',
  'cle-inconnue',
  'compte-non-provisionne',
  'simple-contact',
  'compte-bloque',
  'adresse-absente',
  'reponse-invalide',
  'reponse-expiree',
  'deja-utilisee',
  'connexion-annulee',
  'guichet-inconnu',
  'service-indisponible',
]);
export type HelpReason = z.infer<typeof HelpReason>;

/** What a person is for the web shell; what he may do is decided by each domain's policy. */
export const Role = z.enum(['guardian', 'pupil', 'teacher', 'office', 'head', 'staff', 'operator']);
export type Role = z.infer<typeof Role>;

/** Who is signed in, as the web shell needs it. */
export const SessionView = z.strictObject({
  personId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  kind: PersonKind,
  language: Language,
  /** The first one names the home page. */
  roles: z.array(Role),
  schools: z.array(z.strictObject({ schoolId: SchoolId, name: z.string() })),
});
export type SessionView = z.infer<typeof SessionView>;

/** One of the people whom a sign-in may be, shown only to the holder of the ticket. */
export const ProfileView = z.strictObject({
  /** To be sent back as it is: it is bound to this ticket and to this sign-in. */
  choice: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  kind: PersonKind,
  schoolNames: z.array(z.string()),
});
export type ProfileView = z.infer<typeof ProfileView>;
