import { Stack, Tags, type App } from 'aws-cdk-lib';
import { stackName, type Setting, type StackPart } from '../setting.ts';

/** One of an academy's five stacks, with the tags by which its bill is read. */
export class AcademyStack extends Stack {
  constructor(app: App, setting: Setting, part: StackPart) {
    const { academy, stage } = setting;
    super(app, stackName(setting, part), {
      env: { account: academy.account, region: academy.region },
      description: `Préau, académie ${academy.name}, ${stage}: ${part}`,
      terminationProtection: stage === 'prod',
    });
    Tags.of(this).add('ent:academie', academy.code);
    Tags.of(this).add('ent:stage', stage);
    Tags.of(this).add('ent:cost-centre', part);
  }
}
