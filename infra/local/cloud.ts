import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cognitoApi } from './cognito/api.ts';
import { discovery } from './cognito/discovery.ts';
import { openSigningKey } from './cognito/keys.ts';
import { poolOf } from './cognito/pool.ts';
import { openUsers, type Users } from './cognito/users.ts';
import { openDatabase } from './database.ts';
import { engineClient } from './engine/client.ts';
import { startEngine } from './engine/engine.ts';
import { createTable } from './engine/tables.ts';
import { ttlSweep } from './engine/ttl-sweep.ts';
import { feedFunctions } from './feed-functions.ts';
import { costMeter, type Cost } from './front/cost.ts';
import { dynamodbApi, operationOf, tablesOf } from './front/dynamodb.ts';
import { faultSwitch, type Faults } from './front/faults.ts';
import { localPages } from './front/local-pages.ts';
import { listen, openFrontDoor } from './front/server.ts';
import { httpApi } from './http/api.ts';
import { corsOf, routesOf } from './http/routes.ts';
import { parseJson } from './json.ts';
import { functionSpec } from './lambda/function-spec.ts';
import { openFunctions } from './lambda/functions.ts';
import { lambdaApi } from './lambda/invoke-api.ts';
import type { Outcome } from './lambda/sandbox.ts';
import { openOutbox, type Outbox } from './outbox/outbox.ts';
import { API_PLACE } from './places.ts';
import { freePort } from './process/ports.ts';
import { bucketCors, s3Api } from './s3/api.ts';
import { openObjects, type Objects } from './s3/objects.ts';
import { openSchedules, schedulesOf } from './schedules/schedules.ts';
import { sesApi } from './ses/api.ts';
import { eventDestinations } from './ses/events.ts';
import { snsApi } from './sns/api.ts';
import { openTopics, subscriptionOf } from './sns/topics.ts';
import { openNudges } from './sources/nudges.ts';
import { sqsApi } from './sqs/api.ts';
import { openQueues, queueSpec, type Queues } from './sqs/queues.ts';
import { openParameters, ssmApi, type Parameters } from './ssm/parameters.ts';
import { readAssembly } from './template/assembly.ts';
import { localTemplate } from './template/local-template.ts';

export interface CloudRequest {
  /** The folder that `cdk synth` wrote. */
  readonly assembly: string;
  /** Kept between runs; fresh and in memory without it. */
  readonly dataDir?: string;
  /** 0 takes any free port. */
  readonly apiPort: number;
  /** Text of the templates that stands for something known only now: addresses. */
  readonly replacements?: Readonly<Record<string, string>>;
  /** Replaces variables of functions that exist in the template: origins, guichets. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Parameters that operators write by hand on AWS; one kept with the data stays. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Schedules by rate run every two seconds, and mail events are published at once. */
  readonly fast?: boolean;
  /** Functions ask the engine itself: what they cost in time is then theirs and the engine's alone, units are not counted and no fault strikes. */
  readonly direct?: boolean;
}

export interface RunningCloud {
  readonly apiOrigin: string;
  /** The one URL of every AWS client: `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  /** The engine itself: what goes there is neither counted nor disturbed by faults. */
  readonly engineUrl: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly issuer: string;
  readonly logFile: string;
  readonly tableName: (domain: string) => string;
  readonly functionNames: () => readonly string[];
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  readonly runSchedule: (name: string) => Promise<Outcome | undefined>;
  readonly warm: () => Promise<void>;
  readonly queues: Queues;
  readonly objects: Objects;
  readonly outbox: Outbox;
  readonly users: Users;
  readonly parameters: Parameters;
  readonly cost: Cost;
  readonly faults: Faults;
  /** Resolves when the engine stopped by itself. */
  readonly broken: Promise<number>;
  /** Streams and queues are read no more: what a request itself costs can then be told from its reactions. */
  readonly stopEvents: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const REGION = 'eu-west-3';
const ACCOUNT = '000000000000';
const POOL = 'eu-west-3_EntLocal1';
const SWEEP_MS = 300_000;

/** Starts an academy from its synthesised templates: everything AWS would be, on one port of this machine. */
export const startCloud = async (request: CloudRequest): Promise<RunningCloud> => {
  const apiPort = request.apiPort === 0 ? await freePort() : request.apiPort;
  const apiOrigin = `http://localhost:${apiPort}`;
  // An IP address makes the S3 client write the bucket in the path by itself.
  const endpoint = `http://127.0.0.1:${apiPort}`;
  const folder = request.dataDir ?? mkdtempSync(join(tmpdir(), 'preau-'));
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'functions.log');
  const write = (name: string, text: string): void => appendFileSync(logFile, `${name} ${text.endsWith('\n') ? text : `${text}\n`}`);

