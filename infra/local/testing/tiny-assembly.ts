import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scratchFolder } from '../../../functions/testing/scratch-folder.ts';
import type { Json } from '../json.ts';

const sdkFrom = createRequire(import.meta.url).resolve('@preau/functions/package.json');

const PRELUDE = `const load = require('node:module').createRequire(process.env.SDK_FROM);
const dynamodb = load('@aws-sdk/client-dynamodb'); const sns = load('@aws-sdk/client-sns'); const ses = load('@aws-sdk/client-sesv2');
const table = new dynamodb.DynamoDBClient({}); const TableName = process.env.TABLE_NOTES;\n`;

const BUNDLES: Readonly<Record<string, string>> = {
  api: `exports.handler = async (event) => {
    const claims = event.requestContext.authorizer?.jwt.claims;
    if (event.routeKey === 'GET /me') return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(claims) };
    if (event.routeKey === 'GET /boom') throw new Error('boom');
    const body = JSON.parse(event.body);
    await table.send(new dynamodb.PutItemCommand({ TableName, Item: { pk: { S: event.pathParameters.id }, sk: { S: 'NOTE' }, text: { S: body.text } } }));
    return { ok: true };
  };`,
  relay: `exports.handler = async (event) => {
    const client = new sns.SNSClient({});
    const batchItemFailures = [];
    for (const record of event.Records) {
      const image = record.dynamodb.NewImage;
      if (image?.sk.S !== 'NOTE') continue;
      if (image.text.S === 'poison') { batchItemFailures.push({ itemIdentifier: record.dynamodb.SequenceNumber }); break; }
      await client.send(new sns.PublishCommand({ TopicArn: process.env.TOPIC, Message: JSON.stringify({ id: image.pk.S, text: image.text.S }), MessageAttributes: { type: { DataType: 'String', StringValue: 'note.written' } } }));
    }
    return { batchItemFailures };
  };`,
  react: `exports.handler = async (event) => {
    const batchItemFailures = [];
    for (const record of event.Records) {
      const note = JSON.parse(record.body);
      if (note.text === 'refused') { batchItemFailures.push({ itemIdentifier: record.messageId }); continue; }
      await new ses.SESv2Client({}).send(new ses.SendEmailCommand({ FromEmailAddress: 'Préau <a@demo.example>', Destination: { ToAddresses: [note.text + '@famille.example'] },
        Content: { Simple: { Subject: { Data: 'Note ' + note.id }, Body: { Text: { Data: note.text }, Html: { Data: '<p>' + note.text + '</p>' } } } },
        ConfigurationSetName: process.env.MAIL, EmailTags: [{ Name: 'note', Value: note.id }] }));
    }
    return { batchItemFailures };
  };`,
  receipts: `exports.handler = async (event) => {
    for (const record of event.Records) {
      const receipt = JSON.parse(record.body);
      await table.send(new dynamodb.PutItemCommand({ TableName, Item: { pk: { S: receipt.mail.tags.note[0] }, sk: { S: 'RECEIPT#' + receipt.eventType } } }));
    }
    return { batchItemFailures: [] };
  };`,
  define: `exports.handler = async (event) => {
    const last = event.request.session.at(-1);
    event.response = last === undefined ? { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false } : { issueTokens: last.challengeResult, failAuthentication: !last.challengeResult };
    return event;
  };`,
  create: `exports.handler = async (event) => { event.response = { publicChallengeParameters: { hint: 'word' }, privateChallengeParameters: { word: 'sesame' } }; return event; };`,
  verify: `exports.handler = async (event) => { event.response = { answerCorrect: event.request.challengeAnswer === event.request.privateChallengeParameters.word }; return event; };`,
  slow: `exports.handler = () => new Promise((resolve) => setTimeout(resolve, 10_000));`,
  tick: `exports.handler = async (event) => ({ ticked: event });`,
};

const ref = (name: string): Json => ({ Ref: name });
const arn = (name: string): Json => ({ 'Fn::GetAtt': [name, 'Arn'] });
const imported = (name: string): Json => ({ 'Fn::ImportValue': `data:${name}` });

const lambda = (name: string, timeout: number): Json => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Key: `${name}.zip` },
    Handler: 'index.handler',
    Timeout: timeout,
    MemorySize: 256,
    Environment: {
      Variables: {
        SDK_FROM: sdkFrom,
        TABLE_NOTES: imported('table'),
        TOPIC: ref('Topic'),
        MAIL: ref('MailSet'),
        WEB_ORIGIN: 'https://replaced.example',
      },
    },
  },
});

const queue = (dead: string, maxReceives: number): Json => ({
  Type: 'AWS::SQS::Queue',
  Properties: { VisibilityTimeout: 4, RedrivePolicy: { deadLetterTargetArn: arn(dead), maxReceiveCount: maxReceives } },
});

