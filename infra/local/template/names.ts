import { createHash } from 'node:crypto';
import type { Resource } from './assembly.ts';
import type { Names, Place, Resolve } from './intrinsics.ts';

/** Everything that AWS would name at deployment, and where the local cloud answers. */
export interface LocalPlace extends Place {
  /** One URL for every AWS client, and the public origin of the HTTP API. */
  readonly endpoint: string;
  readonly apiOrigin: string;
  readonly poolId: string;
}

const short = (text: string, length: number): string => createHash('sha256').update(text).digest('hex').slice(0, length);

const plain = (resource: Resource): string => `${resource.stack}-${resource.logicalId}`;

/** A name within a length limit, still different from its neighbours. */
const fitted = (name: string, limit: number): string => (name.length <= limit ? name : `${name.slice(0, limit - 9)}-${short(name, 8)}`);

/** Physical names, deterministic so that data kept on disk is found again at the next start. */
export const localNames = (place: LocalPlace, resolve: () => Resolve, parameter: (name: string) => string | undefined): Names => {
  const given = (resource: Resource, property: string): string | undefined => {
    const value = resolve()(resource.properties[property], resource.stack);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const arn = (service: string, path: string): string => `arn:aws:${service}:${place.region}:${place.account}:${path}`;

  const name = (resource: Resource): string => {
    switch (resource.type) {
      case 'AWS::DynamoDB::Table':
      case 'AWS::DynamoDB::GlobalTable':
        return given(resource, 'TableName') ?? fitted(plain(resource), 255);
      case 'AWS::SQS::Queue':
        return given(resource, 'QueueName') ?? fitted(plain(resource), 75);
      case 'AWS::SNS::Topic':
        return given(resource, 'TopicName') ?? fitted(plain(resource), 256);
      case 'AWS::Lambda::Function':
        return given(resource, 'FunctionName') ?? fitted(plain(resource), 64);
      case 'AWS::S3::Bucket':
        return given(resource, 'BucketName') ?? fitted(plain(resource).toLowerCase(), 63);
      case 'AWS::Cognito::UserPool':
        return place.poolId;
      case 'AWS::Cognito::UserPoolClient':
        return short(plain(resource), 26);
      case 'AWS::ApiGatewayV2::Api':
        return 'localapi';
      case 'AWS::SES::EmailIdentity':
        return given(resource, 'EmailIdentity') ?? plain(resource);
      case 'AWS::Lambda::Alias':
        return given(resource, 'Name') ?? 'live';
      default:
        return given(resource, 'Name') ?? plain(resource);
    }
  };

  const arnOf = (resource: Resource): string => {
    switch (resource.type) {
      case 'AWS::DynamoDB::Table':
      case 'AWS::DynamoDB::GlobalTable':
        return arn('dynamodb', `table/${name(resource)}`);
      case 'AWS::SQS::Queue':
        return arn('sqs', name(resource));
      case 'AWS::SNS::Topic':
        return arn('sns', name(resource));
      case 'AWS::Lambda::Function':
        return arn('lambda', `function:${name(resource)}`);
      case 'AWS::S3::Bucket':
        return `arn:aws:s3:::${name(resource)}`;
      case 'AWS::Cognito::UserPool':
        return arn('cognito-idp', `userpool/${name(resource)}`);
      case 'AWS::SSM::Parameter':
        return arn('ssm', `parameter${name(resource)}`);
      case 'AWS::IAM::Role':
        return `arn:aws:iam::${place.account}:role/${name(resource)}`;
      default:
        return arn((resource.type.split('::')[1] ?? 'aws').toLowerCase(), name(resource));
    }
  };

  const functionArn = (resource: Resource): string => String(resolve()(resource.properties['FunctionName'], resource.stack));

  const ref = (resource: Resource): string => {
    if (resource.type === 'AWS::SQS::Queue') return `${place.endpoint}/${place.account}/${name(resource)}`;
    if (resource.type === 'AWS::SNS::Topic') return arnOf(resource);
    if (resource.type === 'AWS::Lambda::Alias') return `${functionArn(resource)}:${name(resource)}`;
    if (resource.type === 'AWS::Lambda::Version') return `${functionArn(resource)}:$LATEST`;
    return name(resource);
  };

  const attribute = (resource: Resource, wanted: string): string => {
    switch (wanted) {
      case 'Arn':
      case 'TopicArn':
        return arnOf(resource);
      case 'StreamArn':
        return `${arnOf(resource)}/stream/local`;
      case 'QueueName':
      case 'TopicName':
        return name(resource);
      case 'QueueUrl':
        return ref(resource);
      case 'ApiEndpoint':
        return place.apiOrigin;
      case 'ProviderName':
        return `cognito-idp.${place.region}.amazonaws.com/${name(resource)}`;
      case 'ProviderURL':
        return `https://cognito-idp.${place.region}.amazonaws.com/${name(resource)}`;
      case 'RegionalDomainName':
      case 'DomainName':
        return `${name(resource)}.s3.${place.region}.amazonaws.com`;
      case 'Version':
        return '$LATEST';
      case 'Value':
        return given(resource, 'Value') ?? '';
      case 'AliasArn':
        return ref(resource);
      default:
        return `${ref(resource)}.${wanted}`;
    }
  };

  return { ref, attribute, parameter };
};
