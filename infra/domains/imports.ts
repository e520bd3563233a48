import { importsTable } from '@preau/shared/imports/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const importsDomain = {
  domain: 'imports',
  table: importsTable,
  api: {
    entry: 'imports/api',
    errorImpact: 'Operators cannot deposit a delivery nor follow an import; nobody else notices anything.',
    runbook: 'domain-api-failing',
    reads: ['directory'],
    uses: ['upload-deliveries', 'read-deliveries'],
  },
  reactions: [
    {
      entry: 'imports/on-import-requested',
      errorImpact: 'A delivery stays unread: new pupils, families and staff cannot sign in yet.',
      runbook: 'import-failing',
      fedBy: ['imports.requested'],
      writes: ['directory', 'timetable'],
      // A delivery is compared with everything that the directory holds.
      scans: ['directory'],
      uses: ['read-deliveries'],
      memoryMb: 1769,
      // A delivery of 2 GB is laid on the disk before it is read.
      scratchMb: 4096,
      timeoutSeconds: 900,
      batchSize: 1,
      atOnce: 2,
    },
  ],
} as const satisfies DomainSpec;
