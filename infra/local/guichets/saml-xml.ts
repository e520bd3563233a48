import { promisify } from 'node:util';
import { SignedXml } from 'xml-crypto';
import { encrypt, type KeyEncryptionAlgorithm } from 'xml-encryption';
import type { CertifiedKey } from './certificate.ts';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

interface SignatureOptions {
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
}

/** Signs the document's root element with an enveloped signature, placed after its Issuer as SAML wants it. */
export const signRoot = (xml: string, key: CertifiedKey, options: SignatureOptions = {}): string => {
  const signature = new SignedXml({
    privateKey: key.privateKey,
    publicCert: key.certificate,
    canonicalizationAlgorithm: EXCLUSIVE,
    signatureAlgorithm: options.signatureAlgorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    getKeyInfoContent: (args) => SignedXml.getKeyInfoContent(args ?? {}),
  });
  signature.addReference({
    xpath: '/*',
    digestAlgorithm: options.digestAlgorithm ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', EXCLUSIVE],
  });
  signature.computeSignature(xml, { prefix: 'ds', location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  return signature.getSignedXml();
};

const encryptAsync = promisify(encrypt);

/** Encrypts an assertion for whoever holds the certificate's key: RSA-OAEP and AES-256-GCM unless said otherwise. */
export const encryptAssertion = async (
  assertion: string,
  certificate: string,
  publicKey: string,
  keyEncryptionAlgorithm: KeyEncryptionAlgorithm = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
): Promise<string> => {
  const data = await encryptAsync(assertion, {
    rsa_pub: publicKey,
    pem: certificate,
    encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    keyEncryptionAlgorithm,
    warnInsecureAlgorithm: false,
  });
  return `<saml2:EncryptedAssertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">${data ?? ''}</saml2:EncryptedAssertion>`;
};
