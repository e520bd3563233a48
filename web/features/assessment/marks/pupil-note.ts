import type { GridPupil } from '@preau/shared/assessment/marks-views.ts';
import { shortDate } from '@/lib/dates.ts';

/** What must be known of a pupil before he is marked. */
export const noteOf = ({ className, arrivedOn, leftOn, closed }: GridPupil, manyClasses: boolean): string | undefined => {
  const notes = [
    ...(manyClasses && className !== undefined ? [className] : []),
    ...(arrivedOn === undefined ? [] : [`arrivée le ${shortDate(arrivedOn)}`]),
    ...(leftOn === undefined ? [] : [`départ le ${shortDate(leftOn)}`]),
    ...(closed ? ['période close'] : []),
  ];
  return notes.length === 0 ? undefined : notes.join(' · ');
};
