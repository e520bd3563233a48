import { expect, it, vi } from 'vitest';
import { anActor } from '@preau/shared/directory/actors.testing.ts';
import type { ImportRecord } from '@preau/shared/imports/schema.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { aPost } from '../directory/testing/builders.ts';
import { apiHandler } from '../runtime/api.ts';
import { operations } from './operations.ts';
import { aDelivery } from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';
import { runImport } from './worker.ts';
import type { StoredImport } from './store.ts';

vi.setConfig({ testTimeout: 30_000 });

const apiOf = (world: Awaited<ReturnType<typeof importWorld>>, operator = true) => {
  const findActor = async () =>
    anActor({
      personId: PersonId.parse('per_operator1'),
      firstName: 'Dominique',
      lastName: 'Collignon',
      posts: operator ? [] : [aPost({ functions: ['DIR'] })],
      operator,
    });
  const { imports, now } = world.services;
  const handler = apiHandler(operations, { now, findActor, imports, deliveries: world.deliveries, newId: () => 'fresh000001' }, findActor);
  return async (routeKey: string, importId = '', body?: object, query: Record<string, string> = {}) => {
    const response = await handler(
      {
        routeKey,
        rawPath: '/',
        headers: { 'content-type': 'application/json' },
        pathParameters: importId === '' ? {} : { importId },
        queryStringParameters: query,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        requestContext: {
          requestId: 'r1',
          http: { method: 'GET', path: '/' },
          authorizer: { jwt: { claims: { username: 'per_operator1', auth_time: '1', token_use: 'access' } } },
        },
      },
      {} as never,
    );
    return { status: response.statusCode, body: JSON.parse(response.body) };
  };
};

const PLAN = 'POST /imports/{importId}/plan';
const APPLY = 'POST /imports/{importId}/application';
const READ = 'GET /imports/{importId}';

/** Does what the queue would bring. */
const work = async (world: Awaited<ReturnType<typeof importWorld>>, record: StoredImport | ImportRecord) => {
  const action = record.status === 'planning' ? 'plan' : 'apply';
  await runImport({ importId: record.importId, action, attempt: record.attempt }, world.services);
};

it('is the operators’ alone', async () => {
  const world = await importWorld();
  const record = await world.add(aDelivery());
  const call = apiOf(world, false);
  for (const route of [PLAN, READ]) expect((await call(route, record.importId)).status).toBe(404);
  expect((await call(APPLY, record.importId, {})).status).toBe(404);
  expect((await call('GET /imports')).status).toBe(404);
  expect((await call('POST /imports', '', { kind: 'aaf', fileName: 'a.tgz', bytes: 1 })).status).toBe(404);
});

it('announces a delivery, and refuses one above 2 GB or named as a path', async () => {
  const call = apiOf(await importWorld());
  expect((await call('POST /imports', '', { kind: 'aaf', fileName: 'ENT2D.20261120.tgz', bytes: 1000 })).body.import).toMatchObject({
    status: 'awaitingFile',
    createdBy: 'Dominique Collignon',
  });
  expect((await call('POST /imports', '', { kind: 'aaf', fileName: 'a.tgz', bytes: 3e9 })).status).toBe(400);
  expect((await call('POST /imports', '', { kind: 'aaf', fileName: '../a.tgz', bytes: 1 })).status).toBe(400);
});

it('tells a file that has come from one that is still to be sent', async () => {
  const world = await importWorld();
  const call = apiOf(world);
  const { importId } = (await call('POST /imports', '', { kind: 'aaf', fileName: 'a.tgz', bytes: 1 })).body.import;
  expect((await call(READ, importId)).body).toMatchObject({ import: { status: 'awaitingFile' }, arrived: false });
  expect((await call(PLAN, importId)).body.code).toBe('imports.file-missing');
  const sent = await world.add(aDelivery());
  expect((await call(READ, sent.importId)).body).toMatchObject({ import: { status: 'awaitingFile' }, arrived: true });
});

it('plans, reads and applies; each request in its order, and never twice at once', async () => {
  const world = await importWorld();
  const call = apiOf(world);
  const record = await world.add(aDelivery());
  expect((await call(APPLY, record.importId, {})).body.code).toBe('imports.not-planned');
  const planning = await call(PLAN, record.importId);
  expect(planning.body.status).toBe('planning');
  expect((await call(PLAN, record.importId)).body.code).toBe('imports.busy');
  await work(world, planning.body);
  expect((await call(READ, record.importId)).body).toMatchObject({ import: { status: 'planned' }, anomalies: [] });
  const applying = await call(APPLY, record.importId, {});
  await work(world, applying.body);
  await work(world, applying.body);
  expect((await call(READ, record.importId)).body.import).toMatchObject({ status: 'applied', written: 9 });
  expect((await call(PLAN, record.importId)).body.code).toBe('imports.already-applied');
  expect((await call('GET /imports', '', undefined, { after: 'n’importe quoi' })).body.imports).toHaveLength(1);
});

it('asks for the file before examining it', async () => {
  const world = await importWorld();
  const call = apiOf(world);
  const { body } = await call('POST /imports', '', { kind: 'aaf', fileName: 'a.tgz', bytes: 1 });
  expect((await call(PLAN, body.import.importId)).body.code).toBe('imports.file-missing');
});
