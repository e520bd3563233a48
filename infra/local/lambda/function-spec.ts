import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { numberIn, objectIn, textIn, textMap } from '../json.ts';
import type { LocalResource } from '../template/local-template.ts';

export interface FunctionSpec {
  readonly name: string;
  readonly arn: string;
  /** The bundle's file and the name it exports. */
  readonly file: string;
  readonly exported: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly reservedConcurrency: number | undefined;
}

const assetFolder = (folder: string, key: string): string => {
  const asset = `asset.${key.replace(/\.zip$/, '')}`;
  // Stages are nested folders whose assets lie with the whole assembly's.
  return [join(folder, asset), join(dirname(folder), asset)].find((candidate) => existsSync(candidate)) ?? join(folder, asset);
};

const bundleFile = (folder: string, stem: string): string =>
  ['.mjs', '.js', '.cjs'].map((extension) => join(folder, `${stem}${extension}`)).find((candidate) => existsSync(candidate)) ??
  join(folder, `${stem}.js`);

/** A function of the template, its bundle found beside it; `overrides` replaces variables that exist, and adds none. */
export const functionSpec = (resource: LocalResource, overrides: Readonly<Record<string, string>>): FunctionSpec => {
  const { properties } = resource;
  const [stem = 'index', exported = 'handler'] = (textIn(properties, 'Handler') ?? 'index.handler').split('.');
  const folder = assetFolder(resource.folder, textIn(objectIn(properties, 'Code'), 'S3Key') ?? '');
  const own = textMap(objectIn(objectIn(properties, 'Environment'), 'Variables'));
  return {
    name: resource.ref,
    arn: resource.arn,
    file: bundleFile(folder, stem),
    exported,
    memoryMb: numberIn(properties, 'MemorySize') ?? 128,
    timeoutSeconds: numberIn(properties, 'Timeout') ?? 3,
    environment: Object.fromEntries(Object.entries(own).map(([name, value]) => [name, overrides[name] ?? value])),
    reservedConcurrency: numberIn(properties, 'ReservedConcurrentExecutions'),
  };
};

/** The function that an ARN, an alias's ARN or a gateway's invocation URI names. */
export const functionNameOf = (reference: string): string => /function:([^:/]+)/.exec(reference)?.[1] ?? reference;

export interface Endpoints {
  readonly endpoint: string;
  readonly region: string;
  /** DynamoDB by itself, when its calls need not be counted nor disturbed. */
  readonly dynamodb?: string;
}

/** What AWS puts in a function's environment; nothing of the developer's own is inherited. */
export const sandboxEnvironment = (spec: FunctionSpec, { endpoint, region, dynamodb }: Endpoints): Record<string, string> => ({
  PATH: '/usr/local/bin:/usr/bin:/bin',
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: spec.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
  AWS_ENDPOINT_URL: endpoint,
  ...(dynamodb === undefined ? {} : { AWS_ENDPOINT_URL_DYNAMODB: dynamodb }),
  // The account-based endpoint of DynamoDB would not be this machine.
  AWS_ACCOUNT_ID_ENDPOINT_MODE: 'disabled',
  ...spec.environment,
});
