import { notebookTable } from '@preau/shared/notebook/table.ts';
import type { DomainSpec } from '../domain-spec.ts';

export const notebookDomain = {
  domain: 'notebook',
  table: notebookTable,
  api: {
    entry: 'notebook/api',
    errorImpact: 'Teachers cannot write what was done in class, and families cannot read it.',
    runbook: 'domain-api-failing',
    reads: ['directory', 'timetable', 'files'],
    uses: ['read-files'],
  },
  reactions: [
    {
      entry: 'notebook/on-lesson-changed',
      errorImpact: 'What is written of a lesson that was moved or cancelled stays at its old date, without the mention of the change.',
      runbook: 'reaction-failing',
      fedBy: ['timetable.lesson-changed'],
      reads: ['directory', 'timetable'],
    },
  ],
} as const satisfies DomainSpec;
