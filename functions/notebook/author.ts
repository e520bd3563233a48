import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { Author } from '@preau/shared/notebook/schema.ts';

/** Whoever writes, by the name that the timetable gives him when it knows him. */
export const authorOf = (actor: Actor, place?: { readonly teachers: readonly Author[] }): Author =>
  place?.teachers.find(({ personId }) => personId === actor.personId) ?? {
    personId: actor.personId,
    name: nameOf(actor),
  };

/** The teachers of a place, and whoever writes in it. */
export const withAuthor = (teachers: readonly Author[], author: Author): Author[] =>
  teachers.some(({ personId }) => personId === author.personId) ? [...teachers] : [...teachers, author];
