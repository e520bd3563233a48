import { createHash } from 'node:crypto';
import type { AnyOperation } from '@preau/shared/kernel/operation.ts';
import type { Academy } from './academies.ts';

/** Where each entry's bundle lies: `attendance/api` → a folder that holds `index.js`. */
export type Bundles = Readonly<Record<string, string>>;

/** Everything that one synthesis depends on. */
export interface Setting {
  readonly academy: Academy;
  readonly stage: string;
  readonly webOrigin: string;
  readonly apiOrigin: string;
  /** False where the API has no name of its own: a laptop. */
  readonly ownsDomain: boolean;
  readonly operations: readonly AnyOperation[];
  readonly bundles: Bundles;
}

export const stackParts = ['data', 'identity', 'events', 'api', 'monitoring'] as const;
export type StackPart = (typeof stackParts)[number];

type Place = Pick<Setting, 'stage'> & { readonly academy: Pick<Academy, 'code'> };

const LONGEST_FUNCTION_NAME = 64;

/** A physical name that operators recognise, the same at each synthesis, cut with a fingerprint where AWS allows 64 characters. */
export const physicalName = (place: Place, part: string): string => {
  const name = `preau-${place.academy.code}-${place.stage}-${part}`;
  if (name.length <= LONGEST_FUNCTION_NAME) return name;
  const fingerprint = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${name.slice(0, LONGEST_FUNCTION_NAME - 7)}-${fingerprint}`;
};

export const stackName = (place: Place, part: StackPart): string => physicalName(place, part);

/** `attendance/on-register-taken` → `attendance-on-register-taken`. */
export const partOf = (entry: string): string => entry.replaceAll('/', '-');

export const functionName = (place: Place, entry: string): string => physicalName(place, partOf(entry));

export const metricNamespace = (place: Place): string => `Preau/${place.academy.code}/${place.stage}`;

/** The code's custom metric: lines of level `error`, for an operation that fails answers 500 and Lambda sees no error. */
export const errorLinesMetric = (entry: string): string => `error-lines-${partOf(entry)}`;

export type BucketPart = 'deliveries' | 'files';

/** Bucket names are the whole world's: the account makes them ours. */
export const bucketName = (setting: Setting, part: BucketPart): string => physicalName(setting, `${part}-${setting.academy.account}`);