const subscription = (topic: string, target: string, policy?: Json): Json => ({
  Type: 'AWS::SNS::Subscription',
  Properties: {
    Protocol: 'sqs',
    TopicArn: ref(topic),
    Endpoint: arn(target),
    RawMessageDelivery: true,
    ...(policy === undefined ? {} : { FilterPolicy: policy }),
  },
});

const route = (key: string, isOpen = false, integration = 'Integration'): Json => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: ref('Api'),
    RouteKey: key,
    Target: { 'Fn::Join': ['', ['integrations/', ref(integration)]] },
    ...(isOpen ? {} : { AuthorizationType: 'JWT', AuthorizerId: ref('Authorizer') }),
  },
});

const dataStack: Json = {
  Resources: {
    Notes: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      },
    },
    Files: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        CorsConfiguration: {
          CorsRules: [{ AllowedOrigins: ['http://localhost:3000'], AllowedMethods: ['POST'], AllowedHeaders: ['content-type'] }],
        },
      },
    },
    Key: { Type: 'AWS::KMS::Key', Properties: {} },
  },
  Outputs: {
    Table: { Value: ref('Notes'), Export: { Name: 'data:table' } },
    Stream: { Value: { 'Fn::GetAtt': ['Notes', 'StreamArn'] }, Export: { Name: 'data:stream' } },
  },
};

const appStack = (maxReceives: number): Json => ({
  Resources: {
    ...Object.fromEntries(Object.keys(BUNDLES).map((name) => [`Fn${name}`, lambda(name, name === 'slow' ? 1 : 20)])),
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    Receipts: { Type: 'AWS::SNS::Topic', Properties: {} },
    Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
    Aside: { Type: 'AWS::SQS::Queue', Properties: {} },
    Reactions: queue('Dead', maxReceives),
    ReceiptsQueue: queue('Dead', maxReceives),
    ToReactions: subscription('Topic', 'Reactions', { type: ['note.written'] }),
    ToReceipts: subscription('Receipts', 'ReceiptsQueue'),
    MailSet: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'tiny-mail' } },
    MailEvents: {
      Type: 'AWS::SES::ConfigurationSetEventDestination',
      Properties: {
        ConfigurationSetName: ref('MailSet'),
        EventDestination: {
          Enabled: true,
          MatchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE'],
          SnsDestination: { TopicARN: ref('Receipts') },
        },
      },
    },
    FromStream: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: ref('Fnrelay'),
        EventSourceArn: imported('stream'),
        StartingPosition: 'TRIM_HORIZON',
        MaximumRetryAttempts: 2,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT","MODIFY"]}' }] },
        DestinationConfig: { OnFailure: { Destination: arn('Aside') } },
      },
    },
    FromReactions: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { FunctionName: ref('Fnreact'), EventSourceArn: arn('Reactions'), FunctionResponseTypes: ['ReportBatchItemFailures'] },
    },
    FromReceipts: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: ref('Fnreceipts'),
        EventSourceArn: arn('ReceiptsQueue'),
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    EveryDay: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Name: 'every-day',
        ScheduleExpression: 'cron(0 18 ? * MON-FRI *)',
        ScheduleExpressionTimezone: 'Europe/Paris',
        Target: { Arn: arn('Fntick'), Input: '{"kind":"digest"}' },
      },
    },
    Pool: {
      Type: 'AWS::Cognito::UserPool',
      Properties: {
        LambdaConfig: {
          DefineAuthChallenge: arn('Fndefine'),
          CreateAuthChallenge: arn('Fncreate'),
          VerifyAuthChallengeResponse: arn('Fnverify'),
        },
      },
    },
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: ref('Pool'),
        ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} },
    Integration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: arn('Fnapi'), PayloadFormatVersion: '2.0' } },
    SlowIntegration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: arn('Fnslow'), PayloadFormatVersion: '2.0' } },
    Authorizer: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        JwtConfiguration: {
          Audience: [ref('Client')],
          Issuer: { 'Fn::Join': ['', ['https://cognito-idp.', ref('AWS::Region'), '.amazonaws.com/', ref('Pool')]] },
        },
      },
    },
    PutNote: route('PUT /notes/{id}', true),
    Boom: route('GET /boom', true),
    Slow: route('GET /slow', true, 'SlowIntegration'),
    Me: route('GET /me'),
    Origin: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/tiny/api-origin', Type: 'String', Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } },
    },
  },
});

/** Writes a two-stack assembly that has one of everything, as `cdk synth` would, and returns its folder; a message received so often is set aside. */
export const tinyAssembly = ({ maxReceives = 2 } = {}): string => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'tiny-data.template.json'), JSON.stringify(dataStack));
  writeFileSync(join(folder, 'tiny-app.template.json'), JSON.stringify(appStack(maxReceives)));
  for (const [name, source] of Object.entries(BUNDLES)) {
    mkdirSync(join(folder, `asset.${name}`));
    writeFileSync(join(folder, `asset.${name}`, 'index.js'), PRELUDE + source);
  }
  return folder;
};
