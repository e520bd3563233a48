import { MarksChanged } from '@preau/shared/assessment/events.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { maySetCoefficients } from '@preau/shared/assessment/policy.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { findClass } from './find-class.ts';
import { listServicesOf } from './load-service.ts';
import { serviceRows } from './service-rows.ts';
import type { AssessmentServices } from './services.ts';

/** What each service weighs for a class; what a service says otherwise stays, and is shown as a disagreement. */
export const setClassCoefficients = bind<AssessmentServices>()(marksOperations.setClassCoefficients, {
  subjectFor: async ({ actor, input, services }) => (maySetCoefficients(actor, input.path) ? findClass(input.path, services) : undefined),
  may: maySetCoefficients,
  async run({ actor, subject, input: { body }, services, now }) {
    const { schoolId, classId } = subject;
    const today = localDateOf(now);
    const [list, [before]] = await Promise.all([listServicesOf(classId, today, services), services.store.listCoefficients([classId])]);
    const known = new Set(list.map(({ serviceId }) => serviceId));
    if (!body.coefficients.every(({ serviceId }) => known.has(serviceId))) return refuse('assessment.service-unknown');
    const coefficients = Object.fromEntries(body.coefficients.map(({ serviceId, coefficient }) => [serviceId, coefficient]));
    const changed = list
      .map(({ serviceId }) => serviceId)
      .filter((serviceId) => coefficients[serviceId] !== before?.coefficients[serviceId]);
    const version = body.version + 1;
    if (changed.length > 0) {
      if ((before?.version ?? 0) !== body.version) return refuse('assessment.changed-meanwhile');
      const told = changed.map((serviceId) =>
        happened(MarksChanged, {
          id: `${MarksChanged.type}:${classId}:${version}:${serviceId}`,
          at: now,
          schoolId,
          data: { schoolId, serviceId },
        }),
      );
      const isWritten = await services.store.putCoefficients({ classId, version, coefficients, by: actor.personId, at: now }, told);
      if (!isWritten) return refuse('assessment.changed-meanwhile');
    }
    return {
      version: changed.length > 0 ? version : (before?.version ?? 0),
      services: await serviceRows(actor, list, today, services),
    };
  },
});
