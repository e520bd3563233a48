import { createServer } from 'node:http';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

// Evaluates sst.config.ts on SST's own components and Pulumi's mocks: what would be deployed, without an account, an engine or a network.
// Prints one line of JSON: the resources with their inputs. Needs `sst install` and the built web.

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const platform = join(root, '.sst', 'platform');
const stage = process.argv[2] ?? 'nancy-metz-prod';
const config = JSON.stringify(join(root, 'sst.config.ts'));

const EXTERNAL = ['@pulumi/*', '@pulumiverse/*', '@sst-provider/*', '@aws-sdk/*', 'undici', 'esbuild', 'archiver', 'glob', 'vite'];
const BANNER = `import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileUrl } from 'node:url';
const require = __createRequire(import.meta.url), __filename = __fileUrl(import.meta.url), __dirname = __fileUrl(new URL('.', import.meta.url));`;

/** SST gives its globals to whatever is not its own. */
const globals: Plugin = {
  name: 'sst-globals',
  setup: (esbuild) => {
    esbuild.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.startsWith(platform) || path.includes('node_modules')) return undefined;
      const components = JSON.stringify(join(platform, 'src', 'components'));
      return {
        loader: 'ts',
        contents: `import * as aws from '@pulumi/aws';\nimport * as sst from ${components};\n${await readFile(path, 'utf8')}`,
      };
    });
  },
};

const bundle = async (name: string, contents: string, define: Readonly<Record<string, string>>, plugins: readonly Plugin[]) => {
  const file = join(platform, `preau-${name}-${process.pid}.mjs`);
  await build({
    stdin: { contents, resolveDir: platform, loader: 'ts' },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    mainFields: ['module', 'main'],
    nodePaths: [join(platform, 'node_modules')],
    external: EXTERNAL,
    banner: { js: BANNER },
    define: { ...define },
    plugins: [...plugins],
    ...(name === 'run' ? { inject: [join(platform, 'src', 'shim', 'run.js')] } : {}),
  });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
};

const BOOTSTRAP = Object.fromEntries(
  ['asset', 'assetEcrRegistryId', 'assetEcrUrl', 'state', 'appsyncHttp', 'appsyncRealtime'].map((key) => [key, `mock-${key}`]),
);

const rpc = createServer((incoming, outgoing) => {
  const pieces: Buffer[] = [];
  incoming.on('data', (piece: Buffer) => pieces.push(piece));
  incoming.on('end', () => {
    const { method, params } = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    const asked = params?.[0] ?? {};
    const built = { out: asked.bundle ?? root, handler: asked.handler, errors: [], sourcemaps: [] };
    const result = method === 'Provider.Aws.Bootstrap' ? BOOTSTRAP : method === 'Runtime.Build' ? built : {};
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ result }));
  });
});

const until = async (isDone: () => boolean, seconds: number): Promise<void> => {
  for (let waited = 0; !isDone(); waited += 0.25) {
    if (waited > seconds) throw new Error('The graph of the front did not settle');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

process.on('unhandledRejection', (error) => {
  console.error(error);
  process.exit(1);
});

await new Promise<void>((resolve) => rpc.listen(0, '127.0.0.1', resolve));
const address = rpc.address();
if (address === null || typeof address === 'string') throw new Error('No address');
process.env['SST_SERVER'] = `http://127.0.0.1:${address.port}`;

Object.assign(globalThis, { declareConfig: (declaration: unknown) => declaration });
const { default: declared } = await bundle('app', `export { default } from ${config};`, { $config: 'globalThis.declareConfig' }, []);
const app = { removal: 'retain', protect: false, ...(await declared.app({ stage })), stage };

const program = await bundle(
  'run',
  `import { run } from ${JSON.stringify(join(platform, 'src', 'auto', 'run.ts'))};\nimport config from ${config};\nexport default () => run(config.run);`,
  {
    $config: 'globalThis.declareConfig',
    $app: JSON.stringify(app),
    $cli: JSON.stringify({
      command: 'deploy',
      dev: false,
      paths: { home: root, root, work: join(root, '.sst'), platform },
      state: { version: {} },
    }),
    $dev: 'false',
  },
  [globals],
);

const pulumi = createRequire(join(platform, 'package.json'))('@pulumi/pulumi');
const resources: Resource[] = [];
pulumi.runtime.setMocks(
  {
    newResource: ({ type, name, inputs, id }: Resource & { readonly id?: string }) => {
      resources.push({ type, name, inputs });
      const known = id === undefined || id === '' ? `${name}-id` : id;
      const host = `${name.toLowerCase()}.example`;
      return {
        // Without an id the outputs stay unknown, and the graph silently stops early.
        id: known,
        state: {
          ...inputs,
          arn: `arn:aws:mock:eu-west-3:000000000000:${name}`,
          name: inputs['name'] ?? name,
          bucket: inputs['bucket'] ?? name.toLowerCase(),
          region: 'eu-west-3',
          url: `https://${host}/`,
          functionUrl: `https://${host}/`,
          domainName: host,
          bucketRegionalDomainName: host,
          invokeArn: `arn:aws:mock:${name}:invoke`,
          hostedZoneId: 'Z1',
          hex: '0123',
          result: 'mock',
          etag: 'mock',
          versionId: '1',
          key: inputs['key'] ?? name,
          stdout: '',
        },
      };
    },
    call: ({ token, inputs }: { readonly token: string; readonly inputs: Readonly<Record<string, unknown>> }) => {
      if (token.includes('getRegion')) return { name: 'eu-west-3', region: 'eu-west-3', id: 'eu-west-3' };
      if (token.includes('getCallerIdentity')) return { accountId: '000000000000', arn: 'arn:aws:iam::000000000000:root', userId: 'mock' };
      if (token.includes('getPartition')) return { partition: 'aws', dnsSuffix: 'amazonaws.com' };
      if (token.includes('getPolicyDocument')) return { json: JSON.stringify({ Statement: inputs['statements'] ?? [] }) };
      if (token.includes('getParameter')) return { ...inputs, value: `mock(${String(inputs['name'])})` };
      return { ...inputs, id: 'mock', policy: '{}', cachePolicies: { items: [{ id: 'mock' }] } };
    },
  },
  app.name,
  stage,
  false,
);

const outputs = await pulumi.runtime.runInPulumiStack(program.default);
let url: string | undefined;
pulumi.output(outputs?.url).apply((value: string) => (url = value));
await until(() => url !== undefined, 60);
// Six seconds without a new resource: hashing the web's files holds the last ones back.
const SETTLED_LOOKS = 24;
let seen = -1;
let stable = 0;
await until(() => {
  stable = resources.length === seen ? stable + 1 : 0;
  seen = resources.length;
  return stable >= SETTLED_LOOKS;
}, 60);
await new Promise((resolve) => process.stdout.write(`${JSON.stringify({ url, resources })}\n`, resolve));
// Mocked providers leave promises that nothing will settle, which Pulumi reports as a failure when the process ends.
process.removeAllListeners('exit');
process.exit(0);
