import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as logs from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { physicalName, type Setting } from '../setting.ts';

/** Who called what, when and from where, without who they are: routes never hold a person's id, paths may. */
const ACCESS_FIELDS = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationMs: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
};

const accessLogs = (scope: Construct, setting: Setting): logs.LogGroup =>
  new logs.LogGroup(scope, 'AccessLogs', {
    logGroupName: `/aws/apigateway/${physicalName(setting, 'api')}`,
    retention: logs.RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });

/** The name that guichets and the web know; its certificate is validated by a DNS record that the operator adds once. */
const ownDomain = (scope: Construct, setting: Setting): apigw.DomainName =>
  new apigw.DomainName(scope, 'Domain', {
    domainName: setting.academy.apiDomain,
    certificate: new acm.Certificate(scope, 'Certificate', {
      domainName: setting.academy.apiDomain,
      validation: acm.CertificateValidation.fromDns(),
    }),
    securityPolicy: apigw.SecurityPolicy.TLS_1_2,
  });

/** The academy's HTTP API: throttled, logged, under its own name, with no route yet. */
export const frontGate = (scope: Construct, setting: Setting): apigw.HttpApi => {
  const { limits } = setting.academy;
  const api = new apigw.HttpApi(scope, 'Api', {
    apiName: physicalName(setting, 'api'),
    createDefaultStage: false,
    disableExecuteApiEndpoint: setting.ownsDomain,
  });
  new apigw.HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: limits.requestsPerSecond, burstLimit: limits.burst },
    detailedMetricsEnabled: true,
    accessLogSettings: {
      destination: new apigw.LogGroupLogDestination(accessLogs(scope, setting)),
      format: AccessLogFormat.custom(JSON.stringify(ACCESS_FIELDS)),
    },
    ...(setting.ownsDomain ? { domainMapping: { domainName: ownDomain(scope, setting) } } : {}),
  });
  return api;
};
