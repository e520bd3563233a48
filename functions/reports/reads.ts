import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { newVersions } from '@preau/shared/reports/versions.ts';
import type { Database } from '../runtime/database/database.ts';
import { reportsStoreFrom } from './environment.ts';
import type { ReportsStore } from './store.ts';

interface Window {
  readonly personId: PersonId;
  readonly after: Instant;
  readonly until: Instant;
}

/** Reports' door for the evening's messages. */
export const newCards = (store: Pick<ReportsStore, 'listCards' | 'listAllSeen'>) => ({
  /** How many cards of a pupil a reader could open for the first time between two instants, and has not opened yet. */
  countCards: async (pupilId: PersonId, { personId, after, until }: Window): Promise<number> => {
    const fresh = (await store.listCards(pupilId)).flatMap(({ period, versions }) =>
      newVersions(versions, after, until).map(({ version }) => ({ period, version })),
    );
    if (fresh.length === 0) return 0;
    const opened = (await store.listAllSeen(pupilId)).filter((seen) => seen.personId === personId);
    return fresh.filter((one) => !opened.some(({ period, version }) => period === one.period && version === one.version)).length;
  },
});

/** The door over the real table that the environment names. */
export const newCardsDoor = (client: Database) => newCards(reportsStoreFrom(client));
