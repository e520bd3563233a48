import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { MAX_DELIVERY_BYTES } from '@preau/shared/imports/api.ts';
import type { ImportId } from '@preau/shared/kernel/ids.ts';

interface PreparedUpload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly maxBytes: number;
}

/** Where deliveries wait for the worker. */
export interface Deliveries {
  readonly prepareUpload: (importId: ImportId) => Promise<PreparedUpload>;
  readonly hasArrived: (importId: ImportId) => Promise<boolean>;
  /** Streams a delivery to a file of the worker's own disk. */
  readonly download: (importId: ImportId, path: string) => Promise<void>;
}

const UPLOAD_SECONDS = 3600;
const keyOf = (importId: ImportId): string => `imports/${importId}`;

/** The bucket of deliveries: browsers and the command line post straight to it, and the size is the bucket's to enforce. */
export const bucketDeliveries = (bucket: string, s3: S3Client, webOrigin: string): Deliveries => ({
  prepareUpload: async (importId) => {
    const { url, fields } = await createPresignedPost(s3, {
      Bucket: bucket,
      Key: keyOf(importId),
      Expires: UPLOAD_SECONDS,
      // A browser without a script is led by the bucket itself to the page of the import.
      Fields: { success_action_redirect: `${webOrigin}/imports/${importId}` },
      Conditions: [['content-length-range', 1, MAX_DELIVERY_BYTES]],
    });
    return { url, fields, maxBytes: MAX_DELIVERY_BYTES };
  },

  hasArrived: async (importId) => {
    try {
      await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(importId) }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  },

  download: async (importId, path) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(importId) }));
    if (!(Body instanceof Readable)) throw new Error('The delivery has no body');
    await pipeline(Body, createWriteStream(path));
  },
});
