import { directoryTable } from '@preau/shared/directory/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const directoryDomain = {
  domain: 'directory',
  table: directoryTable,
  api: {
    entry: 'directory/api',
    errorImpact: 'Home pages do not open: families do not see what is to be dealt with, staff do not see their day.',
    runbook: 'domain-api-failing',
    reads: ['timetable', 'attendance', 'homework'],
  },
  reactions: [],
} as const satisfies DomainSpec;
