import type { DirectoryReads } from '../directory/reads.ts';
import type { DirectoryImport } from '../directory/import-people.ts';
import type { SessionServices } from '../runtime/bind.ts';
import type { LessonsImportServices } from '../timetable/import-lessons.ts';
import type { ArchiveLimits } from './archive.ts';
import type { Deliveries } from './deliveries.ts';
import type { DownloadDelivery } from './download-delivery.ts';
import type { ImportsStore } from './store.ts';

export interface ImportsServices extends SessionServices {
  readonly imports: ImportsStore;
  readonly deliveries: Deliveries;
  readonly newId: () => string;
}

/** What the worker needs beyond the operations. */
export interface WorkerServices {
  readonly now: () => string;
  readonly imports: ImportsStore;
  readonly download: DownloadDelivery;
  readonly directory: DirectoryImport;
  readonly reads: DirectoryReads;
  readonly timetable: LessonsImportServices['timetable'];
  /** Numbers of the academy, the first being its own: `12`, `98`. */
  readonly academyNumbers: readonly string[];
  /** Milliseconds left before the function is stopped. */
  readonly remaining: () => number;
  /** A folder of the worker's own disk. */
  readonly scratch: string;
  /** Names this run against every other one. */
  readonly runId: string;
  /** Tells an unexpected error to the log, by its name and place only. */
  readonly onError: (error: unknown, importId: string) => void;
  readonly limits?: ArchiveLimits;
}
