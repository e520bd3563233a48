import { PersonId } from '@preau/shared/kernel/ids.ts';
import type { DirectoryStore } from '../../functions/directory/store.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { blockedJoinKeys, localAccounts } from './personas.ts';

const personIdOf = (joinKey: string): PersonId => PersonId.parse(derivedId('per', joinKey));

/** What no feed says: the academy's operators, and accounts that the academy has blocked; to run once the people are imported. */
export const writeLocalDecisions = async (store: Pick<DirectoryStore, 'putLocalPerson' | 'setPreference'>): Promise<void> => {
  for (const { login, firstName, lastName } of localAccounts()) {
    const joinKey = `LOCAL-${login}`;
    await store.putLocalPerson({
      personId: personIdOf(joinKey),
      joinKey,
      kind: 'operator',
      source: 'local',
      status: 'active',
      firstName,
      lastName,
      operator: true,
    });
  }
  for (const joinKey of blockedJoinKeys()) await store.setPreference(personIdOf(joinKey), { blocked: true });
};
