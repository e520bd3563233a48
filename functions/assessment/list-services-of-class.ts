import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayReadMarksOfClass, maySetCoefficients } from '@preau/shared/assessment/policy.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { findClass } from './find-class.ts';
import { listServicesOf } from './load-service.ts';
import { serviceRows } from './service-rows.ts';
import type { AssessmentServices } from './services.ts';

/** The services of a class with what each weighs, and where the class and the service disagree. */
export const listServicesOfClass = bind<AssessmentServices>()(marksOperations.listServicesOfClass, {
  subjectFor: async ({ actor, input, services }) => (mayReadMarksOfClass(actor, input.path) ? findClass(input.path, services) : undefined),
  may: mayReadMarksOfClass,
  async run({ actor, subject, services, now }) {
    const { classId, className } = subject;
    const today = localDateOf(now);
    const [list, [decided]] = await Promise.all([listServicesOf(classId, today, services), services.store.listCoefficients([classId])]);
    return {
      today,
      className,
      services: await serviceRows(actor, list, today, services),
      version: decided?.version ?? 0,
      mayChange: maySetCoefficients(actor, subject),
    };
  },
});
