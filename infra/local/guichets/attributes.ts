import { createHash } from 'node:crypto';
import type { Persona } from './persona.ts';
import type { SamlAttribute } from './saml-response.ts';

const EDUCATION = 'urn:oid:1.3.6.1.4.1.20326.10.999.1';

const attribute = (friendlyName: string, name: string, values: readonly (string | undefined)[]): SamlAttribute => ({
  friendlyName,
  name,
  values: values.filter((value) => value !== undefined),
});

/** `2026-11-22 08:42:25.475`: the guichet's own writing, neither ISO nor zoned. */
const connectionDate = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '');

/** The same 96 hexadecimal characters at each sign-in of an account. */
const accountId = (persona: Persona): string => createHash('sha384').update(persona.personaId).digest('hex');

const civil = (persona: Persona): readonly SamlAttribute[] => [
  attribute('sn', 'urn:oid:2.5.4.4', [persona.lastName]),
  attribute('givenName', 'urn:oid:2.5.4.42', [persona.firstName]),
];

const families = (persona: Persona, logoutUrl: string, at: Date): readonly SamlAttribute[] => [
  attribute('FrEduUrlRetour', `${EDUCATION}.5`, [logoutUrl]),
  attribute('FrEduCtDateConnexion', `${EDUCATION}.6`, [connectionDate(at)]),
  attribute('FrEduCtPersonAffiliation', `${EDUCATION}.7`, persona.affiliations),
  attribute('FrEduCtId', `${EDUCATION}.57`, [accountId(persona)]),
  attribute('FrEduCtRefId', 'FrEduCtRefId', persona.refIds),
  ...civil(persona),
];

const staff = (persona: Persona): readonly SamlAttribute[] => [
  attribute('mail', 'urn:oid:0.9.2342.19200300.100.1.3', [persona.mail]),
  attribute(
    'FrEduRne',
    'FrEduRne',
    persona.uais.map((uai) => `${uai}$UAJ$PU$ENS$${uai}$T3$LYC$3000`),
  ),
  attribute('FrEduCtRefId', 'FrEduCtRefId', persona.refIds),
  ...civil(persona),
];

/** What a guichet releases of a persona; an attribute without a value is not sent. */
export const attributesOf = (persona: Persona, logoutUrl: string, at: Date): readonly SamlAttribute[] =>
  (persona.guichet === 'educonnect' ? families(persona, logoutUrl, at) : staff(persona)).filter(({ values }) => values.length > 0);
