import { DeliveryId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { Delivery } from './schema.ts';

export const T0 = '2026-11-23T07:20:00.000Z';

/** An e-mail that has just been created, due now. */
export const aDelivery = (change: Partial<Delivery> = {}): Delivery => ({
  deliveryId: DeliveryId.parse('dlv_leaabsencemother'),
  schoolId: SchoolId.parse('sch_jeanmoulin'),
  pupilId: PersonId.parse('per_leapupil'),
  firstName: 'Léa',
  guardianId: PersonId.parse('per_mother'),
  relationship: 'mother',
  alertClass: 'B',
  channel: 'email',
  kind: 'absence',
  date: '2026-11-23',
  start: '08:05',
  lessonId: LessonId.parse('les_maths0805-20261123'),
  revision: 1,
  state: 'created',
  dueAt: T0,
  wakeAt: '2026-11-23T07:22:00.000Z',
  createdAt: T0,
  attemptIds: [],
  doubtful: false,
  history: [{ state: 'created', at: T0 }],
  version: 1,
  ...change,
});
