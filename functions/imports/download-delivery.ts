import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ImportId } from '@preau/shared/kernel/ids.ts';
import { deliveryKey } from './deliveries.ts';

/** Streams a delivery to a file of the worker's own disk. */
export type DownloadDelivery = (importId: ImportId, path: string) => Promise<void>;

/** From the bucket, with the client's own retries: a delivery may weigh 2 GB. */
export const bucketDownload =
  (bucket: string, s3: S3Client): DownloadDelivery =>
  async (importId, path) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: deliveryKey(importId) }));
    if (!(Body instanceof Readable)) throw new Error('The delivery has no body');
    await pipeline(Body, createWriteStream(path));
  };
