import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { frontGraph, installSst, sstTypeErrors, type Graph } from './front-graph.ts';
import { buildWeb } from './web-bundle.ts';

const Answer = z.object({ path: z.string(), status: z.number(), headers: z.record(z.string(), z.unknown()), body: z.string() });
type Answer = z.infer<typeof Answer>;

const WEB_ORIGIN = 'https://nancy-metz.preau.education';
let answers: readonly Answer[];
let graph: Graph;

beforeAll(async () => {
  const [{ serverFile }] = await Promise.all([buildWeb(WEB_ORIGIN), installSst()]);
  graph = await frontGraph('nancy-metz-prod');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['infra/testing/invoke-front.ts', serverFile, '/connexion', '/accueil', '/nulle-part'],
    {
      // The API does not answer: a page that needs it must still be one of ours.
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', WEB_ORIGIN, API_ORIGIN: 'http://127.0.0.1:9', AWS_REGION: 'eu-west-3' },
      maxBuffer: 10_000_000,
      timeout: 60_000,
    },
  );
  answers = stdout
    .split('\n')
    .filter((line) => line.startsWith('{"path"'))
    .map((line) => Answer.parse(JSON.parse(line)));
}, 600_000);

const answerOf = (path: string): Answer => Answer.parse(answers.find((answer) => answer.path === path));

it('answers the sign-in page to an API Gateway event, in French and under its content policy', () => {
  const { status, headers, body } = answerOf('/connexion');
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('text/html');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(body).toContain('<html lang="fr"');
  expect(body).toContain('Se connecter');
});

it('sends whoever is not signed in to the sign-in page', () => {
  const { status, headers } = answerOf('/accueil');
  expect([303, 307]).toContain(status);
  expect(String(headers['location'])).toContain('/connexion');
});

it('answers its own page to an address that does not exist', () => {
  expect(answerOf('/nulle-part').status).toBe(404);
});

it('lets no page be kept by a cache, for each is somebody’s', () => {
  for (const { headers, path } of answers) expect(String(headers['cache-control']), path).toMatch(/no-store/);
});

const ofType = (type: string) => graph.resources.filter((resource) => resource.type === type);

it('has a deployment that SST’s own declarations accept', async () => {
  expect(await sstTypeErrors()).toBe('');
});

it('deploys functions on arm64 and the Node of the product, SST’s own warmer apart', () => {
  const functions = ofType('aws:lambda/function:Function').filter(({ name }) => name.startsWith('Web') && !name.startsWith('WebWarmer'));
  expect(functions.map(({ name }) => name).join(' ')).toMatch(/WebServer/);
  for (const { inputs } of functions) expect(inputs).toMatchObject({ architectures: ['arm64'], runtime: 'nodejs24.x' });
});

it('opens no address of a function to the world: CloudFront alone signs what it asks', () => {
  const urls = ofType('aws:lambda/functionUrl:FunctionUrl');
  expect(urls.length).toBeGreaterThan(0);
  for (const { inputs } of urls) expect(inputs).toMatchObject({ authorizationType: 'AWS_IAM' });
  expect(ofType('aws:lambda/permission:Permission').map(({ inputs }) => inputs['principal'])).not.toContain('*');
  expect(ofType('aws:wafv2/webAcl:WebAcl')).toHaveLength(1);
});

it('deploys nothing that remembers: no table, queue or pool of users', () => {
  expect(graph.resources.filter(({ type }) => /dynamodb|sqs|cognito|rds/.test(type))).toEqual([]);
});
