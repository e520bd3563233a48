import type { Delivery } from './schema.ts';

type Keyed = Pick<Delivery, 'pupilId' | 'lessonId' | 'homeworkId' | 'kind' | 'revision' | 'guardianId' | 'channel'>;

/** What makes two alerts the same one: pupil, lesson or work, kind, revision, guardian and channel; two guardians are two alerts. */
export const dedupeKey = ({ pupilId, lessonId, homeworkId, kind, revision, guardianId, channel }: Keyed): string =>
  [pupilId, lessonId ?? homeworkId ?? '', kind, revision, guardianId, channel].join('|');
