import type { SAML } from '@node-saml/node-saml';
import { isLogoutAllowed, professionalMail } from '@preau/shared/identity/rules.ts';
import type { SamlGuichet } from '@preau/shared/identity/schema.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { AssertionNode, attributesOf } from './assertion.ts';
import { unrecognised, type IdentityPort, type Recognised, type Unrecognised } from './port.ts';
import type { SignInRequest } from './records.ts';
import { readEnvelope, type SamlEnvelope } from './saml-envelope.ts';
import type { SamlKeyPair, SamlKeys } from './saml-keys.ts';

const SKEW_MS = 60_000;
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';

/** A first activation by SMS may take a parent most of an hour. */
export const REQUEST_SECONDS = 3600;

export interface ServiceProvider {
  readonly entityId: string;
  readonly acsUrl: string;
}

export const serviceProvider = (apiOrigin: string): ServiceProvider => ({
  entityId: `${apiOrigin}/auth/saml/metadata`,
  acsUrl: `${apiOrigin}/auth/saml/acs`,
});

interface BrokerParts {
  readonly provider: ServiceProvider;
  readonly keys: SamlKeys;
  readonly now: () => Instant;
}

/** Half of this function's code: loaded by the first sign-in, not by the first `/me`. */
const load = () => import('@node-saml/node-saml');

const library = async (provider: ServiceProvider, keys: SamlKeyPair, guichet: SamlGuichet, request: SignInRequest): Promise<SAML> => {
  const { SAML: Library, ValidateInResponseTo } = await load();
  return new Library({
    callbackUrl: provider.acsUrl,
    issuer: provider.entityId,
    audience: provider.entityId,
    entryPoint: guichet.signInUrl,
    idpCert: guichet.certificates,
    privateKey: keys.privateKey,
    decryptionPvk: keys.privateKey,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    identifierFormat: TRANSIENT,
    disableRequestedAuthnContext: true,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    acceptedClockSkewMs: SKEW_MS,
    maxAssertionAgeMs: 600_000,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: REQUEST_SECONDS * 1000,
    generateUniqueId: () => request.requestId,
    // The request was taken out of the table before we came here, in one conditional delete: this is a view of that one item.
    cacheProvider: {
      saveAsync: async () => null,
      getAsync: async (key) => (key === request.requestId ? request.startedAt : null),
      removeAsync: async () => null,
    },
  });
};

/** Faults of the library by what the person should do; its messages are never shown nor logged. */
const reasonOf = (error: unknown): Unrecognised => {
  const message = error instanceof Error ? error.message : '';
  if (error instanceof Error && 'xmlStatus' in error) return unrecognised('connexion-annulee');
  return unrecognised(/expired|No valid subject confirmation/.test(message) ? 'reponse-expiree' : 'reponse-invalide');
};

const isAddressedToUs = (envelope: SamlEnvelope, provider: ServiceProvider, guichet: SamlGuichet): boolean =>
  envelope.destination === provider.acsUrl && (envelope.issuer === undefined || envelope.issuer === guichet.entityId);

/** One bearer confirmation must hold alone: for us, for this request, at this instant. */
const isConfirmed = ({ Assertion }: AssertionNode, provider: ServiceProvider, request: SignInRequest, now: Instant): boolean =>
  Assertion.Subject.flatMap((subject) => subject.SubjectConfirmation).some(({ $, SubjectConfirmationData: [data] }) => {
    if (data === undefined || $.Method !== BEARER) return false;
    const { Recipient, InResponseTo, NotOnOrAfter } = data.$;
    return Recipient === provider.acsUrl && InResponseTo === request.requestId && Date.parse(NotOnOrAfter) + SKEW_MS > Date.parse(now);
  });

const recognised = (node: AssertionNode, guichet: SamlGuichet): Recognised => {
  const values = attributesOf(node);
  const first = (name: string) => values.get(name)?.[0];
  const logoutUrl = [first('FrEduUrlRetour'), guichet.logoutUrl].find(
    (url) => url !== undefined && isLogoutAllowed(url, guichet.logoutHosts),
  );
  return {
    recognised: true,
    refIds: values.get('FrEduCtRefId') ?? [],
    mail: professionalMail(first('mail') ?? first('ctemail')),
    sessionIndex: node.Assertion.AuthnStatement[0]?.$?.SessionIndex ?? '',
    nameId: node.Assertion.Subject[0]?.NameID[0] ?? '',
    logoutUrl,
  };
};

/** Our own SAML service provider: what the library leaves unchecked (recipient, destination, issuer, encryption) is checked here. */
export const samlBroker = ({ provider, keys, now }: BrokerParts): IdentityPort<string> => ({
  start: async (guichet, request) => {
    const saml = await library(provider, await keys(), guichet, request);
    return saml.getAuthorizeUrlAsync(request.requestId, undefined, {});
  },

  complete: async (guichet, request, samlResponse) => {
    const envelope = readEnvelope(samlResponse);
    if (envelope === undefined || !isAddressedToUs(envelope, provider, guichet)) return unrecognised('reponse-invalide');
    if (guichet.encrypted && envelope.clearAssertions > 0) return unrecognised('reponse-invalide');
    const saml = await library(provider, await keys(), guichet, request);
    const verified = await saml.validatePostResponseAsync({ SAMLResponse: samlResponse }).catch(reasonOf);
    if ('recognised' in verified) return verified;
    const node = AssertionNode.safeParse(verified.profile?.getAssertion?.());
    if (!node.success || node.data.Assertion.Issuer[0] !== guichet.entityId) return unrecognised('reponse-invalide');
    if (!isConfirmed(node.data, provider, request, now())) return unrecognised('reponse-invalide');
    return recognised(node.data, guichet);
  },
});

/** Our metadata, as guichets register it. */
export const providerMetadata = async (provider: ServiceProvider, keys: SamlKeyPair): Promise<string> => {
  const { SAML: Library } = await load();
  return new Library({
    callbackUrl: provider.acsUrl,
    issuer: provider.entityId,
    idpCert: keys.certificate,
    privateKey: keys.privateKey,
    decryptionPvk: keys.privateKey,
    identifierFormat: TRANSIENT,
    wantAssertionsSigned: true,
  }).generateServiceProviderMetadata(keys.certificate, keys.certificate);
};
