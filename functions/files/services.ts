import type { BaseServices, SessionServices } from '../runtime/bind.ts';
import type { FileStore } from '../runtime/file-store.ts';
import type { ObjectStore } from '../runtime/object-store.ts';
import type { Scanner } from './scanner.ts';
import type { FilesStore } from './store.ts';

export interface FilesServices extends SessionServices {
  readonly store: FilesStore;
  readonly files: FileStore;
  readonly objects: ObjectStore;
  /** Where the web lives, for the browser's way back from the bucket. */
  readonly webOrigin: string;
  /** An unguessable name, made of letters and digits. */
  readonly randomName: () => string;
}

/** What judging a file needs: its bytes, and whoever can tell what is in them. */
export interface JudgeServices extends BaseServices {
  readonly store: FilesStore;
  readonly objects: ObjectStore;
  readonly scanners: readonly Scanner[];
}
