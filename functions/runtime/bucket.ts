import type { SigningConfig } from './bucket-signature.ts';
import { optionalVariable, variable } from './environment.ts';

/**
 * A bucket, reached by signed requests alone: the S3 client would add 220 KB to a function that only signs.
 */
export interface Bucket {
  readonly name: string;
  /** Absent on AWS; elsewhere the bucket is the first part of the path. */
  readonly endpoint?: string | undefined;
  readonly signing: SigningConfig;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
}

/** Nothing there: without the right to list, S3 says 403 of a missing object; 416 is an empty one. */
export const MISSING = [403, 404, 416];

export const objectUrl = async ({ name, endpoint, signing }: Bucket, key: string): Promise<URL> =>
  endpoint === undefined
    ? new URL(`https://${name}.s3.${await signing.region()}.amazonaws.com/${key}`)
    : new URL(`${endpoint.replace(/\/$/, '')}/${name}/${key}`);

/** The bucket that a variable of this function names, signed for as an AWS client of the function signs. */
export const bucketOf = (bucketVariable: string, signing: SigningConfig): Bucket => ({
  name: variable(bucketVariable),
  endpoint: optionalVariable('AWS_ENDPOINT_URL_S3') ?? optionalVariable('AWS_ENDPOINT_URL'),
  signing,
  now: () => new Date(),
  fetch,
});
