import type { FileFault } from '@preau/shared/files/schema.ts';
import { contains } from './bytes.ts';

/** The antivirus industry's harmless test file, in two parts so that no antivirus takes this source for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** What is known to be harmful wherever it stands. */
export const faultOfContent = (bytes: Uint8Array): FileFault | undefined => (contains(bytes, EICAR) ? 'malware' : undefined);
