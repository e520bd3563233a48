import { physicalName, type Setting } from '../setting.ts';
import { metric, type AlarmSpec } from './alarm-spec.ts';

const of = (setting: Setting, name: string, queue: string, statistic: string) =>
  metric({ namespace: 'AWS/SQS', name, dimensions: { QueueName: physicalName(setting, queue) }, statistic });

/** One message set aside is one thing that somebody was not told: it rings at the first. */
export const setAsideAlarm = (
  setting: Setting,
  queue: string,
  errorImpact: string,
  runbook: 'messages-set-aside' | 'relay-set-aside' = 'messages-set-aside',
): AlarmSpec => ({
  id: `${queue}-set-aside`,
  errorImpact,
  runbook,
  metric: of(setting, 'ApproximateNumberOfMessagesVisible', `${queue}-dlq`, 'Maximum'),
  threshold: 0,
});

/** A queue rings when messages are set aside and when the oldest one waits too long. */
export const queueAlarms = (setting: Setting, queue: string, errorImpact: string, lateSeconds: number): readonly AlarmSpec[] => [
  setAsideAlarm(setting, queue, errorImpact),
  {
    id: `${queue}-late`,
    errorImpact,
    runbook: 'messages-late',
    metric: of(setting, 'ApproximateAgeOfOldestMessage', queue, 'Maximum'),
    threshold: lateSeconds,
    periods: [3, 5],
  },
];
