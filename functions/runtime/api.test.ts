import * as z from 'zod';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { operation } from '@preau/shared/kernel/operation.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { anActor } from '@preau/shared/directory/actors.testing.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { apiHandler } from './api.ts';
import { bind, type Behaviour, type BaseServices } from './bind.ts';
import type { HttpEvent, HttpResponse } from './http.ts';

const errors = { 'notes.full': { status: 409, message: 'Le carnet est plein. Commencez-en un autre.' } } as const;

const writeNote = operation({
  id: 'notes.write-note',
  method: 'POST',
  path: '/notes/{noteId}',
  summary: 'Écrire une note',
  access: 'session',
  input: { path: z.strictObject({ noteId: z.string() }), body: z.strictObject({ text: z.string().min(1, 'Écrivez un texte.') }) },
  output: z.strictObject({ text: z.string() }),
  errors,
  refusals: ['notes.full'],
});

interface Services extends BaseServices {
  readonly outcome: 'written' | 'full' | 'leak' | 'crash';
}

const bound = bind<Services>()(writeNote, {
  subject: async ({ input }) => (input.path.noteId === 'absent' ? undefined : { owner: input.path.noteId }),
  may: (actor, subject) => subject.owner === actor.personId,
  run: async ({ input, services }) => {
    if (services.outcome === 'full') return refuse('notes.full', { pages: 12 });
    if (services.outcome === 'crash') throw new Error('Zoé Canari');
    if (services.outcome === 'leak') return { text: input.body.text, secret: 'x' };
    return { text: input.body.text };
  },
});

const alice = (over: Partial<Actor> = {}): Actor =>
  anActor({ personId: PersonId.parse('per_alice1'), kind: 'guardian', firstName: 'Alice', lastName: 'Martin', ...over });

const anEvent = (over: Partial<HttpEvent> & { noteId?: string; claims?: Record<string, string> } = {}): HttpEvent => ({
  routeKey: 'POST /notes/{noteId}',
  rawPath: '/notes/x',
  headers: { 'content-type': 'application/json' },
  pathParameters: { noteId: over.noteId ?? 'per_alice1' },
  body: JSON.stringify({ text: 'Bonjour' }),
  requestContext: {
    requestId: 'corr-1',
    http: { method: 'POST', path: '/notes/x' },
    authorizer: { jwt: { claims: { username: 'per_alice1', auth_time: '100', token_use: 'access', ...over.claims } } },
  },
  ...over,
});

const services = (outcome: Services['outcome']): Services => ({ now: () => '2026-11-23T07:00:00.000Z', outcome });

const call = async (
  event: HttpEvent,
  outcome: Services['outcome'] = 'written',
  actor: Actor | undefined = alice(),
): Promise<HttpResponse> => {
  const handler = apiHandler([bound], services(outcome), async () => actor);
  return handler(event, {} as never) as Promise<HttpResponse>;
};

