import { isAeshOf, isInformedOf } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/school-time.ts';
import { classesOf, type PupilPlace } from './audience.ts';
import { isDueFor, mayChange } from './policy.ts';
import type { HomeworkCard } from './schema.ts';

type Work = Pick<HomeworkCard, 'schoolId' | 'audience' | 'teachers' | 'publishedAt' | 'withdrawnAt' | 'kind'>;

/** Only the pupil whom the work is for hands it in, once he can see it. */
export const mayHandIn = (actor: Actor, work: Work, now: Instant): boolean =>
  work.kind === 'handIn' && actor.self !== undefined && isDueFor(work, actor.self, now);

/** Hand-ins are followed, corrected and returned by the work's own teachers and by whoever stands in for them. */
export const mayFollowHandIns = (actor: Actor, work: Work): boolean => work.kind === 'handIn' && mayChange(actor, work);

/** A pupil's hand-in is read by himself, his informed guardians, his AESH and the work's teachers; by no classmate. */
export const mayReadHandIn = (
  actor: Actor,
  subject: { readonly work: Work; readonly pupilId: PersonId; readonly place: PupilPlace | undefined; readonly wasHandedIn: boolean },
  now: Instant,
): boolean => {
  const { work, pupilId, place, wasHandedIn } = subject;
  if (mayFollowHandIns(actor, work))
    return wasHandedIn || (place?.classId !== undefined && classesOf(work.audience).includes(place.classId));
  if (work.kind !== 'handIn') return false;
  const isHis = actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId) || isAeshOf(actor, pupilId);
  return isHis && place !== undefined && (wasHandedIn || isDueFor(work, place, now));
};
