import type { Guichet } from '@preau/shared/identity/schema.ts';

/** Stands where an academy has not yet given a provider's certificate: `npm run deploy` refuses it. */
export const CERTIFICATE_TO_COME = 'CERTIFICATE-TO-COME';

const EDUCONNECT = 'https://educonnect.education.gouv.fr/idp';
const EDUCAGRI = 'https://auth.educagri.fr/idp';

export const educonnect: Guichet = {
  kind: 'saml',
  guichetId: 'educonnect',
  label: 'ÉduConnect',
  audience: 'Parents et élèves',
  entityId: EDUCONNECT,
  signInUrl: `${EDUCONNECT}/profile/SAML2/Redirect/SSO`,
  certificates: [CERTIFICATE_TO_COME],
  encrypted: true,
  matchedBy: ['refId'],
  logoutHosts: ['*.education.gouv.fr'],
};

/** The academy's own federation hub. */
export const agents = (host: string): Guichet => ({
  kind: 'saml',
  guichetId: 'agents',
  label: 'Agents de l’Éducation nationale',
  audience: 'Enseignants et personnels',
  entityId: `https://${host}/sso`,
  signInUrl: `https://${host}/sso/SSO`,
  certificates: [CERTIFICATE_TO_COME],
  encrypted: false,
  matchedBy: ['mail'],
  logoutHosts: [host],
  logoutUrl: `https://${host}/sso/logout`,
});

export const agricultural: Guichet = {
  kind: 'saml',
  guichetId: 'agricole',
  label: 'Enseignement agricole',
  audience: 'Élèves, apprentis et personnels des établissements agricoles',
  entityId: EDUCAGRI,
  signInUrl: `${EDUCAGRI}/profile/SAML2/Redirect/SSO`,
  certificates: [CERTIFICATE_TO_COME],
  encrypted: false,
  matchedBy: ['mail'],
  logoutHosts: ['*.educagri.fr'],
};

export const local: Guichet = {
  kind: 'local',
  guichetId: 'local',
  label: 'Compte local',
  audience: 'Opérateurs de l’académie et partenaires',
};
