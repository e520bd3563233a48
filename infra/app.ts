import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Setting } from './setting.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { MonitoringStack } from './stacks/monitoring-stack.ts';

const context = {
  // Without it the validator's findings are warnings and the synthesis passes.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
};

/** The academy's five stacks, each knowing only those before it; unchecked on a laptop, which deploys nothing and would wait three times as long. */
export const academyApp = (setting: Setting, outdir: string, checked: boolean): App => {
  const app = new App({ outdir, context, analyticsReporting: false, builtinCloudFormationValidation: checked });
  const data = new DataStack(app, setting);
  const identity = new IdentityStack(app, setting, data);
  const events = new EventsStack(app, setting, data);
  const api = new ApiStack(app, setting, { data, identity, events });
  new MonitoringStack(app, setting, { data, api });
  if (checked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};
