import type { SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { publicationInstant, spreadInstant } from '@preau/shared/kernel/publication.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import type { Telling } from './entities.ts';
import type { HomeworkStore } from './store.ts';
import { shardOf } from './shards.ts';

/** Longer than any request lasts: by then the change that is told of was written, or never will be. */
const SETTLED_SECONDS = 60;

/** Announces a change before it is written: the release tells of it in the school's window, or forgets it when it never came to be. */
export const announce = (
  store: Pick<HomeworkStore, 'putTelling'>,
  { homeworkId, revision }: Pick<Homework, 'homeworkId' | 'revision'>,
  change: Telling['change'],
  { asked, now }: { readonly asked: Instant; readonly now: Instant },
  { publication, zone, spreadMinutes }: SchoolSettings,
): Promise<void> => {
  const opening = publicationInstant(asked, publication, zone);
  const spread = opening > now ? spreadInstant(homeworkId, opening, spreadMinutes) : opening;
  const settled = addSeconds(now, SETTLED_SECONDS);
  return store.putTelling({ homeworkId, change, revision, releaseAt: spread > settled ? spread : settled, shard: shardOf(homeworkId) });
};
