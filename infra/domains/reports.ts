import { reportsTable } from '@preau/shared/reports/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const reportsDomain = {
  domain: 'reports',
  table: reportsTable,
  api: {
    entry: 'reports/api',
    errorImpact: 'Families cannot read report cards, heads cannot seal them nor send them to the ministry.',
    runbook: 'domain-api-failing',
    // The archive of a class and the national file are made and kept for one download.
    uses: ['read-files', 'upload-files'],
    reads: ['directory', 'timetable', 'assessment'],
    memoryMb: 1769,
    timeoutSeconds: 29,
  },
  reactions: [
    {
      entry: 'reports/on-class-sealing-asked',
      errorImpact: 'Report cards that a head has asked for are not sealed.',
      runbook: 'reaction-failing',
      fedBy: ['reports.class-sealing-asked'],
      native: 'typst',
      uses: ['upload-files'],
      reads: ['directory', 'timetable', 'assessment', 'attendance'],
      batchSize: 1,
      atOnce: 10,
      memoryMb: 1769,
      timeoutSeconds: 180,
    },
  ],
} as const satisfies DomainSpec;
