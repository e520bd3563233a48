import { Duration } from 'aws-cdk-lib';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { accept } from '../accept.ts';
import type { AnyOperation } from '@preau/shared/kernel/operation.ts';

/** A function's operations behind one integration: with a permission per route, thirty routes pass Lambda's policy limit. */
export const routeOperations = (
  api: apigw.HttpApi,
  name: string,
  target: IFunction,
  operations: readonly AnyOperation[],
  authorizer: HttpJwtAuthorizer,
): void => {
  const integration = new HttpLambdaIntegration(`Integration-${name}`, target, {
    scopePermissionToRoute: false,
    payloadFormatVersion: apigw.PayloadFormatVersion.VERSION_2_0,
    timeout: Duration.seconds(29),
  });
  for (const operation of operations) {
    const routes = api.addRoutes({
      path: operation.path,
      methods: [apigw.HttpMethod[operation.method]],
      integration,
      authorizer: operation.access === 'public' ? new apigw.HttpNoneAuthorizer() : authorizer,
    });
    if (operation.access === 'session') continue;
    for (const route of routes) accept(route, 'APIG4', `The contract opens ${operation.id} before sign-in: ${operation.summary}`);
  }
};
