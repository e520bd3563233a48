import { SaxesParser } from 'saxes';

const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const LONGEST = 400_000;
const DEEPEST = 40;
/** A true response has about a hundred of each; 70,000 elements would keep the signature check busy for a minute, at nobody's risk but ours. */
const MOST_ELEMENTS = 1000;
const MOST_ATTRIBUTES = 600;

/** Broken since years: SHA-1 signatures, keyed digests, PKCS#1 v1.5 key transport, triple DES. */
const REFUSED_ALGORITHMS = /sha1$|#hmac-|#md5|rsa-1_5$|tripledes/;

/** What is read of a response before any cryptography. */
export interface SamlEnvelope {
  readonly xml: string;
  readonly destination: string | undefined;
  readonly issuer: string | undefined;
  readonly clearAssertions: number;
  readonly encryptedAssertions: number;
}

/** RSA-OAEP names SHA-1 as its mask digest: that one digest is harmless, and usual. */
const isWeak = (name: string, parent: string | undefined, algorithm: string | undefined): boolean =>
  ['SignatureMethod', 'EncryptionMethod', 'DigestMethod'].includes(name) &&
  parent !== 'EncryptionMethod' &&
  REFUSED_ALGORITHMS.test(algorithm ?? '');

/**
 * A response as a well-formed, shallow, entity-free document with modern algorithms, or undefined:
 * nothing else is worth a signature check.
 */
export const readEnvelope = (base64: string): SamlEnvelope | undefined => {
  if (base64.length === 0 || base64.length > LONGEST || !/^[A-Za-z0-9+/=\s]+$/.test(base64)) return undefined;
  const xml = Buffer.from(base64, 'base64').toString('utf8');
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const found = { destination: undefined as string | undefined, issuer: undefined as string | undefined, clear: 0, encrypted: 0 };
  let sound = true;
  let elements = 0;
  let attributes = 0;
  const refuse = () => {
    sound = false;
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('processinginstruction', refuse);
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) refuse();
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    const { local } = tag;
    if (path.length === 0) {
      if (local !== 'Response' || tag.uri !== PROTOCOL) refuse();
      found.destination = tag.attributes['Destination']?.value;
    }
    if (path.length === 1 && local === 'Assertion') found.clear += 1;
    if (path.length === 1 && local === 'EncryptedAssertion') found.encrypted += 1;
    if (isWeak(local, path.at(-1), tag.attributes['Algorithm']?.value)) refuse();
    path.push(local);
    if (path.length > DEEPEST || elements > MOST_ELEMENTS) refuse();
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.on('text', (text) => {
    if (path.length === 2 && path[1] === 'Issuer') found.issuer = `${found.issuer ?? ''}${text}`;
  });
  for (let at = 0; at < xml.length && sound; at += 8192) parser.write(xml.slice(at, at + 8192));
  if (sound) parser.close();
  if (!sound) return undefined;
  return {
    xml,
    destination: found.destination,
    issuer: found.issuer?.trim(),
    clearAssertions: found.clear,
    encryptedAssertions: found.encrypted,
  };
};
