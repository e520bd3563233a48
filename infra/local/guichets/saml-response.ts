import { X509Certificate, randomBytes } from 'node:crypto';
import type { KeyEncryptionAlgorithm } from 'xml-encryption';
import type { CertifiedKey } from './certificate.ts';
import { encryptAssertion, escapeXml, signRoot } from './saml-xml.ts';

/** One attribute: its official name, its usual one, its values. */
export interface SamlAttribute {
  readonly name: string;
  readonly friendlyName: string;
  readonly values: readonly string[];
}

/** Everything that a response says; tests change one thing at a time. */
export interface ResponseSpec {
  readonly key: CertifiedKey;
  readonly issuer: string;
  readonly inResponseTo: string;
  readonly destination: string;
  readonly recipient: string;
  readonly audience: string;
  readonly attributes: readonly SamlAttribute[];
  readonly issuedAt: Date;
  readonly notBefore: Date;
  readonly notOnOrAfter: Date;
  /** Where it differs from the response's: a forgery. */
  readonly subjectInResponseTo?: string;
  readonly signsAssertion?: boolean;
  readonly signsResponse?: boolean;
  readonly signatureAlgorithm?: string;
  readonly keyEncryptionAlgorithm?: KeyEncryptionAlgorithm;
  /** The service provider's certificate; absent, the assertion travels clear. */
  readonly encryptFor?: string;
}

const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';

export const newId = (): string => `_${randomBytes(16).toString('hex')}`;

const attributeXml = ({ name, friendlyName, values }: SamlAttribute): string =>
  [
    `<saml2:Attribute FriendlyName="${escapeXml(friendlyName)}" Name="${escapeXml(name)}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">`,
    ...values.map((value) => `<saml2:AttributeValue>${escapeXml(value)}</saml2:AttributeValue>`),
    '</saml2:Attribute>',
  ].join('');

/** A clear, unsigned assertion. */
export const assertionXml = (spec: ResponseSpec): string =>
  [
    `<saml2:Assertion xmlns:saml2="${ASSERTION}" ID="${newId()}" IssueInstant="${spec.issuedAt.toISOString()}" Version="2.0">`,
    `<saml2:Issuer>${escapeXml(spec.issuer)}</saml2:Issuer>`,
    `<saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient" NameQualifier="${escapeXml(spec.issuer)}" SPNameQualifier="${escapeXml(spec.audience)}">AAdz${randomBytes(12).toString('hex')}</saml2:NameID>`,
    '<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">',
    `<saml2:SubjectConfirmationData InResponseTo="${escapeXml(spec.subjectInResponseTo ?? spec.inResponseTo)}" NotOnOrAfter="${spec.notOnOrAfter.toISOString()}" Recipient="${escapeXml(spec.recipient)}"/>`,
    '</saml2:SubjectConfirmation></saml2:Subject>',
    `<saml2:Conditions NotBefore="${spec.notBefore.toISOString()}" NotOnOrAfter="${spec.notOnOrAfter.toISOString()}">`,
    `<saml2:AudienceRestriction><saml2:Audience>${escapeXml(spec.audience)}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>`,
    `<saml2:AuthnStatement AuthnInstant="${spec.issuedAt.toISOString()}" SessionIndex="${newId()}"><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>`,
    `<saml2:AttributeStatement>${spec.attributes.map(attributeXml).join('')}</saml2:AttributeStatement>`,
    '</saml2:Assertion>',
  ].join('');

/** A response around what it carries, unsigned. */
export const responseXml = (spec: ResponseSpec, carried: string, status = 'Success'): string =>
  [
    `<saml2p:Response xmlns:saml2p="${PROTOCOL}" Destination="${escapeXml(spec.destination)}" ID="${newId()}" InResponseTo="${escapeXml(spec.inResponseTo)}" IssueInstant="${spec.issuedAt.toISOString()}" Version="2.0">`,
    `<saml2:Issuer xmlns:saml2="${ASSERTION}">${escapeXml(spec.issuer)}</saml2:Issuer>`,
    `<saml2p:Status><saml2p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></saml2p:Status>`,
    carried,
    '</saml2p:Response>',
  ].join('');

/** Seals an assertion as the guichet does: signed, encrypted when a certificate is given, in a signed response. */
export const sealedResponse = async (spec: ResponseSpec, assertion: string = assertionXml(spec)): Promise<string> => {
  const signature = spec.signatureAlgorithm === undefined ? {} : { signatureAlgorithm: spec.signatureAlgorithm };
  const signed = spec.signsAssertion === false ? assertion : signRoot(assertion, spec.key, signature);
  const carried =
    spec.encryptFor === undefined
      ? signed
      : await encryptAssertion(
          signed,
          spec.encryptFor,
          new X509Certificate(spec.encryptFor).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          spec.keyEncryptionAlgorithm,
        );
  const response = responseXml(spec, carried);
  return spec.signsResponse === false ? response : signRoot(response, spec.key, signature);
};

/** As a form posts it. */
export const inBase64 = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64');
