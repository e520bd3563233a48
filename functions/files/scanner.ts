import type { MediaType } from '@preau/shared/files/media-types.ts';
import type { FileFault } from '@preau/shared/files/schema.ts';

/** What is judged: the very bytes, as read once, and how their owner named them. */
interface Specimen {
  readonly key: string;
  readonly version?: string;
  readonly name?: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
}

/** Undefined: nothing found. It throws when it cannot tell yet: the file then waits and is judged again. */
export type Scanner = (specimen: Specimen) => Promise<FileFault | undefined>;
