import type { App } from 'aws-cdk-lib';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { AcademyStack } from '../constructs/academy-stack.ts';
import { buildFunction, type World } from '../constructs/build-function.ts';
import { nativeSaml } from '../constructs/native-saml.ts';
import { academyClient, academyUserPool } from '../constructs/user-pool.ts';
import { challengeTriggers, preSignUpTrigger } from '../domains/identity.ts';
import { ParameterTier, StringParameter } from 'aws-cdk-lib/aws-ssm';
import { guichetsParameterName } from '../parameters.ts';
import type { Setting } from '../setting.ts';
import type { DataStack } from './data-stack.ts';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { accept } from '../accept.ts';
import { mayDo } from '../constructs/rights.ts';

/** Who issues tokens: a Cognito pool that signs people in by our own challenge, and operators by their local password. */
export class IdentityStack extends AcademyStack {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;

  constructor(app: App, setting: Setting, data: DataStack) {
    super(app, setting, 'identity');
    const world: World = { setting, data, means: {} };
    new StringParameter(this, 'Guichets', {
      parameterName: guichetsParameterName(setting.academy.code, setting.stage),
      stringValue: JSON.stringify(setting.academy.guichets),
      // 8 KB instead of 4: four guichets and their certificates.
      tier: ParameterTier.ADVANCED,
    });
    const pool = academyUserPool(this, setting);
    pool.addTrigger(cognito.UserPoolOperation.DEFINE_AUTH_CHALLENGE, buildFunction(this, challengeTriggers.define, world).fn);
    pool.addTrigger(cognito.UserPoolOperation.CREATE_AUTH_CHALLENGE, buildFunction(this, challengeTriggers.create, world).fn);
    pool.addTrigger(cognito.UserPoolOperation.VERIFY_AUTH_CHALLENGE_RESPONSE, buildFunction(this, challengeTriggers.verify, world).fn);
    const providers = setting.academy.identity === 'cognitoSaml' ? nativeSaml(this, pool, setting) : [];
    if (setting.academy.identity === 'cognitoSaml') {
      const linker = buildFunction(this, preSignUpTrigger, world);
      pool.addTrigger(cognito.UserPoolOperation.PRE_SIGN_UP, linker.fn);
      // The pool's own trigger may not name the pool: its name is only known once the trigger exists.
      const anyPoolOfOurs = this.formatArn({ service: 'cognito-idp', resource: 'userpool', resourceName: '*' });
      linker.allow(
        mayDo(['cognito-idp:AdminCreateUser', 'cognito-idp:AdminSetUserPassword', 'cognito-idp:AdminLinkProviderForUser'], [anyPoolOfOurs]),
      );
      accept(
        linker,
        `IAM5[Resource::arn:<AWS::Partition>:cognito-idp:${this.region}:${this.account}:userpool/*]`,
        'The pool names its trigger, so the trigger cannot name the pool; an academy has one pool in its account',
      );
    }
    this.userPool = pool;
    this.client = academyClient(pool, setting, providers);
  }
}
