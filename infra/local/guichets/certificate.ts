import { createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A private key and its self-signed certificate, PEM. */
export interface CertifiedKey {
  readonly privateKey: string;
  readonly certificate: string;
}

const lengthOf = (size: number): Buffer => {
  if (size < 128) return Buffer.from([size]);
  const bytes = size < 256 ? [size] : [size >> 8, size & 255];
  return Buffer.from([0x80 | bytes.length, ...bytes]);
};

const der = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};

const SEQUENCE = 0x30;
const SHA256_WITH_RSA = der(SEQUENCE, Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');

const nameOf = (text: string): Buffer => der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from(text, 'utf8')))));

const time = (date: Date): Buffer => der(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`, 'ascii'));

const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;

const YEARS_10 = 10 * 365 * 24 * 3600 * 1000;

const selfSigned = (commonName: string, privateKey: KeyObject, publicKey: KeyObject): string => {
  const name = nameOf(commonName);
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
  const now = Date.now();
  const content = der(
    SEQUENCE,
    der(0xa0, Buffer.from('020102', 'hex')),
    der(0x02, serial),
    SHA256_WITH_RSA,
    name,
    der(SEQUENCE, time(new Date(now - 86_400_000)), time(new Date(now + YEARS_10))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', content, privateKey);
  return pem('CERTIFICATE', der(SEQUENCE, content, SHA256_WITH_RSA, der(0x03, Buffer.from([0]), signature)));
};

/** A new 2048-bit RSA key with a ten-year certificate, for a laptop only. */
export const newCertifiedKey = (commonName: string): CertifiedKey => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    certificate: selfSigned(commonName, privateKey, publicKey),
  };
};