describe('an operation behind API Gateway', () => {
  it('answers its output', async () => {
    const response = await call(anEvent());
    expect(response.statusCode).toBe(200);
    expect(JSON.parse(response.body)).toEqual({ text: 'Bonjour' });
  });

  it('answers the same 404 for what is forbidden and for what is absent', async () => {
    const forbidden = await call(anEvent({ noteId: 'per_bruno1' }));
    const absent = await call(anEvent({ noteId: 'absent' }));
    expect(forbidden.statusCode).toBe(404);
    expect(forbidden).toEqual(absent);
  });

  it('answers a listed refusal with its French sentence and details', async () => {
    const response = await call(anEvent(), 'full');
    expect(response.statusCode).toBe(409);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(response.body)).toMatchObject({ code: 'notes.full', title: errors['notes.full'].message, details: { pages: 12 } });
  });

  it.each([
    ['an extra key', JSON.stringify({ text: 'a', role: 'admin' })],
    ['a wrong type', JSON.stringify({ text: 3 })],
    ['no JSON', '{'],
    ['nothing', ''],
    ['an array', '[]'],
  ])('refuses %s as invalid input', async (_, body) => {
    const response = await call(anEvent({ body }));
    expect(response.statusCode).toBe(400);
    expect(JSON.parse(response.body).code).toBe('kernel.invalid-input');
  });

  it('names the faulty field', async () => {
    const response = await call(anEvent({ body: JSON.stringify({ text: '' }) }));
    expect(JSON.parse(response.body).details.fields).toEqual([{ path: 'body.text', message: 'Écrivez un texte.' }]);
  });

  it('refuses another media type', async () => {
    expect((await call(anEvent({ headers: { 'content-type': 'text/plain' } }))).statusCode).toBe(415);
  });

  it('refuses an unknown person, and a session opened before the person signed out everywhere', async () => {
    expect((await call(anEvent(), 'written', alice({ sessionsValidFrom: 101 }))).statusCode).toBe(401);
    const unknown = apiHandler([bound], services('written'), async () => undefined);
    expect(((await unknown(anEvent(), {} as never)) as HttpResponse).statusCode).toBe(401);
  });

  it('reads the subject while it reads who asks', async () => {
    const { promise: subjectAsked, resolve } = Promise.withResolvers<undefined>();
    const together = bind<Services>()(writeNote, {
      subject: async ({ input }) => {
        resolve(undefined);
        return { owner: input.path.noteId };
      },
      may: (actor, subject) => subject.owner === actor.personId,
      run: async ({ input }) => ({ text: input.body.text }),
    });
    const handler = apiHandler([together], services('written'), async () => (await subjectAsked) ?? alice());
    expect(((await handler(anEvent(), {} as never)) as HttpResponse).statusCode).toBe(200);
  });

  it('reads the subject for who asks once that is known, and for nobody not at all', async () => {
    const readers: (string | undefined)[] = [];
    const own = bind<Services>()(writeNote, {
      subjectFor: async ({ actor }) => {
        readers.push(actor.personId);
        return { owner: actor.personId };
      },
      may: () => true,
      run: async ({ subject }) => ({ text: subject.owner }),
    });
    const run = async (actor: Actor | undefined) =>
      (await apiHandler([own], services('written'), async () => actor)(anEvent(), {} as never)) as HttpResponse;
    expect(JSON.parse((await run(alice())).body)).toEqual({ text: 'per_alice1' });
    expect((await run(undefined)).statusCode).toBe(401);
    expect(readers).toEqual(['per_alice1']);
  });

  it.each(['id', 'refresh', ''])('refuses a token whose use is "%s"', async (use) => {
    expect((await call(anEvent({ claims: { token_use: use } }))).statusCode).toBe(401);
  });

  it('never lets out a key that the contract does not list', async () => {
    const response = await call(anEvent(), 'leak');
    expect(response.body).not.toContain('secret');
  });

  it('answers an unexpected error without its message', async () => {
    const response = await call(anEvent(), 'crash');
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('Canari');
  });
});

describe('the binding of a contract', () => {
  type B = Extract<Behaviour<typeof writeNote, Services, { owner: string }>, { readonly subjectFor?: never }>;

  it('does not accept an absent, asynchronous or truthy policy', () => {
    expectTypeOf<Omit<B, 'may'>>().not.toExtend<B>();
    expectTypeOf<Omit<B, 'may'> & { may: () => Promise<boolean> }>().not.toExtend<B>();
    expectTypeOf<Omit<B, 'may'> & { may: () => boolean }>().toExtend<B>();
  });

  it('does not let a subject that is read by what is asked alone know who asks', () => {
    expectTypeOf<Parameters<B['subject']>[0]>().not.toHaveProperty('actor');
  });

  it('does not accept a refusal that the operation does not list', () => {
    expectTypeOf<ReturnType<B['run']>>().not.toEqualTypeOf<Promise<{ refused: string }>>();
    expectTypeOf<{ refused: 'notes.unknown' }>().not.toExtend<Awaited<ReturnType<B['run']>>>();
    expectTypeOf<{ refused: 'notes.full' }>().toExtend<Awaited<ReturnType<B['run']>>>();
  });
});
