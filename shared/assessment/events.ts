import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { EvaluationId, PersonId, SchoolId, ServiceId } from '../kernel/ids.ts';
import { PeriodKey } from './periods.ts';

/** Something that readers count by has changed in a service: a published evaluation, or what was settled of it; without a period, in all of them. */
export const MarksChanged = event(
  'assessment.marks-changed',
  z.strictObject({ schoolId: SchoolId, serviceId: ServiceId, period: PeriodKey.optional() }),
);

/** The head has changed the rules of a school for marks. */
export const MarksSettingsChanged = event('assessment.marks-settings-changed', z.strictObject({ schoolId: SchoolId }));

/** The marks of an evaluation have become visible, once for pupils and once for guardians: what they say is read through the door. */
export const MarksVisible = event(
  'assessment.marks-visible',
  z.strictObject({
    schoolId: SchoolId,
    serviceId: ServiceId,
    evaluationId: EvaluationId,
    audience: z.enum(['pupils', 'guardians']),
    /** Whose marks there are. */
    pupilIds: z.array(PersonId),
  }),
);
