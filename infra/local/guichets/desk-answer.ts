import type { AuthnRequest, ServiceProviderMetadata } from './authn-request.ts';
import { attributesOf } from './attributes.ts';
import type { CertifiedKey } from './certificate.ts';
import { entityIdOf, logoutUrlOf, type Desk } from './desks.ts';
import type { Persona } from './persona.ts';
import type { ResponseSpec } from './saml-response.ts';

const MINUTES_5 = 5 * 60_000;

/** What a fake guichet answers for a persona; tests alter it before it is sealed. */
export const answerSpec = (
  origin: string,
  desk: Desk,
  key: CertifiedKey,
  request: Pick<AuthnRequest, 'id'>,
  provider: ServiceProviderMetadata,
  persona: Persona,
  at: Date = new Date(),
): ResponseSpec => ({
  key,
  issuer: entityIdOf(origin, desk),
  inResponseTo: request.id,
  destination: provider.acsUrl,
  recipient: provider.acsUrl,
  audience: provider.entityId,
  attributes: attributesOf(persona, logoutUrlOf(origin, desk), at),
  issuedAt: at,
  notBefore: new Date(at.getTime() - 5000),
  notOnOrAfter: new Date(at.getTime() + MINUTES_5),
  ...(desk.encrypted ? { encryptFor: provider.certificate } : {}),
});
