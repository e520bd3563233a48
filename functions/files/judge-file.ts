import { createHash } from 'node:crypto';
import { MAX_BYTES } from '@preau/shared/files/limits.ts';
import type { FileFault, StoredUpload } from '@preau/shared/files/schema.ts';
import type { FileId } from '@preau/shared/kernel/ids.ts';
import type { ReadObject } from '../runtime/object-store.ts';
import { keptKey, quarantineKey } from './keys.ts';
import type { JudgeServices } from './services.ts';
import type { MediaType } from '@preau/shared/files/media-types.ts';
import { settleUpload } from './settle.ts';

const faultIn = async (
  upload: StoredUpload,
  mediaType: MediaType,
  object: ReadObject,
  { scanners }: JudgeServices,
): Promise<FileFault | undefined> => {
  if (createHash('sha256').update(object.bytes).digest('hex') !== upload.sha256) return 'changed';
  const { name } = upload;
  for (const scan of scanners) {
    const fault = await scan({ ...object, key: quarantineKey(upload.storageKey), mediaType, ...(name === undefined ? {} : { name }) });
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/** Judges what has arrived; the bytes that were judged are the ones that are kept, whatever is posted meanwhile. */
export const judgeFile =
  (services: JudgeServices) =>
  async (fileId: FileId): Promise<void> => {
    const { store, objects, now } = services;
    const upload = await store.findUpload(fileId);
    if (upload?.status !== 'waiting' || upload.arrivedAt === undefined || upload.mediaType === undefined) return;
    const arrived = { ...upload, arrivedAt: upload.arrivedAt };
    const object = await objects.read(quarantineKey(upload.storageKey), MAX_BYTES[upload.purpose]);
    const fault = object === undefined || object === 'too-large' ? 'changed' : await faultIn(upload, upload.mediaType, object, services);
    if (fault === undefined && typeof object === 'object') {
      await objects.write(keptKey(upload.storageKey), object.bytes, upload.mediaType);
    }
    await settleUpload(store, arrived, fault, now());
  };
