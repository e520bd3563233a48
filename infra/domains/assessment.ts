import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const assessmentDomain = {
  domain: 'assessment',
  table: assessmentTable,
  api: {
    entry: 'assessment/api',
    errorImpact: 'Teachers cannot enter marks, pupils and families do not see their results.',
    runbook: 'domain-api-failing',
    reads: ['directory', 'timetable', 'attendance', 'homework'],
    memoryMb: 1024,
  },
  reactions: [
    {
      entry: 'assessment/on-marks-changed',
      errorImpact: 'Marks that are published or corrected do not reach pupils, families nor class councils.',
      runbook: 'reaction-failing',
      fedBy: ['assessment.marks-changed', 'assessment.marks-settings-changed'],
      reads: ['directory', 'timetable'],
    },
  ],
  everyMinute: {
    entry: 'assessment/sweep',
    errorImpact: 'Pupils and families see new marks at their hour, but nobody is told of them.',
    runbook: 'releases-late',
    timeoutSeconds: 50,
  },
} as const satisfies DomainSpec;
