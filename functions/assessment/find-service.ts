import { partsOfServiceId } from '@preau/shared/assessment/service-id.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import type { ServiceId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { serviceOf, settled } from './service-of.ts';
import type { AssessmentServices } from './services.ts';

/** A service by its name, as the timetable gives it and as it was settled; undefined when nobody teaches it and nothing was decided of it. */
export const findService = async (
  serviceId: ServiceId,
  today: LocalDate,
  { timetable, directory, store }: Pick<AssessmentServices, 'timetable' | 'directory' | 'store'>,
): Promise<Service | undefined> => {
  const parts = partsOfServiceId(serviceId);
  if (parts === undefined) return undefined;
  const { holder } = parts;
  const classIds = holder.kind === 'class' ? [holder.classId] : ((await directory.findGroup(holder.groupId))?.classIds ?? []);
  const [stored, ...lists] = await Promise.all([
    store.findService(serviceId),
    ...classIds.map((classId) => timetable.listServicesOfClass(classId, today)),
  ]);
  const taught = lists.flat().flatMap((one) => serviceOf(one) ?? []);
  return settled(
    taught.find((service) => service.serviceId === serviceId),
    stored,
  );
};
