import { expect, it } from 'vitest';
import { academyOf } from '../infra/academies.ts';
import { deploySteps, selected, whatIsMissing } from './deploy-steps.ts';
import { smoke } from './smoke-checks.ts';

const reims = academyOf('reims');
const WEB = 'https://reims.preau.education';
const API = 'https://api.reims.preau.education';

const answering = (answers: Readonly<Record<string, Response>>) => async (url: string, init?: RequestInit) => {
  const answer = answers[`${init?.method ?? 'GET'} ${url}`];
  if (answer === undefined) throw new Error('injoignable');
  return answer.clone();
};

const healthy = {
  [`GET ${WEB}/connexion`]: new Response('', { headers: { 'content-security-policy': "default-src 'self'" } }),
  [`POST ${WEB}/connexion`]: new Response(null, { status: 303 }),
  [`GET ${API}/openapi.json`]: new Response('{}'),
  [`GET ${API}/me`]: new Response('', { status: 401 }),
  [`GET ${API}/auth/guichets`]: new Response('{}'),
};

it('checks, synthesises and builds before it touches AWS, and tries what it deployed last', () => {
  const names = deploySteps(reims, 'prod').map(({ name }) => name);
  expect(names).toEqual(['Vérifications', 'Synthèse', 'Construction du web', 'Piles AWS', 'Moteur du web', 'Web', 'Essai']);
});

it('touches nothing of AWS in a dry run', () => {
  const commands = selected(deploySteps(reims, 'prod'), 'offline').map(({ command }) => command.join(' '));
  expect(commands).toHaveLength(3);
  for (const command of commands) expect(command).not.toMatch(/cdk deploy|sst /);
});

it('deploys the web under the academy’s own stage name', () => {
  const web = deploySteps(reims, 'prod').find(({ name }) => name === 'Web');
  expect(web?.command).toEqual(['sst', 'deploy', '--stage', 'reims-prod']);
});

it('refuses an academy whose account and certificates are still to come, and says which', () => {
  expect(whatIsMissing(reims)).toHaveLength(4);
  const ready = {
    ...reims,
    account: '123456789012',
    guichets: reims.guichets.map((guichet) => (guichet.kind === 'saml' ? { ...guichet, certificates: ['MIIC'] } : guichet)),
  };
  expect(whatIsMissing(ready)).toEqual([]);
});

it('passes a healthy deployment', async () => {
  const results = await smoke(WEB, API, answering(healthy));
  expect(results.filter(({ fault }) => fault !== undefined)).toEqual([]);
});

it('sees a form that the edge did not sign', async () => {
  const results = await smoke(WEB, API, answering({ ...healthy, [`POST ${WEB}/connexion`]: new Response(null, { status: 403 }) }));
  expect(results.filter(({ fault }) => fault !== undefined).map(({ name }) => name)).toEqual([
    'Un formulaire envoyé sans JavaScript arrive au serveur',
  ]);
});

it('sees an API that lets anybody in, and one that does not answer', async () => {
  const open = await smoke(WEB, API, answering({ ...healthy, [`GET ${API}/me`]: new Response('{}') }));
  expect(open.filter(({ fault }) => fault !== undefined)).toHaveLength(1);
  const silent = await smoke(WEB, API, answering({}));
  expect(silent.length).toBeGreaterThan(0);
  expect(silent.filter(({ fault }) => fault === undefined)).toEqual([]);
});
