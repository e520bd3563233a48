import { homeworkTable } from '@preau/shared/homework/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const homeworkDomain = {
  domain: 'homework',
  table: homeworkTable,
  api: {
    entry: 'homework/api',
    errorImpact: 'Teachers cannot give work, pupils and families do not see what is due.',
    runbook: 'domain-api-failing',
    // The archive of what a class handed in is made and kept for one download.
    uses: ['read-files', 'upload-files'],
    reads: ['directory', 'timetable', 'files', 'attendance', 'notebook'],
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
  reactions: [
    {
      entry: 'homework/on-lesson-changed',
      errorImpact: 'Work stays due on the day of a lesson that was moved or cancelled.',
      runbook: 'reaction-failing',
      fedBy: ['timetable.lesson-changed'],
      reads: ['directory', 'timetable'],
    },
    {
      entry: 'homework/on-group-classes-changed',
      errorImpact: 'Pupils who join a group from another class do not see the work given to the group.',
      runbook: 'reaction-failing',
      fedBy: ['directory.group-classes-changed'],
      reads: ['directory'],
    },
  ],
  everyMinute: {
    entry: 'homework/sweep',
    errorImpact: 'Families see new work at its hour, but nobody is told of it.',
    runbook: 'releases-late',
    timeoutSeconds: 50,
  },
} as const satisfies DomainSpec;
