import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { academyOf } from './academies.ts';
import { parameterKeys, parameterName } from './parameters.ts';

interface Built {
  readonly kind: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const built: Built[] = [];
const read: string[] = [];
let app: Readonly<Record<string, unknown>>;

/** Every class of a namespace, recorded when constructed: what nobody expected is seen too. */
const recording = (namespace: string) =>
  new Proxy(
    {},
    {
      get: (_, kind) =>
        class {
          readonly url = 'https://front.example';
          constructor(name: string, args: Readonly<Record<string, unknown>>) {
            built.push({ kind: `${namespace}.${String(kind)}`, name, args });
          }
        },
    },
  );

const Config = z.object({
  app: z.custom<(input: { stage: string }) => Promise<Record<string, unknown>>>(),
  run: z.custom<() => Promise<Record<string, unknown>>>(),
});

beforeAll(async () => {
  const ssm = {
    getParameterOutput: ({ name }: { name: string }) => {
      read.push(name);
      return { value: `<${name}>` };
    },
  };
  Object.assign(globalThis, {
    $config: (config: unknown) => config,
    $app: { stage: 'nancy-metz-prod' },
    sst: { aws: recording('sst.aws') },
    aws: new Proxy({ ssm }, { get: (known, part) => (part === 'ssm' ? known.ssm : recording(`aws.${String(part)}`)) }),
  });
  const loaded: { default: unknown } = await import(new URL('../sst.config.ts', import.meta.url).href);
  const config = Config.parse(loaded.default);
  app = await config.app({ stage: 'nancy-metz-prod' });
  await config.run();
});

it('protects the production front from removal', () => {
  expect(app).toMatchObject({ name: 'preau', home: 'aws', removal: 'retain', protect: true });
});

it('deploys to the academy’s own account and region, with the tags of its bill', () => {
  const { account, region } = academyOf('nancy-metz');
  expect(app['providers']).toMatchObject({
    aws: { region, allowedAccountIds: [account], defaultTags: { tags: { 'ent:academie': 'nancy-metz', 'ent:stage': 'prod' } } },
  });
});

it('deploys a router and the Next.js front, and nothing that remembers', () => {
  expect(built.map(({ kind }) => kind)).toEqual(['sst.aws.Router', 'sst.aws.Nextjs']);
});

it('reads only names that infra publishes for this academy and stage', () => {
  const published = parameterKeys.map((key) => parameterName('nancy-metz', 'prod', key));
  expect(read.length).toBeGreaterThan(0);
  expect(published).toEqual(expect.arrayContaining(read));
});

it('signs requests at the edge, so that no function is reachable around CloudFront and forms work without JavaScript', () => {
  const [router] = built;
  expect(router?.args).toMatchObject({ protection: 'oac-with-edge-signing', waf: { rateLimitPerIp: 30_000 } });
  expect(built[1]?.args).toMatchObject({ router: { instance: expect.anything() } });
});

it('runs on arm64 and Node 24, with the version of OpenNext that the tests built', () => {
  expect(built[1]?.args).toMatchObject({ openNextVersion: '4.1.12', server: { architecture: 'arm64', runtime: 'nodejs24.x' } });
});

it('gives the front two addresses and words, never a credential', () => {
  const environment = z.record(z.string(), z.string()).parse(built[1]?.args['environment']);
  expect(Object.keys(environment)).toEqual(['API_ORIGIN', 'WEB_ORIGIN', 'ACADEMY_LABEL', 'UPLOAD_ORIGINS', 'ACCESSIBILITY_CONTACT']);
});
