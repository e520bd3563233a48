import { substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks, mayListServices } from '@preau/shared/assessment/policy.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { localDateOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import type { AssessmentServices } from './services.ts';
import { serviceOf, settled } from './service-of.ts';
import { serviceRows } from './service-rows.ts';

/** Of the timetable, for the actor and for whom he stands in today; each service once. */
const taughtBy = async (actor: Actor, today: LocalDate, { timetable }: AssessmentServices): Promise<readonly Service[]> => {
  const teachers = [actor.personId, ...substitutionsOf(actor).map((grant) => grant.forTeacherId)];
  const lists = await Promise.all(teachers.map((personId) => timetable.listServicesOfTeacher(personId, today)));
  const services = lists.flat().flatMap((taught) => serviceOf(taught) ?? []);
  return [...new Map(services.map((service) => [service.serviceId, service])).values()];
};

/** The services whose marks the actor enters today. */
export const listServices = bind<AssessmentServices>()(marksOperations.listServices, {
  subject: async () => ({}),
  may: mayListServices,
  async run({ actor, services, now }) {
    const today = localDateOf(now);
    const taught = await taughtBy(actor, today, services);
    const stored = new Map(
      (await services.store.listServices(taught.map(({ serviceId }) => serviceId))).map((one) => [one.serviceId, one]),
    );
    const own = taught
      .flatMap((service) => settled(service, stored.get(service.serviceId)) ?? [])
      .filter((service) => mayEnterMarks(actor, service));
    return { today, services: await serviceRows(actor, own, today, services) };
  },
});
