import * as z from 'zod';
import { Coefficient } from '@preau/shared/assessment/mark.ts';
import { Service } from '@preau/shared/assessment/schema.ts';
import { ClassId, PersonId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { Instant } from '@preau/shared/kernel/school-time.ts';
import { entity } from '../runtime/entity.ts';

/** What was decided of a service, with enough to be read once the timetable has dropped it. */
const StoredService = Service.omit({ teachers: true });
export type StoredService = z.infer<typeof StoredService>;

export const serviceEntity = entity({
  type: 'SERVICE',
  schema: StoredService,
  pk: ({ serviceId }: { readonly serviceId: ServiceId }) => `SERVICE#${serviceId}`,
  sk: () => 'SERVICE',
});

/** What each service weighs for a class, as the head decided it. */
const ClassCoefficients = z.strictObject({
  classId: ClassId,
  version: z.int().min(1),
  coefficients: z.record(ServiceId, Coefficient),
  by: PersonId,
  at: Instant,
});
export type ClassCoefficients = z.infer<typeof ClassCoefficients>;

export const coefficientsEntity = entity({
  type: 'COEFFICIENTS',
  schema: ClassCoefficients,
  pk: ({ classId }: { readonly classId: ClassId }) => `CLASS#${classId}`,
  sk: () => 'COEFFICIENTS',
});
