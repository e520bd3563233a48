import { describe, expect, it } from 'vitest';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { timetableOperations } from '@preau/shared/timetable/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { addressOf, callApi, type ApiDoor, type ApiRequest } from './api.ts';

interface Sent {
  readonly url: string;
  readonly init: ApiRequest;
}

const doorAnswering = (answer: () => Response | Promise<Response>): { readonly door: ApiDoor; readonly sent: Sent[] } => {
  const sent: Sent[] = [];
  const door: ApiDoor = {
    origin: 'https://api.example',
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer();
    },
  };
  return { door, sent };
};

const problem = (status: number, body: unknown) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

const readDay = { path: { date: '2026-11-23' }, query: {} } as const;

describe('the typed client', () => {
  it('encodes what goes in a path and leaves out what is not asked', () => {
    const pupilId = PersonId.parse('per_abcdefgh');
    expect(
      addressOf('https://api.example', timetableOperations.readDay, {
        path: { date: '2026-11-23' },
        query: { pupilId, classId: undefined },
      }),
    ).toBe('https://api.example/timetable/2026-11-23?pupilId=per_abcdefgh');
    expect(addressOf('https://api.example', identityOperations.readProfileChoice, { path: { ticket: '../a b' } })).toBe(
      'https://api.example/auth/profiles/..%2Fa%20b',
    );
  });

  it('sends the token of the user and nothing else, and no body with a read', async () => {
    const { door, sent } = doorAnswering(() => Response.json({ date: '2026-11-23', lessons: [] }));
    const answer = await callApi(door, timetableOperations.readDay, readDay, 'token');
    expect(answer).toEqual({ ok: true, output: { date: '2026-11-23', lessons: [] } });
    expect(sent[0]?.init.headers).toEqual({ accept: 'application/json', authorization: 'Bearer token' });
    expect(sent[0]?.init.body).toBeUndefined();
  });

  it('tells a refusal with its code, its French sentence and its details', async () => {
    const { door } = doorAnswering(
      problem(409, {
        type: '/problemes/x',
        status: 409,
        code: 'attendance.register-closed',
        title: 'L’appel de ce cours est clos.',
        correlationId: 'c1',
        details: { closesAt: 'x' },
      }),
    );
    const answer = await callApi(door, timetableOperations.readDay, readDay, 'token');
    expect(answer).toEqual({
      ok: false,
      refusal: {
        status: 409,
        code: 'attendance.register-closed',
        title: 'L’appel de ce cours est clos.',
        correlationId: 'c1',
        details: { closesAt: 'x' },
      },
    });
  });

  it.each([
    [401, 'kernel.signed-out'],
    [429, 'kernel.busy'],
    [503, 'kernel.busy'],
    [502, 'kernel.unexpected'],
  ])('gives a French sentence to a bare %i of the gateway', async (status, code) => {
    const { door } = doorAnswering(() => new Response('{"message":"x"}', { status }));
    const answer = await callApi(door, timetableOperations.readDay, readDay, undefined);
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(answer.refusal).toMatchObject({ status, code, title: expect.stringMatching(/\.$/u) });
  });

  it('says that the service is busy when nobody answers', async () => {
    const { door } = doorAnswering(() => Promise.reject(new TypeError('fetch failed')));
    const answer = await callApi(door, timetableOperations.readDay, readDay, undefined);
    expect(answer).toMatchObject({ ok: false, refusal: { status: 503, code: 'kernel.busy' } });
  });

  it('takes an HTML page for a failure even when its status is 200', async () => {
    const { door } = doorAnswering(() => new Response('<html></html>', { status: 200 }));
    expect(await callApi(door, timetableOperations.readDay, readDay, undefined)).toMatchObject({ ok: false });
  });

  it('reads where a file is without going there', async () => {
    const { door, sent } = doorAnswering(() => new Response(null, { status: 303, headers: { location: 'https://files.example/x' } }));
    const path = { absenceId: 'abs_abcdefgh', fileId: 'fil_abcdefgh' } as const;
    const answer = await callApi(
      door,
      attendanceOperations.readFile,
      { path: attendanceOperations.readFile.input.path.parse(path) },
      'token',
    );
    expect(answer).toEqual({ ok: true, output: { location: 'https://files.example/x' } });
    expect(sent[0]?.init.redirect).toBe('manual');
  });
});
