import { attendanceTable } from '@preau/shared/attendance/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const attendanceDomain = {
  domain: 'attendance',
  table: attendanceTable,
  api: {
    entry: 'attendance/api',
    errorImpact: 'Teachers cannot call the roll and families cannot justify an absence.',
    runbook: 'domain-api-failing',
    reads: ['directory', 'timetable'],
    uses: ['upload-files', 'read-files'],
    memoryMb: 1024,
  },
  reactions: [
    {
      entry: 'attendance/on-register-taken',
      errorImpact: 'A roll that was called does not reach the office nor the family: absences are recorded but nobody is told.',
      runbook: 'reaction-failing',
      fedBy: ['attendance.register-taken'],
      reads: ['directory', 'timetable'],
    },
    {
      entry: 'attendance/on-lesson-changed',
      errorImpact:
        'A lesson that was cancelled after its roll call still counts as missed, and families keep an alert that is no longer true.',
      runbook: 'reaction-failing',
      fedBy: ['timetable.lesson-changed'],
      reads: ['directory', 'timetable'],
    },
    {
      entry: 'attendance/on-guardian-rights-changed',
      errorImpact: 'A family whose rights changed does not yet find on its home the absences to deal with.',
      runbook: 'reaction-failing',
      fedBy: ['directory.guardian-rights-changed'],
      reads: ['directory'],
    },
  ],
} as const satisfies DomainSpec;
