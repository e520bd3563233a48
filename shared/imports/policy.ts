import type { Actor } from '../directory/schema.ts';

/** Imports are the academy operators' alone: no head, no office, no teacher brings a directory in. */
export const mayImport = (actor: Actor): boolean => actor.operator;
