import type { SamlGuichet } from '@preau/shared/identity/schema.ts';

export const educonnect: SamlGuichet = {
  kind: 'saml',
  guichetId: 'educonnect',
  label: 'ÉduConnect',
  audience: 'Parents et élèves',
  entityId: 'https://educonnect.fake/idp',
  signInUrl: 'https://educonnect.fake/idp/sso',
  certificates: ['AAAA'],
  encrypted: true,
  matchedBy: ['refId'],
  logoutHosts: ['*.education.gouv.fr'],
};