  const [engine, assembly] = await Promise.all([
    startEngine(request.dataDir),
    readAssembly(request.assembly, { ...request.replacements, [API_PLACE]: apiOrigin }),
  ]);
  const database = openDatabase(request.dataDir);
  const parameters = openParameters(database);
  for (const [name, value] of Object.entries(request.parameters ?? {})) parameters.put({ name, value, type: 'SecureString' }, true);
  const template = localTemplate(
    assembly,
    { region: REGION, account: ACCOUNT, endpoint, apiOrigin, poolId: POOL },
    (name) => parameters.find(name)?.value,
  );
  for (const { ref, properties } of template.ofType('AWS::SSM::Parameter'))
    parameters.put({ name: ref, value: String(properties['Value']), type: String(properties['Type']) });

  const client = engineClient(engine.url, REGION);
  const tables = await Promise.all(
    template.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table').map((resource) => createTable(client, resource)),
  );
  const sweep = ttlSweep(client, tables, () => Math.floor(Date.now() / 1000));
  const sweeping = setInterval(() => void sweep.run().catch(() => undefined), SWEEP_MS).unref();

  const faults = faultSwitch();
  const cost = costMeter();
  const outbox = openOutbox(database);
  const users = openUsers(database);
  const nudges = openNudges();
  const queues = openQueues(database, template.ofType('AWS::SQS::Queue').map(queueSpec), Date.now);
  const subscriptions = template.ofType('AWS::SNS::Subscription').flatMap((resource) => subscriptionOf(resource) ?? []);
  const topics = openTopics(
    database,
    template.ofType('AWS::SNS::Topic').map((resource) => resource.arn),
    subscriptions,
    queues,
  );
  const buckets = template.ofType('AWS::S3::Bucket');
  const objects = openObjects(
    database,
    join(folder, 's3'),
    buckets.map((resource) => resource.ref),
  );
  const specs = template.ofType('AWS::Lambda::Function').map((resource) => functionSpec(resource, request.environment ?? {}));
  const functions = openFunctions(
    specs,
    { endpoint, region: REGION, write, ...(request.direct === true ? { dynamodb: engine.url } : {}) },
    faults,
  );
  const schedules = openSchedules(schedulesOf(template), functions, request.fast === true);
  const pool = poolOf(template, POOL, REGION);
  const key = openSigningKey(parameters);
  const dynamodb = dynamodbApi(engine.url, cost);
  const ses = sesApi(
    outbox,
    topics,
    template.ofType('AWS::SES::ConfigurationSetEventDestination').flatMap(eventDestinations),
    faults,
    request.fast === true ? 20 : 1_000,
  );

  let ready = false;
  const server = openFrontDoor({
    services: {
      dynamodb: async (question) => {
        const answer = await dynamodb.call(question);
        if (/^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(operationOf(question)))
          nudges.nudge(tablesOf(parseJson(question.body.toString('utf8'))));
        return answer;
      },
      sqs: sqsApi(queues),
      sns: snsApi(topics, outbox),
      ses: ses.call,
      ssm: ssmApi(parameters),
      lambda: lambdaApi(functions),
      'cognito-idp': cognitoApi(pool, users, key, functions),
    },
    s3: s3Api(objects, bucketCors(buckets)),
    isBucket: objects.hasBucket,
    pages: localPages({ outbox, cost, faults, schedules, queues, sweepExpired: sweep.run, isReady: () => ready }),
    discovery: discovery(pool, key, apiOrigin),
    api: httpApi({ routes: routesOf(template), cors: corsOf(template), functions, region: REGION, key: key.publicKey, keyId: key.keyId }),
    faults,
    report: (error) =>
      write(
        'front-door',
        `${JSON.stringify({ level: 'error', message: 'request failed', error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' })}\n`,
      ),
  });
  await listen(server, apiPort);
  const feeding = feedFunctions({
    template,
    tables,
    engineUrl: engine.url,
    region: REGION,
    database,
    functions,
    queues,
    nudges,
    wasExpiry: sweep.wasExpiry,
  });
  ready = true;

  return {
    apiOrigin,
    endpoint,
    engineUrl: engine.url,
    region: REGION,
    userPoolId: pool.id,
    userPoolClientId: [...pool.clients.keys()][0] ?? '',
    issuer: pool.issuer,
    logFile,
    tableName: (domain) => {
      const name = specs.flatMap((spec) => spec.environment[`TABLE_${domain.toUpperCase()}`] ?? [])[0];
      if (name === undefined) throw new Error(`No function uses a table of ${domain}`);
      return name;
    },
    functionNames: functions.names,
    invoke: (name, event) =>
      functions.invoke(
        functions.has(name) ? name : (functions.names().find((candidate) => candidate.endsWith(name)) ?? name),
        JSON.stringify(event),
      ),
    runSchedule: schedules.runNow,
    warm: () => functions.warm(specs.filter((spec) => spec.environment['ACADEMY_NUMBERS'] !== undefined).map((spec) => spec.name)),
    queues,
    objects,
    outbox,
    users,
    parameters,
    cost,
    faults,
    broken: engine.ended,
    stopEvents: feeding.stop,
    close: async () => {
      clearInterval(sweeping);
      schedules.close();
      ses.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await feeding.stop();
      await functions.close();
      server.closeAllConnections();
      await closed;
      dynamodb.close();
      client.destroy();
      await engine.stop();
      database.close();
      if (request.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};
