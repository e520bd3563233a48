import { serviceIdOf } from '@preau/shared/assessment/service-id.ts';
import { DEFAULT_SERVICE, type Service } from '@preau/shared/assessment/schema.ts';
import type { ServiceId } from '@preau/shared/kernel/ids.ts';
import { subjectName, type TaughtSubject } from '@preau/shared/timetable/taught.ts';
import { derivedId } from '../runtime/derived-id.ts';
import type { StoredService } from './marks-entities.ts';

const SUBJECT_KEY = { from: 4, until: 12 };

/** What the label of a subject gives to the names of its services. */
export const subjectKeyOf = (subject: string): string => derivedId('sub', subjectName(subject)).slice(SUBJECT_KEY.from, SUBJECT_KEY.until);

/** The name of a service, which a class or a group and the subject's label always give. */
const idOf = ({ subject, group, classes }: TaughtSubject): ServiceId | undefined => {
  const subjectKey = subjectKeyOf(subject);
  if (group !== undefined) return serviceIdOf({ holder: { kind: 'group', groupId: group.groupId }, subjectKey });
  const [whole] = classes;
  return whole === undefined ? undefined : serviceIdOf({ holder: { kind: 'class', classId: whole.classId }, subjectKey });
};

/** A subject of the timetable as a service, before anything was decided of it. */
export const serviceOf = (taught: TaughtSubject): Service | undefined => {
  const serviceId = idOf(taught);
  const to = taught.group?.name ?? taught.classes[0]?.name;
  if (serviceId === undefined || to === undefined) return undefined;
  return {
    serviceId,
    schoolId: taught.schoolId,
    subject: taught.subject,
    to,
    ...(taught.group === undefined ? {} : { groupId: taught.group.groupId }),
    classes: [...taught.classes],
    teachers: taught.teachers.map(({ personId, name }) => ({ personId, name })),
    settings: DEFAULT_SERVICE,
    version: 0,
  };
};

/** With what was decided of it; what the timetable has dropped keeps its marks, without any teacher but those added by hand. */
export const settled = (service: Service | undefined, stored: StoredService | undefined): Service | undefined => {
  if (stored === undefined) return service;
  const { settings, version } = stored;
  return service === undefined ? { ...stored, teachers: [] } : { ...service, settings, version };
};
