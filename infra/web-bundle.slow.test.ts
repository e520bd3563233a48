import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { buildWeb } from './web-bundle.ts';

const Answer = z.object({ path: z.string(), status: z.number(), headers: z.record(z.string(), z.unknown()), body: z.string() });
type Answer = z.infer<typeof Answer>;

const WEB_ORIGIN = 'https://nancy-metz.preau.education';
let answers: readonly Answer[];

beforeAll(async () => {
  const { serverFile } = await buildWeb(WEB_ORIGIN);
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
