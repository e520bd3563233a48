import { substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks, mayListServices } from '@preau/shared/assessment/policy.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { localDateOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import type { AssessmentServices } from './services.ts';
import { serviceOf, settled } from './service-of.ts';
import { serviceRows } from './service-rows.ts';

const teachersOf = (actor: Actor) => [actor.personId, ...substitutionsOf(actor).map((grant) => grant.forTeacherId)];

/** Of the timetable, for the actor and for whom he stands in today; each service once. */
const taughtBy = async (actor: Actor, today: LocalDate, { timetable }: AssessmentServices): Promise<readonly Service[]> => {
  const lists = await Promise.all(teachersOf(actor).map((personId) => timetable.listServicesOfTeacher(personId, today)));
  const services = lists.flat().flatMap((taught) => serviceOf(taught) ?? []);
  return [...new Map(services.map((service) => [service.serviceId, service])).values()];
};

/** Those that a colleague shared with the actor, or with whom he stands in for. */
const sharedWith = async (
  actor: Actor,
  taught: readonly Service[],
  today: LocalDate,
  services: AssessmentServices,
): Promise<readonly Service[]> => {
  const known = new Set(taught.map(({ serviceId }) => serviceId));
  const lists = await Promise.all(teachersOf(actor).map((personId) => services.store.listShared(personId)));
  const others = [...new Set(lists.flat())].filter((serviceId) => !known.has(serviceId));
  return (await Promise.all(others.map((serviceId) => loadService(serviceId, today, services)))).filter((one) => one !== undefined);
};

/** The services whose marks the actor enters today. */
export const listServices = bind<AssessmentServices>()(marksOperations.listServices, {
  subject: async () => ({}),
  may: mayListServices,
  async run({ actor, services, now }) {
    const today = localDateOf(now);
    const taught = await taughtBy(actor, today, services);
    const [decided, shared] = await Promise.all([
      services.store.listServices(taught.map(({ serviceId }) => serviceId)),
      sharedWith(actor, taught, today, services),
    ]);
    const stored = new Map(decided.map((one) => [one.serviceId, one]));
    const own = [...taught.flatMap((service) => settled(service, stored.get(service.serviceId)) ?? []), ...shared].filter((service) =>
      mayEnterMarks(actor, service),
    );
    return { today, services: await serviceRows(actor, own, today, services) };
  },
});
