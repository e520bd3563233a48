import { expect, it } from 'vitest';
import { routeMatcher, type Route } from './routes.ts';

const route = (key: string): Route => ({ key, functionName: 'fn', authorizer: undefined });
const routes = [
  'GET /pupils/{id}',
  'GET /pupils/me',
  'ANY /pupils/{id}',
  'GET /files/{proxy+}',
  'GET /files/{id}/meta',
  'POST /pupils',
].map(route);
const matchRoute = routeMatcher(routes);

it.each([
  ['GET', '/pupils/me', 'GET /pupils/me', {}],
  ['GET', '/pupils/42', 'GET /pupils/{id}', { id: '42' }],
  ['DELETE', '/pupils/42', 'ANY /pupils/{id}', { id: '42' }],
  ['GET', '/pupils/L%C3%A9a%2F1', 'GET /pupils/{id}', { id: 'Léa/1' }],
  ['GET', '/files/7/meta', 'GET /files/{id}/meta', { id: '7' }],
  ['GET', '/files/a/b/c', 'GET /files/{proxy+}', { proxy: 'a/b/c' }],
])('sends %s %s to %s', (method, path, key, parameters) => {
  const match = matchRoute(method, path);
  expect([match?.route.key, match?.parameters]).toEqual([key, parameters]);
});

it.each([
  ['POST', '/files/a'],
  ['GET', '/pupils/'],
  ['GET', '/pupils/42/'],
  ['GET', '/'],
])('has no route for %s %s', (method, path) => {
  expect(matchRoute(method, path)).toBeUndefined();
});

it('falls back to $default when there is one', () => {
  expect(routeMatcher([...routes, route('$default')])('GET', '/nowhere')?.route.key).toBe('$default');
});
