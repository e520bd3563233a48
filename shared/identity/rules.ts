import type { Actor } from '../directory/schema.ts';
import { academyName, joinKeyOf } from '../kernel/academies.ts';
import type { HelpReason, Role } from './schema.ts';

export type JoinKeys =
  | { readonly ok: true; readonly keys: readonly string[] }
  | { readonly ok: false; readonly reason: Extract<HelpReason, 'vecteur-absent' | 'cle-inconnue'> };

const joinKeyIn = (vector: string): string | undefined => {
  const fields = vector.slice('{AAF}'.length).split('|');
  const [number, , joining] = fields;
  if (fields.length !== 3 || number === undefined || joining === undefined || !/^\S+$/.test(joining)) return undefined;
  const academy = academyName(number);
  return academy === undefined ? undefined : joinKeyOf(academy, joining);
};

/**
 * The directory keys that ÉduConnect's FrEduCtRefId values name, each once: only `{AAF}academy|…|jointure` values count,
 * one person has one per academy.
 */
export const joinKeysOf = (refIds: readonly string[]): JoinKeys => {
  const vectors = refIds.map((value) => value.trim()).filter((value) => value.startsWith('{AAF}'));
  if (vectors.length === 0) return { ok: false, reason: 'vecteur-absent' };
  const keys = [...new Set(vectors.map(joinKeyIn).filter((key) => key !== undefined))];
  return keys.length === 0 ? { ok: false, reason: 'cle-inconnue' } : { ok: true, keys };
};

/** A professional mail as the directory compares it, or undefined when the guichet sent none. */
export const professionalMail = (value: string | undefined): string | undefined => {
  const mail = value?.trim().toLowerCase();
  return mail !== undefined && /^[^\s@]+@[^\s@]+$/.test(mail) ? mail : undefined;
};

/** A path of the web to come back to: anything that could leave the web's own origin becomes the home page. */
export const safeReturnTo = (value: string | undefined): string => {
  if (value === undefined || value.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value)) return '/';
  return value;
};

const hostMatches = (host: string, hostname: string, allowed: string): boolean =>
  allowed.startsWith('*.') ? hostname.endsWith(allowed.slice(1)) && host === hostname : host === allowed;

/** True when a browser may be sent to this logout address: HTTPS on an allowed host, or HTTP on a host allowed by its exact `localhost:port` name. */
export const isLogoutAllowed = (address: string, allowedHosts: readonly string[]): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, username, password } = new URL(address);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  if (username !== '' || password !== '' || !(protocol === 'https:' || (protocol === 'http:' && isLocal))) return false;
  return allowedHosts.some((allowed) => hostMatches(host, hostname, allowed));
};

const functionRoles = { ENS: 'teacher', CPE: 'office', AED: 'office', DIR: 'head', DOC: 'staff', ETA: 'staff' } as const;

const ORDER: readonly Role[] = ['operator', 'head', 'office', 'teacher', 'staff', 'pupil', 'guardian'];

/** What a person is, the most responsible first: the first one names the home page. */
export const rolesOf = (actor: Pick<Actor, 'kind' | 'operator' | 'posts' | 'children' | 'self' | 'grants'>): Role[] => {
  const standsIn = actor.grants.some((grant) => grant.kind === 'substitute');
  const held = new Set<Role>([
    ...(actor.operator ? ['operator' as const] : []),
    ...actor.posts.flatMap((post) => post.functions.map((each) => functionRoles[each])),
    ...(standsIn ? ['teacher' as const] : []),
    ...(actor.self === undefined && actor.kind !== 'pupil' ? [] : ['pupil' as const]),
    ...(actor.children.length === 0 && actor.kind !== 'guardian' ? [] : ['guardian' as const]),
    ...(actor.kind === 'staff' && !standsIn && actor.posts.every((post) => post.functions.length === 0) ? ['staff' as const] : []),
  ]);
  return ORDER.filter((role) => held.has(role));
};
