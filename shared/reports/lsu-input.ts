import type { NationalTeacher } from '../directory/schema.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Card, CardSubject, CycleReport } from './schema.ts';

/** `S` common core, `O` option, `F` optional, `L`, `R`, `X`, `D` as the ministry's base writes them. */
export const ELECTION_CODES = ['S', 'O', 'F', 'L', 'R', 'X', 'D'] as const;
export type ElectionCode = (typeof ELECTION_CODES)[number];

/** A subject of the school under its national code. */
export interface Discipline {
  readonly code: string;
  readonly election: ElectionCode;
}

/** All that the national file of a school is made from: sealed cards, and the numbers that the directory holds today. */
export interface LsuInput {
  readonly uai: string;
  readonly head: string;
  readonly cards: readonly Card[];
  readonly cycles: readonly CycleReport[];
  /** The pupil's number in the ministry's base. */
  readonly baseIds: ReadonlyMap<PersonId, string>;
  readonly teachers: ReadonlyMap<PersonId, NationalTeacher>;
  /** By the label of the subject, as cards write it. */
  readonly disciplines: ReadonlyMap<string, Discipline>;
}

/** Two labels are one subject when they differ by accents, capitals or punctuation: the feed writes neither. */
export const subjectKey = (label: string): string =>
  label
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
    .toUpperCase();

export const disciplineOf = (input: Pick<LsuInput, 'disciplines'>, { label }: Pick<CardSubject, 'label'>): Discipline | undefined =>
  input.disciplines.get(subjectKey(label));

/** What makes two subjects one for the national file. */
export const disciplineKey = ({ code, election }: Discipline): string => `${code}-${election}`;
