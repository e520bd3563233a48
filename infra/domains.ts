import type { DomainSpec, FunctionSpec } from './domain-spec.ts';
import { alertsDomain, alertSender, providerReaction } from './domains/alerts.ts';
import { assessmentDomain } from './domains/assessment.ts';
import { attendanceDomain } from './domains/attendance.ts';
import { directoryDomain } from './domains/directory.ts';
import { filesDomain } from './domains/files.ts';
import { challengeTriggers, identityDomain, preSignUpTrigger } from './domains/identity.ts';
import { homeworkDomain } from './domains/homework.ts';
import { importsDomain } from './domains/imports.ts';
import { notebookDomain } from './domains/notebook.ts';
import { operationsDomain } from './domains/operations.ts';
import { reportsDomain } from './domains/reports.ts';
import { timetableDomain } from './domains/timetable.ts';

export const domains: readonly DomainSpec[] = [
  identityDomain,
  directoryDomain,
  timetableDomain,
  attendanceDomain,
  alertsDomain,
  filesDomain,
  homeworkDomain,
  notebookDomain,
  assessmentDomain,
  reportsDomain,
  importsDomain,
  operationsDomain,
];

/** Publishes what the tables' streams carry. */
export const relay = {
  entry: 'events/relay',
  errorImpact: 'What teachers and offices record no longer reaches anybody: families are not told, homes are not up to date.',
  runbook: 'relay-late',
  uses: ['events-topic'],
} as const satisfies FunctionSpec;

export const apisOf = (list: readonly DomainSpec[]): readonly FunctionSpec[] =>
  list.flatMap(({ api, apart }) => [api, apart].filter((spec) => spec !== undefined));
export const reactionsOf = (list: readonly DomainSpec[]) => list.flatMap(({ reactions }) => reactions);
export const calledEveryMinute = (list: readonly DomainSpec[]): readonly FunctionSpec[] =>
  list.flatMap(({ everyMinute }) => everyMinute ?? []);

/** Every function of the system, once: what is bundled, deployed and watched. */
export const functionSpecs: readonly FunctionSpec[] = [
  ...apisOf(domains),
  ...reactionsOf(domains),
  relay,
  alertSender,
  providerReaction,
  ...calledEveryMinute(domains),
  ...Object.values(challengeTriggers),
  preSignUpTrigger,
];

export const entries: readonly string[] = functionSpecs.map(({ entry }) => entry);
