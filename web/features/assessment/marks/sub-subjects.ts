import type { SubSubject } from '@preau/shared/assessment/schema.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { TypedCoefficient } from './fields.ts';

const MOST = 8;

/** One part of a subject by line: « Oral : 2 ». */
export const writeSubSubjects = (parts: readonly SubSubject[]): string =>
  parts.map(({ name, coefficient }) => `${name} : ${frenchDecimal(coefficient)}`).join('\n');

/** What goes with the form so that a part keeps its name of its own: « oral=oral2b7 ». */
export const writeKnown = (parts: readonly SubSubject[]): string =>
  parts.map(({ name, subSubjectId }) => `${subSubjectId}=${name}`).join('\n');

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

const freeId = (name: string, taken: ReadonlySet<string>): string => {
  const start = plain(name).slice(0, 9) || 'partie';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? start : `${start}${number}`;
    if (!taken.has(id)) return id;
  }
};

/** Reads the parts of a subject; a part that keeps its name keeps its evaluations. */
export const readSubSubjects = (text: string, known: string): readonly SubSubject[] | { readonly message: string } => {
  const ids = new Map(
    known.split('\n').flatMap((line) => {
      const [id = '', name = ''] = line.split('=');
      return name === '' ? [] : [[name.trim(), id] as const];
    }),
  );
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MOST) return { message: `${MOST} sous-matières au plus.` };
  const parts: SubSubject[] = [];
  for (const [index, line] of lines.entries()) {
    const [name = '', typed = '1'] = line.split(':').map((part) => part.trim());
    const coefficient = TypedCoefficient.safeParse(typed);
    if (name === '' || name.length > 40 || !coefficient.success)
      return { message: `Ligne ${index + 1} : écrivez un nom, deux points et un coefficient, par exemple « Oral : 2 ».` };
    const taken = new Set([...ids.values(), ...parts.map(({ subSubjectId }) => subSubjectId)]);
    parts.push({ subSubjectId: ids.get(name) ?? freeId(name, taken), name, coefficient: coefficient.data });
  }
  return parts;
};
