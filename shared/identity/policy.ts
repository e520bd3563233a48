import type { Actor } from '../directory/schema.ts';

/** Signing in is open to anybody: what protects it is what must be presented, never who asks. */
export const mayKnock = (): boolean => true;

/** One reads and ends one's own sessions only. */
export const isOneself = (actor: Actor, subject: Actor): boolean => actor.personId === subject.personId;
