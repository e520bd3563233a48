import { nameOf } from '@preau/shared/directory/names.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { DirectoryStore } from './store.ts';

/** Names of people by their ids, vanished ones included; the erased have none. */
export const namesOf = async (
  personIds: readonly PersonId[],
  store: Pick<DirectoryStore, 'listPeople'>,
): Promise<ReadonlyMap<PersonId, string>> => {
  const people = await store.listPeople([...new Set(personIds)]);
  return new Map(people.map((person) => [person.personId, nameOf(person)]));
};
