import { faultWords } from '@preau/shared/files/faults.ts';
import type { UploadView } from '@preau/shared/files/api.ts';
import { FORM_SECONDS, MAX_BYTES } from '@preau/shared/files/limits.ts';
import { keptName } from '@preau/shared/files/names.ts';
import type { StoredUpload } from '@preau/shared/files/schema.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { quarantineKey } from './keys.ts';
import type { FilesServices } from './services.ts';

const formOf = async (upload: StoredUpload, { files, webOrigin }: FilesServices, now: Instant) => {
  const form = await files.signUpload({
    key: quarantineKey(upload.storageKey),
    maxBytes: upload.reservedBytes,
    ...(upload.returnTo === undefined ? {} : { redirectTo: new URL(`/fichiers/${upload.fileId}`, webOrigin).href }),
    expiresInSeconds: FORM_SECONDS,
  });
  return { ...form, expiresAt: addSeconds(now, FORM_SECONDS) };
};

/** What its owner reads of an upload, whatever its state. */
export const described = ({ name, mediaType, bytes, sha256, fault, returnTo }: StoredUpload): Partial<UploadView> => ({
  ...(mediaType === undefined ? (name === undefined ? {} : { name }) : { mediaType, name: keptName(name, mediaType) }),
  ...(bytes === undefined ? {} : { bytes }),
  ...(sha256 === undefined ? {} : { sha256 }),
  ...(fault === undefined ? {} : { fault, explanation: faultWords[fault] }),
  ...(returnTo === undefined ? {} : { returnTo }),
});

/** An upload as its owner follows it, with a fresh form as long as the file has not arrived. */
export const viewUpload = async (upload: StoredUpload, services: FilesServices, now: Instant): Promise<UploadView> => {
  const { fileId, purpose, status } = upload;
  const arrived = upload.arrivedAt !== undefined;
  return {
    fileId,
    purpose,
    status,
    arrived,
    maxBytes: MAX_BYTES[purpose],
    ...described(upload),
    ...(arrived ? {} : { form: await formOf(upload, services, now) }),
  };
};
