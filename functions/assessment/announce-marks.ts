import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import type { Audience } from '@preau/shared/assessment/seen.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { spreadOf } from '@preau/shared/kernel/spread.ts';
import type { AssessmentServices } from './services.ts';

/** What waits to be told is spread over so many partitions. */
export const TELLING_SHARDS = 8;

/** Longer than any request lasts: by then the publication that is told of was written, or never will be. */
const SETTLED_SECONDS = 60;

/** Announces a publication before it is written, once for each audience: the release tells of it at its instant, or forgets what never came to be. */
export const announceMarks = async (
  { evaluationId, publication }: Pick<Evaluation, 'evaluationId' | 'publication'>,
  now: Instant,
  { store }: Pick<AssessmentServices, 'store'>,
): Promise<void> => {
  if (publication === undefined) return;
  const settled = addSeconds(now, SETTLED_SECONDS);
  const shard = spreadOf(evaluationId, TELLING_SHARDS);
  const tell = (audience: Audience, opening: Instant) =>
    store.putTelling({ evaluationId, audience, opening, releaseAt: opening > settled ? opening : settled, shard });
  await Promise.all([tell('pupils', publication.pupilFrom), tell('guardians', publication.guardianFrom)]);
};
