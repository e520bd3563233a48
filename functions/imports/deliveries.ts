import { MAX_DELIVERY_BYTES } from '@preau/shared/imports/api.ts';
import type { ImportId } from '@preau/shared/kernel/ids.ts';
import type { FileStore } from '../runtime/file-store.ts';

interface PreparedUpload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly maxBytes: number;
}

/** Where deliveries are laid by whoever brings them. */
export interface Deliveries {
  readonly prepareUpload: (importId: ImportId) => Promise<PreparedUpload>;
  readonly hasArrived: (importId: ImportId) => Promise<boolean>;
}

const UPLOAD_SECONDS = 3600;

/** A delivery's name in its bucket. */
export const deliveryKey = (importId: ImportId): string => `imports/${importId}`;

/** The bucket of deliveries: browsers and the command line post straight to it, and the size is the bucket's to enforce. */
export const bucketDeliveries = (files: FileStore, webOrigin: string): Deliveries => ({
  prepareUpload: async (importId) => {
    const form = await files.signUpload({
      key: deliveryKey(importId),
      maxBytes: MAX_DELIVERY_BYTES,
      // A browser without a script is led by the bucket itself to the page of the import.
      redirectTo: `${webOrigin}/imports/${importId}`,
      expiresInSeconds: UPLOAD_SECONDS,
    });
    return { ...form, maxBytes: MAX_DELIVERY_BYTES };
  },

  hasArrived: async (importId) => (await files.inspect(deliveryKey(importId))) !== undefined,
});
