import type { Guichet, SamlGuichet } from '@preau/shared/identity/schema.ts';
import type { CertifiedKey } from './certificate.ts';
import type { Persona } from './persona.ts';

export type DeskId = Persona['guichet'];

/** What makes a fake guichet differ from its neighbour. */
export interface Desk {
  readonly deskId: DeskId;
  readonly label: string;
  readonly audience: string;
  readonly encrypted: boolean;
  readonly matchedBy: SamlGuichet['matchedBy'];
}

export const desks: readonly Desk[] = [
  { deskId: 'educonnect', label: 'ÉduConnect', audience: 'Parents et élèves', encrypted: true, matchedBy: ['refId'] },
  {
    deskId: 'agents',
    label: 'Agents de l’Éducation nationale',
    audience: 'Enseignants et personnels',
    encrypted: false,
    matchedBy: ['mail'],
  },
  {
    deskId: 'agricole',
    label: 'Enseignement agricole',
    audience: 'Élèves, familles et personnels des établissements agricoles',
    encrypted: false,
    matchedBy: ['refId', 'mail'],
  },
];

export const entityIdOf = (origin: string, { deskId }: Desk): string => `${origin}/${deskId}/idp`;

export const logoutUrlOf = (origin: string, { deskId }: Desk): string => `${origin}/${deskId}/logout`;

/** The fake guichets as an academy's settings name the true ones, with the local guichet of logins and passwords. */
export const guichetsAt = (origin: string, keyOf: (desk: Desk) => CertifiedKey): readonly Guichet[] => [
  ...desks.map((desk) => ({
    kind: 'saml' as const,
    guichetId: desk.deskId,
    label: desk.label,
    audience: desk.audience,
    entityId: entityIdOf(origin, desk),
    signInUrl: `${origin}/${desk.deskId}/sso`,
    certificates: [keyOf(desk).certificate],
    encrypted: desk.encrypted,
    matchedBy: desk.matchedBy,
    logoutHosts: [new URL(origin).host],
    logoutUrl: logoutUrlOf(origin, desk),
  })),
  { kind: 'local', guichetId: 'local', label: 'Compte local', audience: 'Opérateurs de l’académie et partenaires' },
];
