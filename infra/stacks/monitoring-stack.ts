import type { App } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { runbookPath, type AlarmSpec } from '../alarms/alarm-spec.ts';
import { functionAlarms, heartbeatAlarm, relayAlarms } from '../alarms/function-alarms.ts';
import { queueAlarms, setAsideAlarm } from '../alarms/queue-alarms.ts';
import { gatewayAlarms, mailAlarms, smsAlarms, tableAlarms } from '../alarms/service-alarms.ts';
import { AcademyStack } from '../constructs/academy-stack.ts';
import type { ReactionSpec } from '../domain-spec.ts';
import { calledEveryMinute, domains, functionSpecs, reactionsOf, relay } from '../domains.ts';
import { alertSender, providerReaction } from '../domains/alerts.ts';
import { preSignUpTrigger } from '../domains/identity.ts';
import { partOf, physicalName, type Setting } from '../setting.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';

const { GREATER_THAN_THRESHOLD, LESS_THAN_THRESHOLD } = cloudwatch.ComparisonOperator;
const { BREACHING, NOT_BREACHING } = cloudwatch.TreatMissingData;

/** An import may take its quarter of an hour; what families wait for may not. */
const lateSeconds = (spec: ReactionSpec): number => Math.max(120, (spec.timeoutSeconds ?? 0) * 3);

const alarmsOf = (setting: Setting, before: { readonly data: DataStack; readonly api: ApiStack }): readonly AlarmSpec[] => {
  const deployed = functionSpecs.filter(({ entry }) => entry !== preSignUpTrigger.entry || setting.academy.identity === 'cognitoSaml');
  return [
    ...deployed.flatMap((spec) => functionAlarms(setting, spec)),
    ...[...reactionsOf(domains), providerReaction].flatMap((spec) =>
      queueAlarms(setting, partOf(spec.entry), spec.errorImpact, lateSeconds(spec)),
    ),
    ...queueAlarms(setting, 'alerts-send', alertSender.errorImpact, 60),
    ...calledEveryMinute(domains).flatMap((spec) => [
      setAsideAlarm(setting, partOf(spec.entry), spec.errorImpact),
      heartbeatAlarm(setting, spec),
    ]),
    setAsideAlarm(setting, 'relay', relay.errorImpact, 'relay-set-aside'),
    ...relayAlarms(setting, relay),
    ...domains.flatMap(({ domain, api }) => {
      const found = before.data.tables.get(domain);
      return found === undefined || api === undefined ? [] : tableAlarms(domain, found.table.tableName, api.errorImpact);
    }),
    ...gatewayAlarms(before.api.api.apiId),
    ...mailAlarms,
    ...smsAlarms(setting),
  ];
};

/** Who is told when something fails, in the words of those who suffer from it. */
export class MonitoringStack extends AcademyStack {
  constructor(app: App, setting: Setting, before: { readonly data: DataStack; readonly api: ApiStack }) {
    super(app, setting, 'monitoring');
    const operators = new sns.Topic(this, 'Operators', {
      topicName: physicalName(setting, 'alarms'),
      masterKey: before.data.key,
      enforceSSL: true,
    });
    operators.addSubscription(new EmailSubscription(setting.academy.operatorEmail));
    const action = new SnsAction(operators);
    for (const spec of alarmsOf(setting, before)) this.ring(setting, spec, action);
  }

  private ring(setting: Setting, spec: AlarmSpec, action: SnsAction): void {
    const [datapointsToAlarm, evaluationPeriods] = spec.periods ?? [1, 1];
    const alarm = new cloudwatch.Alarm(this, `Alarm-${spec.id}`, {
      alarmName: `${physicalName(setting, 'alarm')}-${spec.id}`,
      alarmDescription: `${spec.errorImpact} → ${runbookPath(spec.runbook)}`,
      metric: spec.metric,
      threshold: spec.threshold,
      comparisonOperator: spec.rings === 'below' ? LESS_THAN_THRESHOLD : GREATER_THAN_THRESHOLD,
      datapointsToAlarm,
      evaluationPeriods,
      treatMissingData: spec.silenceRings === true ? BREACHING : NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
