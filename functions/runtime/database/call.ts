import { randomUUID } from 'node:crypto';
import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { readAnswer, requestBody } from './attribute-values.ts';
import { requestSigner } from './request-signer.ts';
import { transport, type WireRequest, type WireResponse } from './transport.ts';

const SIGV4 = 'aws.auth#sigv4';

/** What the SDK does at each request and that is done once here, or that DynamoDB does not need. */
const REPLACED = [
  'serializerMiddleware',
  'deserializerMiddleware',
  'hostHeaderMiddleware',
  'contentLengthMiddleware',
  'httpAuthSchemeMiddleware',
  'getUserAgentMiddleware',
  'recursionDetectionMiddleware',
  'loggerMiddleware',
];

interface Args {
  readonly input: object;
  readonly request?: WireRequest;
}

interface Result {
  readonly response: WireResponse;
  readonly output: object;
}

type Handler = (args: Args) => Promise<Result>;

/** The SDK's protocol, for what it does best: a refusal becomes the exception of its name. */
interface ErrorReader {
  readonly deserializeResponse: (schema: object, context: object, response: WireResponse) => Promise<object>;
}

/** The middleware stack of the SDK, of which retries, clock skew and signing are kept. */
interface Stack {
  readonly clone: () => Stack;
  readonly identify: () => readonly string[];
  readonly remove: (name: string) => boolean;
  readonly add: (middleware: (next: Handler) => Handler, options: { readonly step: 'serialize'; readonly name: string }) => void;
  readonly resolve: (handler: Handler, context: object) => Handler;
}

/** What is left of the SDK's stack, with whatever else was added to it. */
export const leanStack = (client: DynamoDBClient): Stack => {
  const stack = (client.middlewareStack as unknown as Stack).clone();
  for (const name of REPLACED) stack.remove(name);
  return stack;
};

/** A write that was done but whose answer was lost is not done twice: the SDK's own serializer gives the same token. */
const withToken = (operation: string, input: object): object =>
  operation === 'TransactWriteItems' ? { ClientRequestToken: randomUUID(), ...input } : input;

/** The endpoint and the way to sign, as the SDK finds them: environment, profile, partition, account. */
export const findPlace = async ({ config }: DynamoDBClient) => {
  const found = await getEndpointFromInstructions({ TableName: 'any' }, GetItemCommand, { ...config });
  const [scheme] = (found.properties?.['authSchemes'] ?? []) as { signingRegion?: string; signingName?: string }[];
  const { protocol, hostname, port, host } = found.url;
  return {
    protocol,
    hostname,
    host,
    ...(port === '' ? {} : { port: Number(port) }),
    signingRegion: scheme?.signingRegion ?? (await config.region()),
    signingName: scheme?.signingName ?? 'dynamodb',
  };
};

type Place = Awaited<ReturnType<typeof findPlace>>;

/** Operations of DynamoDB by the SDK's own retries, clock and credentials, without what it does again at each request. @see docs/decisions/009-lean-dynamodb-calls.md */
export const databaseCalls = (client: DynamoDBClient) => {
  const wire = transport();
  const { credentials, httpAuthSchemes } = client.config;
  const protocol = client.config.protocol as unknown as ErrorReader;
  const sigv4 = httpAuthSchemes.find(({ schemeId }) => schemeId === SIGV4)?.signer;
  const signingConfig = { ...client.config, signer: async () => requester };
  const requester = requestSigner(credentials);
  const handlers = new Map<string, Handler>();
  let place: Promise<Place> | undefined;

  const placed = (): Promise<Place> =>
    (place ??= findPlace(client).catch((error: unknown) => {
      place = undefined;
      throw error;
    }));

  const answered: (operation: string) => Handler =
    (operation) =>
    async ({ request }) => {
      if (request === undefined) throw new Error('A request was not built');
      const response = await wire.send(request);
      if (response.statusCode === 200) return { response, output: { ...readAnswer(response.body.toString()), $metadata: {} } };
      const schema = { namespace: 'com.amazonaws.dynamodb', name: operation, traits: {}, input: 'unit', output: 'unit' } as const;
      try {
        await protocol.deserializeResponse(schema, client.config, response);
      } catch (error) {
        // The SDK reads the server's clock there.
        if (error instanceof Error) Object.defineProperty(error, '$response', { value: response });
        throw error;
      }
      throw new Error(`DynamoDB answered ${response.statusCode}`);
    };

  const handlerOf = (operation: string): Handler => {
    const smithy: Record<string, unknown> = {};
    const stack = leanStack(client);
    stack.add(
      (next) => async (args) => {
        const { host, signingRegion, signingName, ...address } = await placed();
        const signingProperties = { config: signingConfig, context: {}, signingRegion, signingName };
        smithy['selectedHttpAuthScheme'] ??= { httpAuthOption: { schemeId: SIGV4, signingProperties }, identity: {}, signer: sigv4 };
        const body = requestBody(withToken(operation, args.input));
        const headers = {
          host,
          'content-type': 'application/x-amz-json-1.0',
          'content-length': String(Buffer.byteLength(body)),
          'x-amz-target': `DynamoDB_20120810.${operation}`,
        };
        const request = { ...address, method: 'POST', path: '/', query: {}, headers, body };
        return next({ ...args, request });
      },
      { step: 'serialize', name: 'plainItems' },
    );
    return stack.resolve(answered(operation), {
      clientName: 'DynamoDBClient',
      commandName: `${operation}Command`,
      __smithy_context: smithy,
    });
  };

  return {
    call: async (operation: string, input: object): Promise<object> => {
      const handler = handlers.get(operation) ?? handlerOf(operation);
      handlers.set(operation, handler);
      return (await handler({ input })).output;
    },
    destroy: wire.destroy,
  };
};
