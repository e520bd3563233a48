import type { ResultsPupil } from '@preau/shared/assessment/marks-views.ts';

/** A pupil as the pages of results name him. */
export const resultsPupil = ({ pupilId, firstName, lastName, schoolName, className }: ResultsPupil): ResultsPupil => ({
  pupilId,
  firstName,
  lastName,
  schoolName,
  ...(className === undefined ? {} : { className }),
});
