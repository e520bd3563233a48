import { Duration, RemovalPolicy, Size, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../domain-spec.ts';
import { errorLinesMetric, functionName, metricNamespace, type Setting } from '../setting.ts';

/** Six months: the least that the CNIL advises for logs, and enough to understand a term. */
const LOG_RETENTION = logs.RetentionDays.SIX_MONTHS;

export interface DomainFunctionProps extends FunctionSpec {
  readonly setting: Setting;
  readonly environment?: Readonly<Record<string, string>>;
  readonly reservedConcurrency?: number;
}

/** One Lambda of ours: arm64 unless a compiled module asks for x86-64, its own role that may write to its own log and nothing else until it is given more, and a count of its error lines. */
export class DomainFunction extends Construct {
  readonly fn: lambda.Function;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: DomainFunctionProps) {
    super(scope, id);
    const { setting, entry } = props;
    const name = functionName(setting, entry);
    const logGroup = new logs.LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${name}`,
      retention: LOG_RETENTION,
      // Kept with its stack gone, but not when a first deployment is undone: the name must be free for the second.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    this.allow(new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }));
    this.fn = new lambda.Function(this, 'Function', {
      functionName: name,
      description: `If it fails: ${props.errorImpact}`.slice(0, 256),
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: props.native === undefined ? lambda.Architecture.ARM_64 : lambda.Architecture.X86_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(bundleOf(setting, entry), { exclude: ['*.map'] }),
      role: this.role,
      logGroup,
      memorySize: props.memoryMb ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds ?? 15),
      ...(props.scratchMb === undefined ? {} : { ephemeralStorageSize: Size.mebibytes(props.scratchMb) }),
      environment: {
        ACADEMY_NUMBERS: setting.academy.numbers.join(','),
        WEB_ORIGIN: setting.webOrigin,
        API_ORIGIN: setting.apiOrigin,
        ...props.environment,
      },
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    logGroup.addMetricFilter('ErrorLines', {
      filterPattern: logs.FilterPattern.stringValue('$.level', '=', 'error'),
      metricNamespace: metricNamespace(setting),
      metricName: errorLinesMetric(entry),
      metricValue: '1',
    });
    Tags.of(this).add('ent:domaine', domainOfEntry(entry));
  }

  allow(statement: iam.PolicyStatement): void {
    this.role.addToPolicy(statement);
  }

  set(variable: string, value: string): void {
    this.fn.addEnvironment(variable, value);
  }
}

export const domainOfEntry = (entry: string): string => entry.slice(0, entry.indexOf('/'));

const bundleOf = (setting: Setting, entry: string): string => {
  const folder = setting.bundles[entry];
  if (folder === undefined) throw new Error(`No bundle for functions/${entry}.ts`);
  return folder;
};
