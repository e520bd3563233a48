import { timetableTable } from '@preau/shared/timetable/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const timetableDomain = {
  domain: 'timetable',
  table: timetableTable,
  api: {
    entry: 'timetable/api',
    errorImpact: 'Timetables do not open for pupils, families and teachers.',
    runbook: 'domain-api-failing',
    reads: ['directory'],
  },
  reactions: [],
} as const satisfies DomainSpec;
