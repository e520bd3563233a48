import type { App } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { domainOf, type AnyOperation } from '@preau/shared/kernel/operation.ts';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { AcademyStack } from '../constructs/academy-stack.ts';
import { buildFunction, type World } from '../constructs/build-function.ts';
import { routeOperations } from '../constructs/domain-api.ts';
import { frontGate } from '../constructs/front-gate.ts';
import { limitPublicRoutes } from '../constructs/route-limits.ts';
import type { DomainSpec, FunctionSpec } from '../domain-spec.ts';
import { domains } from '../domains.ts';
import { parameterKeys, parameterName, type ParameterKey } from '../parameters.ts';
import { bucketName, type Setting } from '../setting.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

/** Where browsers post files by themselves: the web's content policy names these and no other. */
const uploadOrigins = (setting: Setting): readonly string[] =>
  (['deliveries', 'files'] as const).map((part) => `https://${bucketName(setting, part)}.s3.${setting.academy.region}.amazonaws.com`);

/** The way in: one route for each operation of the contract, one function for each domain. */
export class ApiStack extends AcademyStack {
  readonly api: HttpApi;

  constructor(app: App, setting: Setting, before: { data: DataStack; identity: IdentityStack; events: EventsStack }) {
    super(app, setting, 'api');
    const { data, identity, events } = before;
    const { userPool, client } = identity;
    const means = { alertsQueue: events.alertsQueue, userPool, userPoolClient: client };
    this.api = frontGate(this, setting);
    const issuer = `https://cognito-idp.${this.region}.amazonaws.com/${userPool.userPoolId}`;
    const authorizer = new HttpJwtAuthorizer('Session', issuer, { jwtAudience: [client.userPoolClientId] });
    for (const domain of domains) this.open(domain, { setting, data, means }, authorizer);
    limitPublicRoutes(this, setting, setting.operations);
    this.publish(setting, {
      'api-origin': setting.apiOrigin,
      'web-origin': setting.webOrigin,
      'academy-label': setting.academy.label,
      'upload-origins': uploadOrigins(setting).join(' '),
      contact: setting.academy.operatorEmail,
      'user-pool-id': userPool.userPoolId,
      'user-pool-client-id': client.userPoolClientId,
    });
  }

  private open({ domain, api, apart }: DomainSpec, world: World, authorizer: HttpJwtAuthorizer): void {
    const operations = world.setting.operations.filter(({ id }) => domainOf(id) === domain);
    const isApart = ({ id }: AnyOperation): boolean => apart?.serves.includes(id) === true;
    const parts = [
      { name: domain, spec: api, served: operations.filter((operation) => !isApart(operation)) },
      { name: `${domain}-apart`, spec: apart, served: operations.filter(isApart) },
    ];
    for (const { name, spec, served } of parts) {
      if (spec !== undefined) routeOperations(this.api, name, this.serve(spec, world), served, authorizer);
    }
  }

  private serve(spec: FunctionSpec, world: World): IFunction {
    const { reservedConcurrency } = world.setting.academy.limits;
    const kept = Object.entries(reservedConcurrency).find(([entry]) => entry === spec.entry)?.[1];
    return buildFunction(this, spec, world, kept === undefined ? {} : { reservedConcurrency: kept }).fn;
  }

  private publish(setting: Setting, values: Readonly<Record<ParameterKey, string>>): void {
    for (const key of parameterKeys) {
      new StringParameter(this, `Parameter-${key}`, {
        parameterName: parameterName(setting.academy.code, setting.stage, key),
        stringValue: values[key],
      });
    }
  }
}
