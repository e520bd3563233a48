import type { ClassId } from '../kernel/ids.ts';
import type { Coefficient } from './mark.ts';
import type { Weight } from './marks-views.ts';
import type { ServiceSettings } from './schema.ts';

/** What a subject weighs when nobody said anything. */
const ONE: Coefficient = '1';

/** What a service weighs for the pupils of a class: said by the class or by the service; said otherwise by both, nobody chooses silently. */
export const weightOf = (
  { coefficient, coefficientByClass }: Pick<ServiceSettings, 'coefficient' | 'coefficientByClass'>,
  classId: ClassId,
  ofClass: Coefficient | undefined,
): Weight => {
  const ofService = coefficientByClass[classId] ?? coefficient;
  if (ofClass !== undefined && ofService !== undefined && ofClass !== ofService) return { kind: 'conflict', ofClass, ofService };
  return { kind: 'said', coefficient: ofClass ?? ofService ?? ONE };
};
