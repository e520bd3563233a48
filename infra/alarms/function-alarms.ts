import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib';
import type { FunctionSpec } from '../domain-spec.ts';
import { errorLinesMetric, functionName, metricNamespace, partOf, type Setting } from '../setting.ts';
import { metric, type AlarmSpec } from './alarm-spec.ts';

const FIVE = 5;

const lambdaMetric = (setting: Setting, entry: string, name: string, statistic: string): cloudwatch.Metric =>
  metric({
    namespace: 'AWS/Lambda',
    name,
    dimensions: { FunctionName: functionName(setting, entry) },
    statistic,
    minutes: FIVE,
  });

/** Crashes that Lambda counts, and errors that the code answered as a 500 or gave back to its queue, which Lambda does not. */
const failures = (setting: Setting, entry: string): cloudwatch.MathExpression =>
  new cloudwatch.MathExpression({
    expression: 'FILL(crashes, 0) + FILL(lines, 0)',
    label: `${entry}: failures`,
    period: Duration.minutes(FIVE),
    usingMetrics: {
      crashes: lambdaMetric(setting, entry, 'Errors', 'Sum'),
      lines: metric({
        namespace: metricNamespace(setting),
        name: errorLinesMetric(entry),
        dimensions: {},
        statistic: 'Sum',
        minutes: FIVE,
      }),
    },
  });

/** Every function rings when it fails more than a retry explains, and when AWS refuses to start it. */
export const functionAlarms = (setting: Setting, spec: FunctionSpec): readonly AlarmSpec[] => [
  {
    id: `${partOf(spec.entry)}-failing`,
    errorImpact: spec.errorImpact,
    runbook: spec.runbook,
    metric: failures(setting, spec.entry),
    threshold: 4,
  },
  {
    id: `${partOf(spec.entry)}-throttled`,
    errorImpact: spec.errorImpact,
    runbook: 'function-throttled',
    metric: lambdaMetric(setting, spec.entry, 'Throttles', 'Sum'),
    threshold: 10,
  },
];

/** The relay must be at most a minute behind: alerts leave within seconds or they are of no use. */
export const relayAlarms = (setting: Setting, relay: FunctionSpec): readonly AlarmSpec[] => [
  {
    id: 'relay-late',
    errorImpact: relay.errorImpact,
    runbook: 'relay-late',
    metric: metric({
      namespace: 'AWS/Lambda',
      name: 'IteratorAge',
      dimensions: { FunctionName: functionName(setting, relay.entry) },
      statistic: 'Maximum',
    }),
    threshold: 60_000,
    periods: [3, 5],
  },
];

/** What runs every minute and did not for five rings too: nothing fails when nothing starts. */
export const heartbeatAlarm = (setting: Setting, spec: FunctionSpec): AlarmSpec => ({
  id: `${partOf(spec.entry)}-silent`,
  errorImpact: spec.errorImpact,
  runbook: spec.runbook,
  metric: lambdaMetric(setting, spec.entry, 'Invocations', 'Sum'),
  threshold: 1,
  rings: 'below',
  silenceRings: true,
});
