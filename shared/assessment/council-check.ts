import * as z from 'zod';
import { ServiceId } from '../kernel/ids.ts';
import type { Council, CouncilDecision } from './council.ts';
import { countRemarks, type RemarkState } from './remarks.ts';

export const MissingWhat = z.enum([
  'marks',
  'programme',
  'remarks',
  'proofreading',
  'date',
  'absences',
  'syntheses',
  'classSynthesis',
  'coefficients',
]);
export type MissingWhat = z.infer<typeof MissingWhat>;

/** One thing to do before the council, and who must do it. */
export const Missing = z.strictObject({
  what: MissingWhat,
  /** Pupils for whom it is missing; 1 for what concerns the whole class. */
  count: z.int().min(1),
  who: z.array(z.string()),
  serviceId: ServiceId.optional(),
  subject: z.string().optional(),
});
export type Missing = z.infer<typeof Missing>;

/** One subject of the class as the check list sees it. */
export interface CheckedService {
  readonly serviceId: ServiceId;
  readonly subject: string;
  readonly teachers: readonly { readonly name: string }[];
  /** For each pupil of the class who attends it. */
  readonly remarks: readonly (RemarkState | undefined)[];
  /** Pupils who attend it and have no average: absent or not evaluated yet. */
  readonly withoutAverage: number;
  /** The class and the service say otherwise of its coefficient. */
  readonly isInConflict: boolean;
  /** Nothing says what the class worked on, where report cards must. */
  readonly lacksProgramme: boolean;
}

const HEAD = ['Direction'];

const listOf = (what: MissingWhat, count: number, who: readonly string[], of?: Pick<CheckedService, 'serviceId' | 'subject'>) =>
  count === 0 ? [] : [{ what, count, who: [...who], ...(of === undefined ? {} : { serviceId: of.serviceId, subject: of.subject }) }];

const missingOfService = (service: CheckedService, principals: readonly string[]): readonly Missing[] => {
  const teachers = service.teachers.map(({ name }) => name);
  const { missing, drafts, toProofread } = countRemarks(service.remarks);
  const of = { serviceId: service.serviceId, subject: service.subject };
  return [
    ...listOf('marks', service.withoutAverage, teachers, of),
    ...listOf('programme', service.lacksProgramme ? 1 : 0, teachers, of),
    ...listOf('remarks', missing + drafts, teachers, of),
    ...listOf('proofreading', toProofread, principals, of),
    ...listOf('coefficients', service.isInConflict ? 1 : 0, HEAD, of),
  ];
};

/** Everything that a council still waits for, subject by subject, then the class: nothing is left to be guessed, nobody is left unnamed. */
export const missingOf = (facts: {
  readonly services: readonly CheckedService[];
  readonly principals: readonly string[];
  readonly pupils: number;
  readonly council: Pick<Council, 'date' | 'absences' | 'synthesis'> | undefined;
  readonly decisions: readonly Pick<CouncilDecision, 'synthesis'>[];
}): readonly Missing[] => {
  const { services, pupils, council, decisions } = facts;
  const principals = facts.principals.length === 0 ? HEAD : facts.principals;
  const written = decisions.filter(({ synthesis }) => synthesis !== '').length;
  return [
    ...services.flatMap((service) => missingOfService(service, principals)),
    ...listOf('date', council?.date === undefined ? 1 : 0, HEAD),
    ...listOf('absences', pupils > 0 && council?.absences === undefined ? 1 : 0, principals),
    ...listOf('syntheses', Math.max(0, pupils - written), principals),
    ...listOf('classSynthesis', (council?.synthesis ?? '') === '' ? 1 : 0, principals),
  ];
};
