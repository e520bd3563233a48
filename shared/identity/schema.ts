import * as z from 'zod';
import { PersonId, SchoolId } from '../kernel/ids.ts';
import { Language, PersonKind } from '../directory/schema.ts';

/** What a guichet's assertion is matched by: ÉduConnect's vector, or the professional mail. */
export const MatchedBy = z.enum(['refId', 'mail']);
export type MatchedBy = z.infer<typeof MatchedBy>;

export const GuichetId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

/** Whom a guichet receives: parents and pupils, agents of schools, or people to whom the academy gave a local account. */
export const Audience = z.enum(['families', 'staff', 'local']);
export type Audience = z.infer<typeof Audience>;

/** A SAML identity provider that the academy trusts, as its settings name it; keys and addresses come from its metadata. */
export const GuichetSetting = z.strictObject({
  id: GuichetId,
  label: z.string().min(1).max(80),
  audience: z.enum(['families', 'staff']),
  entityId: z.string().min(1),
  /** HTTPS, or HTTP on this very machine. */
  metadataUrl: z.url(),
  /** Hosts to which a browser that signs out may be sent: `*.education.gouv.fr`, or an exact `host:port`. */
  logoutHosts: z.array(z.string()),
  /** Where to sign out when the assertion does not say it. */
  logoutUrl: z.url().optional(),
  /** True when a clear assertion must be refused; families' assertions always must. */
  encrypted: z.boolean().optional(),
  /** Tried in this order; by default the vector for families, and for staff the vector then the mail. */
  matchedBy: z.array(MatchedBy).min(1).optional(),
});
export type GuichetSetting = z.infer<typeof GuichetSetting>;

/** What a guichet's metadata says of it. */
export const GuichetMetadata = z.strictObject({
  entityId: z.string().min(1),
  /** HTTP-Redirect single sign-on address. */
  signInUrl: z.url(),
  /** Signing certificates in base64; several during a renewal. */
  certificates: z.array(z.string().min(1)).min(1),
});
export type GuichetMetadata = z.infer<typeof GuichetMetadata>;

/** What anybody may know of a guichet; `local` is the one of logins and passwords. */
export const GuichetView = z.strictObject({ guichetId: GuichetId, label: z.string(), audience: Audience });
export type GuichetView = z.infer<typeof GuichetView>;

/** Why a sign-in did not succeed: the `motif` of `/connexion/aide`. */
export const HelpReason = z.enum([
  'vecteur-absent',
  'cle-inconnue',
  'compte-non-provisionne',
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
