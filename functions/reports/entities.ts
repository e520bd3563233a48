import * as z from 'zod';
import { PersonId, SchoolId, type BatchId, type ClassId } from '@preau/shared/kernel/ids.ts';
import { Batch, ClassProgress } from '@preau/shared/reports/batch.ts';
import { DisciplineChoice } from '@preau/shared/reports/lsu-api.ts';
import { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { PeriodCards, Seen, Verification } from '@preau/shared/reports/versions.ts';
import { entity } from '../runtime/entity.ts';

const classKey = (classId: ClassId, period: CardPeriodKey): string => `CLASS#${classId}#${period}`;
const numbered = (version: number): string => `V${String(version).padStart(3, '0')}`;

/** A pupil's versions for one period; listed under the class of the last one. */
export const cardsEntity = entity({
  type: 'CARDS',
  schema: PeriodCards,
  pk: ({ pupilId }: { readonly pupilId: PersonId }) => `PUPIL#${pupilId}`,
  sk: ({ period }: { readonly period: CardPeriodKey }) => `CARDS#${period}`,
  gsi1: {
    pk: ({ period, versions }) => {
      const last = versions.at(-1);
      return last === undefined ? undefined : classKey(last.classId, period);
    },
    sk: ({ lastName, firstName, pupilId }) => `CARDS#${lastName}#${firstName}#${pupilId}`,
  },
});

/** The text of one version, as it was sealed, packed. */
const PackedText = z.strictObject({ pupilId: PersonId, period: CardPeriodKey, version: z.int().min(1), packed: z.string() });
type PackedText = z.infer<typeof PackedText>;

export const sealedEntity = entity({
  type: 'SEALED',
  schema: PackedText,
  pk: ({ pupilId }: { readonly pupilId: PersonId }) => `PUPIL#${pupilId}`,
  sk: ({ period, version }: Pick<PackedText, 'period' | 'version'>) => `SEALED#${period}#${numbered(version)}`,
});

export const verificationEntity = entity({
  type: 'CODE',
  schema: Verification,
  pk: ({ code }: { readonly code: string }) => `CODE#${code}`,
  sk: () => 'CODE',
});

export const seenEntity = entity({
  type: 'SEEN',
  schema: Seen,
  pk: ({ pupilId }: { readonly pupilId: PersonId }) => `PUPIL#${pupilId}`,
  sk: ({ period, version, personId }: Pick<Seen, 'period' | 'version' | 'personId'>) => `SEEN#${period}#${numbered(version)}#${personId}`,
  gsi1: {
    pk: ({ classId, period }) => classKey(classId, period),
    sk: ({ pupilId, version, personId }) => `SEEN#${pupilId}#${numbered(version)}#${personId}`,
  },
});

export const batchEntity = entity({
  type: 'BATCH',
  schema: Batch,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ period, batchId }: { readonly period: CardPeriodKey; readonly batchId: BatchId }) => `BATCH#${period}#${batchId}`,
});

export const progressEntity = entity({
  type: 'PROGRESS',
  schema: ClassProgress,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ period, batchId, classId }: Pick<ClassProgress, 'period' | 'batchId' | 'classId'>) => `BATCH#${period}#${batchId}#${classId}`,
});

const Disciplines = z.strictObject({ schoolId: SchoolId, disciplines: z.array(DisciplineChoice) });
export type Disciplines = z.infer<typeof Disciplines>;

export const disciplinesEntity = entity({
  type: 'DISCIPLINES',
  schema: Disciplines,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: () => 'DISCIPLINES',
});
