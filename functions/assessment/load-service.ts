import type { Service } from '@preau/shared/assessment/schema.ts';
import { partsOfServiceId } from '@preau/shared/assessment/service-id.ts';
import type { ClassId, ServiceId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { AssessmentServices } from './services.ts';
import { serviceOf, settled } from './service-of.ts';

type Doors = Pick<AssessmentServices, 'store' | 'directory' | 'timetable'>;

/** What the timetable of a class says that it is taught, as services; not what a class beside it is taught in the same lesson. */
const listTaught = async (classId: ClassId, today: LocalDate, { timetable }: Pick<Doors, 'timetable'>): Promise<readonly Service[]> =>
  (await timetable.listServicesOfClass(classId, today))
    .flatMap((taught) => serviceOf(taught) ?? [])
    .filter(({ classes }) => classes.some((one) => one.classId === classId));

/** The first of these classes whose timetable knows of the service: a slot of a group stands under each of its classes. */
const findTaught = async (
  serviceId: ServiceId,
  classIds: readonly ClassId[],
  today: LocalDate,
  doors: Doors,
): Promise<Service | undefined> => {
  for (const classId of classIds) {
    const found = (await listTaught(classId, today, doors)).find((service) => service.serviceId === serviceId);
    if (found !== undefined) return found;
  }
  return undefined;
};

const classIdsOf = async (serviceId: ServiceId, { directory }: Doors): Promise<readonly ClassId[]> => {
  const holder = partsOfServiceId(serviceId)?.holder;
  if (holder === undefined) return [];
  return holder.kind === 'class' ? [holder.classId] : ((await directory.findGroup(holder.groupId))?.classIds ?? []);
};

/** A service by its name: what the timetable says of it today, with what was decided. */
export const loadService = async (
  serviceId: ServiceId,
  today: LocalDate,
  doors: Doors,
  options: { readonly consistentRead?: boolean } = {},
): Promise<Service | undefined> => {
  const [stored, classIds] = await Promise.all([doors.store.findService(serviceId, options), classIdsOf(serviceId, doors)]);
  return settled(await findTaught(serviceId, classIds, today, doors), stored);
};

/** Every service of a class, those of its groups included. */
export const listServicesOf = async (classId: ClassId, today: LocalDate, doors: Doors): Promise<readonly Service[]> => {
  const taught = await listTaught(classId, today, doors);
  const stored = await doors.store.listServices(taught.map(({ serviceId }) => serviceId));
  const decided = new Map(stored.map((one) => [one.serviceId, one]));
  return taught.flatMap((service) => settled(service, decided.get(service.serviceId)) ?? []);
};
