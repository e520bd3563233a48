import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib';
import type { Runbook } from '../domain-spec.ts';

/** An alarm says what users see and names the page that says what to do. */
export interface AlarmSpec {
  readonly id: string;
  readonly errorImpact: string;
  readonly runbook: Runbook;
  readonly metric: cloudwatch.IMetric;
  /** Rings when the metric is above it, or below it when `rings` says so. */
  readonly threshold: number;
  readonly rings?: 'above' | 'below';
  /** Minutes out of the last ones, `[3, 5]`; one minute when absent. */
  readonly periods?: readonly [number, number];
  /** Silence is a failure: what should run did not. */
  readonly silenceRings?: boolean;
}

export interface MetricAt {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
  readonly minutes?: number;
}

export const metric = ({ namespace, name, dimensions, statistic, minutes = 1 }: MetricAt): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace,
    metricName: name,
    dimensionsMap: { ...dimensions },
    statistic,
    period: Duration.minutes(minutes),
  });

export const runbookPath = (runbook: Runbook): string => `docs/runbooks/${runbook}.md`;
