import { accompaniedBy } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { HomeworkServices } from './services.ts';

type KnownPupil = NonNullable<Awaited<ReturnType<HomeworkServices['directory']['findPupil']>>>;

/** The pupils whose work the actor follows: himself, the children he is informed of, and those whom he accompanies today. */
export const followedBy = async (actor: Actor, { directory }: Pick<HomeworkServices, 'directory'>): Promise<readonly KnownPupil[]> => {
  const own = actor.self === undefined ? [] : [actor.self];
  const children = actor.children.filter((child) => child.rights.informed);
  const known = new Set([...own, ...children].map((pupil) => pupil.pupilId));
  const accompanied = await Promise.all(
    accompaniedBy(actor)
      .filter((pupilId) => !known.has(pupilId))
      .map((pupilId) => directory.findPupil(pupilId)),
  );
  return [...own, ...children, ...accompanied.filter((pupil) => pupil !== undefined)];
};
