import type { ObjectStore } from '../runtime/object-store.ts';
import type { Scanner } from './scanner.ts';

const TAG = 'GuardDutyMalwareScanStatus';

/** Amazon GuardDuty writes its verdict as a tag on the very version that it looked at. */
export const providerScanner =
  (objects: Pick<ObjectStore, 'readTags'>): Scanner =>
  async ({ key, version }) => {
    const status = (await objects.readTags(key, version)).get(TAG);
    if (status === 'NO_THREATS_FOUND') return undefined;
    if (status === 'THREATS_FOUND') return 'malware';
    if (status === 'UNSUPPORTED') return 'locked';
    throw new Error(`The provider's antivirus has not answered: ${status ?? 'no tag yet'}`);
  };
