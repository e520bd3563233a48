import { createVerify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/** What a service provider asks of the guichet. */
export interface AuthnRequest {
  readonly id: string;
  readonly issuer: string;
  readonly acsUrl: string;
}

export interface ServiceProviderMetadata {
  readonly entityId: string;
  readonly acsUrl: string;
  readonly certificate: string;
}

const attributeOf = (xml: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1] ?? '';

const SIGNED = ['SAMLRequest', 'RelayState', 'SigAlg'];

/** The signature covers the parameters exactly as they travelled. */
const isSigned = (rawQuery: string, certificate: string): boolean => {
  const parts = new Map(rawQuery.split('&').map((part) => [part.slice(0, part.indexOf('=')), part]));
  const text = SIGNED.flatMap((name) => parts.get(name) ?? []).join('&');
  const signature = new URLSearchParams(rawQuery).get('Signature') ?? '';
  return createVerify('RSA-SHA256').update(text).verify(certificate, signature, 'base64');
};

/** A request of the HTTP-Redirect binding, signed by that provider and addressed to its own consumer; undefined otherwise. */
export const readAuthnRequest = (rawQuery: string, provider: ServiceProviderMetadata): AuthnRequest | undefined => {
  try {
    const xml = inflateRawSync(Buffer.from(new URLSearchParams(rawQuery).get('SAMLRequest') ?? '', 'base64'), {
      maxOutputLength: 65_536,
    }).toString('utf8');
    const request = {
      id: attributeOf(xml, 'ID'),
      issuer: /<(?:\w+:)?Issuer[^>]*>([^<]*)</.exec(xml)?.[1] ?? '',
      acsUrl: attributeOf(xml, 'AssertionConsumerServiceURL'),
    };
    if (request.id === '' || request.issuer !== provider.entityId || request.acsUrl !== provider.acsUrl) return undefined;
    return isSigned(rawQuery, provider.certificate) ? request : undefined;
  } catch {
    return undefined;
  }
};

/** What our service provider publishes of itself. */
export const parseProviderMetadata = (xml: string): ServiceProviderMetadata => {
  const certificate = /X509Certificate>([^<]+)</.exec(xml)?.[1]?.replaceAll(/\s/g, '') ?? '';
  return {
    entityId: attributeOf(xml, 'entityID'),
    acsUrl: /AssertionConsumerService[^>]*\bLocation="([^"]*)"/.exec(xml)?.[1] ?? '',
    certificate: `-----BEGIN CERTIFICATE-----\n${(certificate.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`,
  };
};
