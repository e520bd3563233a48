import { alertsTable } from '@preau/shared/alerts/table.ts';
import type { DomainSpec, FunctionSpec, ReactionSpec } from '../domain-spec.ts';

export const alertsDomain = {
  domain: 'alerts',
  table: alertsTable,
  api: {
    entry: 'alerts/api',
    errorImpact: 'The office does not see which families were reached, and cannot confirm alerts that are on hold.',
    runbook: 'domain-api-failing',
    reads: ['directory'],
    uses: ['alert-settings'],
  },
  reactions: [
    {
      entry: 'alerts/on-absence',
      errorImpact: 'Families are not told of an absence or of its correction.',
      runbook: 'alerts-not-sent',
      fedBy: ['attendance.absence-observed', 'attendance.absence-corrected'],
      reads: ['directory'],
      uses: ['alerts-queue', 'alert-settings'],
    },
    {
      entry: 'alerts/on-hand-in',
      errorImpact: 'Pupils are not reminded of what they have not handed in, and the evening does not tell of corrections given back.',
      runbook: 'reminders-late',
      fedBy: ['homework.hand-in-reminder-asked', 'homework.returned'],
      reads: ['directory', 'homework'],
      uses: ['alerts-queue', 'alert-settings'],
    },
    {
      entry: 'alerts/on-news',
      errorImpact: 'The evening does not tell guardians of new marks and report cards.',
      runbook: 'reminders-late',
      fedBy: ['assessment.marks-visible', 'reports.class-sealed'],
      reads: ['directory'],
    },
  ],
  everyMinute: {
    entry: 'alerts/sweep',
    errorImpact:
      'Held or interrupted alerts stay where they are: families are told late, and the SMS after the e-mail does not leave, nor the evening’s message.',
    runbook: 'alerts-not-swept',
    // A family that has justified meanwhile gets no SMS.
    reads: ['directory', 'attendance', 'homework', 'notebook', 'assessment', 'reports'],
    uses: ['alerts-queue', 'alert-settings'],
    timeoutSeconds: 50,
  },
} as const satisfies DomainSpec;

/** Fed by its own queue; must end before the lease of a delivery does, or a stalled attempt could send after another took over. */
export const alertSender = {
  entry: 'alerts/send',
  errorImpact: 'Families do not receive the e-mail or the SMS that tells them of an absence.',
  runbook: 'alerts-not-sent',
  reads: ['directory', 'homework', 'notebook', 'assessment', 'reports'],
  uses: ['alerts-queue', 'email', 'sms', 'alert-settings'],
  timeoutSeconds: 30,
} as const satisfies FunctionSpec;

/** Fed by the mail provider's notifications, not by the academy's events; short, so that a receipt whose function crashed comes again (18 s) before the lease of its delivery ends. */
export const providerReaction = {
  entry: 'alerts/on-provider-event',
  errorImpact: 'The office is not told that an e-mail to a family bounced, and a delivery stays uncertain.',
  runbook: 'reaction-failing',
  fedBy: [],
  reads: ['directory'],
  uses: ['alerts-queue', 'alert-settings'],
  timeoutSeconds: 3,
} as const satisfies ReactionSpec;
