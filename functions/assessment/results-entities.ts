import type { Entity } from '@symphoniacloud/dynamodb-entity-store';
import * as z from 'zod';
import { GeneralRule, type ClassGeneral } from '@preau/shared/assessment/class-general.ts';
import type { SeenAverages } from '@preau/shared/assessment/timed-averages.ts';
import { Weight } from '@preau/shared/assessment/marks-views.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { Fraction } from '@preau/shared/assessment/rational.ts';
import type { SubjectResult } from '@preau/shared/assessment/results.ts';
import { ClassId, PersonId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { Instant } from '@preau/shared/kernel/school-time.ts';
import { entity } from '../runtime/entity.ts';
import { fromAveragesBody, toAveragesBody } from './stored-averages.ts';
import { fromBody, toBody } from './stored-result.ts';

/** Made from what is stored at that stamp, which only grows: what was made from less never replaces it. */
export interface Stamped {
  readonly stamp: number;
}

const StoredResult = z.object({ pk: z.string(), sk: z.string(), stamp: z.int(), body: z.string() });

export const resultsPrefix = (period: PeriodKey): string => `R#${period}#`;
export const yearPrefix = (year: number): string => `R#${year}-`;
export const seenAveragesPrefix = (period: PeriodKey): string => `V#${period}#`;
export const averagesPrefix = (period: PeriodKey): string => `S#${period}#`;

const serviceKey = ({ serviceId }: { readonly serviceId: ServiceId }): string => serviceId.slice('svc_'.length);

/** One subject of a pupil's period: all of them, and what he has read, are one query. */
export const resultEntity: Entity<SubjectResult & Stamped, Pick<SubjectResult, 'pupilId'>, Pick<SubjectResult, 'period' | 'serviceId'>> = {
  type: 'RESULT',
  pk: ({ pupilId }) => `PUPIL#${pupilId}`,
  sk: ({ period, serviceId }) => `${resultsPrefix(period)}${serviceKey({ serviceId })}`,
  convertToDynamoFormat: (result) => ({ stamp: result.stamp, body: toBody(result) }),
  parse: (item) => {
    const { pk, sk, stamp, body } = StoredResult.parse(item);
    const [, period = '', key = ''] = sk.split('#');
    const pupilId = PersonId.parse(pk.slice('PUPIL#'.length));
    return { ...fromBody({ pupilId, serviceId: ServiceId.parse(`svc_${key}`), period: PeriodKey.parse(period) }, body), stamp };
  },
};

/** Until when somebody has read a pupil's marks of a period; before the results in the order of keys. */
const Seen = z.strictObject({ pupilId: PersonId, period: PeriodKey, by: PersonId, until: Instant });
export type Seen = z.infer<typeof Seen>;

export const seenEntity = entity({
  type: 'SEEN',
  schema: Seen,
  pk: ({ pupilId }: { readonly pupilId: PersonId }) => `PUPIL#${pupilId}`,
  sk: ({ period, by }: Pick<Seen, 'period' | 'by'>) => `${resultsPrefix(period)}!${by}`,
});

const StoredSeen = z.object({ pk: z.string(), sk: z.string(), stamp: z.int(), weight: Weight, body: z.string() });

/** What each audience sees of the averages of a class in one service, for its general average alone. */
export const seenAveragesEntity: Entity<
  SeenAverages & Stamped,
  Pick<SeenAverages, 'classId'>,
  Pick<SeenAverages, 'period' | 'serviceId'>
> = {
  type: 'SEEN_AVERAGES',
  pk: ({ classId }) => `CLASS#${classId}`,
  sk: ({ period, serviceId }) => `${seenAveragesPrefix(period)}${serviceKey({ serviceId })}`,
  convertToDynamoFormat: ({ stamp, weight, seen }) => ({ stamp, weight, body: toAveragesBody(seen) }),
  parse: (item) => {
    const { pk, sk, stamp, weight, body } = StoredSeen.parse(item);
    const [, period = '', key = ''] = sk.split('#');
    return {
      classId: ClassId.parse(pk.slice('CLASS#'.length)),
      serviceId: ServiceId.parse(`svc_${key}`),
      period: PeriodKey.parse(period),
      weight,
      seen: fromAveragesBody(body),
      stamp,
    };
  },
};

const StoredGeneral = z.object({ pk: z.string(), sk: z.string(), stamp: z.int(), madeBy: GeneralRule, body: z.string() });

/** The general averages of a class as each audience sees them: a family's page reads this one item. */
export const generalEntity: Entity<ClassGeneral & Stamped, Pick<ClassGeneral, 'classId'>, Pick<ClassGeneral, 'period'>> = {
  type: 'GENERAL',
  pk: ({ classId }) => `CLASS#${classId}`,
  sk: ({ period }) => `GENERAL#${period}`,
  convertToDynamoFormat: ({ stamp, madeBy, seen }) => ({ stamp, madeBy, body: toAveragesBody(seen) }),
  parse: (item) => {
    const { pk, sk, stamp, madeBy, body } = StoredGeneral.parse(item);
    const [, period = ''] = sk.split('#');
    return {
      classId: ClassId.parse(pk.slice('CLASS#'.length)),
      period: PeriodKey.parse(period),
      madeBy,
      seen: fromAveragesBody(body),
      stamp,
    };
  },
};

/** The averages of a class in one service and period, exact: councils and report cards read them in one query. */
const StoredAverages = z.strictObject({
  classId: ClassId,
  serviceId: ServiceId,
  period: PeriodKey,
  stamp: z.int(),
  subject: z.string(),
  teachers: z.array(z.string()),
  weight: Weight,
  averages: z.record(PersonId, Fraction),
});
export type StoredAverages = z.infer<typeof StoredAverages>;

export const averagesEntity = entity({
  type: 'AVERAGES',
  schema: StoredAverages,
  pk: ({ classId }: { readonly classId: ClassId }) => `CLASS#${classId}`,
  sk: ({ period, serviceId }: Pick<StoredAverages, 'period' | 'serviceId'>) => `${averagesPrefix(period)}${serviceKey({ serviceId })}`,
});
