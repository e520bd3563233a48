import type { Entity } from '@symphoniacloud/dynamodb-entity-store';
import * as z from 'zod';
import { Coefficient } from '@preau/shared/assessment/mark.ts';
import { MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { Service, type Evaluation } from '@preau/shared/assessment/schema.ts';
import { partsOfEvaluationId } from '@preau/shared/assessment/service-id.ts';
import { ClassId, EvaluationId, PersonId, SchoolId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { entity, type Stored } from '../runtime/entity.ts';
import { columnPrefix, fromItem, toItem } from './stored-evaluation.ts';

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

interface Column {
  readonly serviceId: ServiceId;
  readonly period: PeriodKey;
  readonly evaluationId: EvaluationId;
}

/** One column of the grid in one item, whatever the number of pupils: thirty marks are one write. */
export const evaluationEntity: Entity<Stored<Evaluation>, Pick<Column, 'serviceId'>, Pick<Column, 'period' | 'evaluationId'>> = {
  type: 'EVALUATION',
  pk: ({ serviceId }) => `SERVICE#${serviceId}`,
  sk: ({ period, evaluationId }) => `${columnPrefix(period)}${partsOfEvaluationId(evaluationId)?.key ?? ''}`,
  convertToDynamoFormat: ({ outbox, ...evaluation }) => ({ ...toItem(evaluation), ...(outbox === undefined ? {} : { outbox }) }),
  parse: fromItem,
};

/** Whoever has been taught in a service, with the days between which he was: the directory only knows of today. */
const ServiceRoster = z.strictObject({
  serviceId: ServiceId,
  version: z.int().min(1),
  pupils: z.array(
    z.strictObject({
      pupilId: PersonId,
      name: z.string(),
      classId: ClassId.optional(),
      className: z.string().optional(),
      /** Absent: since the beginning. */
      arrivedOn: LocalDate.optional(),
      leftOn: LocalDate.optional(),
    }),
  ),
});
export type ServiceRoster = z.infer<typeof ServiceRoster>;

export const rosterEntity = entity({
  type: 'ROSTER',
  schema: ServiceRoster,
  pk: ({ serviceId }: { readonly serviceId: ServiceId }) => `SERVICE#${serviceId}`,
  sk: () => 'ROSTER',
});

/** A service that was shared with a colleague whose timetable does not have it; whether it still is, the service alone says. */
const Share = z.strictObject({ personId: PersonId, serviceId: ServiceId });

export const shareEntity = entity({
  type: 'SHARE',
  schema: Share,
  pk: ({ personId }: Pick<z.infer<typeof Share>, 'personId'>) => `PERSON#${personId}`,
  sk: ({ serviceId }: Pick<z.infer<typeof Share>, 'serviceId'>) => `SHARE#${serviceId}`,
});

/** What a head decided for the marks of a school: immutable versions, the last is in force and the others are the log. */
const SettingsVersion = z.strictObject({
  schoolId: SchoolId,
  version: z.int().min(1),
  settings: MarksSettings,
  by: PersonId,
  at: Instant,
});
export type SettingsVersion = z.infer<typeof SettingsVersion>;

export const SETTINGS_PREFIX = 'MARKS#V';

export const settingsEntity = entity({
  type: 'MARKSSETTINGS',
  schema: SettingsVersion,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ version }: { readonly version: number }) => `${SETTINGS_PREFIX}${String(version).padStart(6, '0')}`,
});

/** What is to be told to an audience, and from when: it waits under its shard until it is released. */
const MarksTelling = z.strictObject({
  evaluationId: EvaluationId,
  audience: z.enum(['pupils', 'guardians']),
  /** A publication put off or cancelled has another one, or none. */
  opening: Instant,
  releaseAt: Instant,
  shard: z.int(),
});
export type MarksTelling = z.infer<typeof MarksTelling>;

export const tellingEntity = entity({
  type: 'TELLING',
  schema: MarksTelling,
  pk: ({ shard }: { readonly shard: number }) => `TELLING#${shard}`,
  sk: ({ releaseAt, evaluationId, audience }: Pick<MarksTelling, 'releaseAt' | 'evaluationId' | 'audience'>) =>
    `${releaseAt}#${evaluationId}#${audience}`,
});

/** The event of a publication, once for each audience; it stays some weeks so that a second release finds it. */
const MarksTold = z.strictObject({ ...MarksTelling.omit({ releaseAt: true, shard: true }).shape, ttl: z.int() });
export type MarksTold = z.infer<typeof MarksTold>;

export const toldEntity = entity({
  type: 'TOLD',
  schema: MarksTold,
  pk: ({ evaluationId }: { readonly evaluationId: EvaluationId }) => `EVALUATION#${evaluationId}`,
  sk: ({ audience, opening }: Pick<MarksTold, 'audience' | 'opening'>) => `TOLD#${audience}#${opening}`,
});
