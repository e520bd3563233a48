import { filesTable } from '@preau/shared/files/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const filesDomain = {
  domain: 'files',
  table: filesTable,
  api: {
    entry: 'files/api',
    errorImpact: 'Nobody can send a file: pupils cannot hand in their work, teachers cannot join a document.',
    runbook: 'domain-api-failing',
    reads: ['directory'],
    uses: ['upload-files', 'read-files', 'remove-files'],
    // An upload of 50 MB is read whole to know what it is.
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
  reactions: [
    {
      entry: 'files/on-arrived',
      errorImpact: 'Files that were sent stay in verification: nobody can open them yet.',
      runbook: 'reaction-failing',
      fedBy: ['files.arrived'],
      uses: ['upload-files', 'read-files', 'file-scanning'],
      // The file and what it holds once unpacked.
      memoryMb: 1024,
      timeoutSeconds: 60,
      batchSize: 1,
    },
  ],
} as const satisfies DomainSpec;
