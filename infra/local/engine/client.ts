import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A client that talks to the engine itself, so that what the local cloud does for itself is neither counted nor disturbed by faults. */
export const engineClient = (url: string, region: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint: url, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 3 });
