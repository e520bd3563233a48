import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';

/** A level of the *socle* as it was decided; an exempt pupil is not a pupil at zero. */
export const socleWords = (level: number): string => (level === 0 ? 'Dispensé' : `${level} – ${LEVEL_NAMES[level] ?? ''}`);

export const DIGITAL_LEVELS: Readonly<Record<number, string>> = { 1: '1 – Novice', 2: '2 – Indépendant', 3: '3 – Avancé' };

export const cycleWords = (cycle: number): string => (cycle === 3 ? 'Fin du cycle 3 (6e)' : 'Fin du cycle 4 (3e)');
