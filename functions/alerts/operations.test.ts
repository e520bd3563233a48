import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { anActor } from '@preau/shared/directory/actors.testing.ts';
import type { Actor, StaffFunction } from '@preau/shared/directory/schema.ts';
import { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { describe, expect, it } from 'vitest';
import { apiHandler } from '../runtime/api.ts';
import { operations } from './operations.ts';
import { aRecipient, aWorld, FATHER, LEA, MOTHER, SCHOOL } from './world.testing.ts';

const staff = (functions: StaffFunction[], schoolId = SCHOOL): Actor =>
  anActor({ posts: [{ schoolId, schoolName: '', functions, classIds: [], groupIds: [], principalOf: [] }] });
const guardian = (personId: PersonId, informed = true): Actor =>
  anActor({
    personId,
    kind: 'guardian',
    children: [
      {
        pupilId: LEA,
        firstName: 'Léa',
        lastName: 'Martin',
        schoolId: SCHOOL,
        schoolName: '',
        groupIds: [],
        relationship: 'mother',
        rights: { informed, decides: informed, contact: true, payer: false },
      },
    ],
  });

const head = staff(['DIR']);
const cpe = staff(['CPE']);
const supervisor = staff(['AED']);
const teacher = staff(['ENS']);
const stranger = staff(['DIR', 'CPE'], SchoolId.parse('sch_elsewhere'));

const father = aRecipient({ personId: FATHER, email: 'father@example.org', relationship: 'father' });

/** Calls an operation as API Gateway does, on the school in memory. */
const asked = (school: ReturnType<typeof aWorld>) => {
  const { store, reminders, directory, now } = school.services;
  return async (
    actor: Actor,
    operation: (typeof alertsOperations)[keyof typeof alertsOperations],
    {
      path = { schoolId: SCHOOL },
      query = {},
      body,
    }: { path?: Record<string, string>; query?: Record<string, string>; body?: unknown } = {},
  ) => {
    const findActor = async () => actor;
    const handler = apiHandler(operations, { store, reminders, directory, now, findActor }, findActor);
    const event = {
      routeKey: `${operation.method} ${operation.path}`,
      rawPath: '',
      headers: { 'content-type': 'application/json' },
      pathParameters: path,
      queryStringParameters: query,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      requestContext: {
        requestId: 'r',
        http: { method: operation.method, path: '' },
        authorizer: { jwt: { claims: { token_use: 'access', username: 'per_someone', auth_time: '1' } } },
      },
    };
    const response = await handler(event, {} as never);
    return { status: response.statusCode, body: JSON.parse(response.body) };
  };
};

/** Forty pupils absent in the same ten minutes, two guardians each. */
const aBurst = async (school: ReturnType<typeof aWorld>, pupils = 40) => {
  for (let index = 0; index < pupils; index += 1)
    await school.observe({ pupilId: PersonId.parse(`per_pupil${String(index).padStart(4, '0')}`) });
};
const states = (school: ReturnType<typeof aWorld>) => Object.groupBy(school.deliveries(), ({ state }) => state);

describe('families not reached', () => {
  it('are listed to the office with why and what to do', async () => {
    const { email: _email, mobile: _mobile, ...unreachable } = aRecipient();
    const school = aWorld({ recipients: [unreachable] });
    await school.observe();
    const { status, body } = await asked(school)(supervisor, alertsOperations.listUnreached);
    expect(status).toBe(200);
    expect(body.date).toBe('2026-11-23');
    expect(body.families).toMatchObject([
      {
        firstName: 'Léa',
        lastName: 'Martin',
        className: '4e B',
        relationship: 'mother',
        why: 'noAddress',
        explanation: 'Aucune adresse de courriel ni aucun numéro de mobile n’est connu.',
        advice: 'Appelez la famille, puis faites ajouter ses coordonnées au secrétariat.',
      },
    ]);
  });

  it.each([
    ['a teacher', teacher],
    ['the head of another school', stranger],
    ['a guardian', guardian(MOTHER)],
    ['an operator', anActor({ operator: true })],
  ])('are hidden from %s', async (_who, actor) => {
    expect((await asked(aWorld())(actor, alertsOperations.listUnreached)).status).toBe(404);
  });
});

describe('what was sent about a pupil', () => {
  const read = (school: ReturnType<typeof aWorld>, actor: Actor) =>
    asked(school)(actor, alertsOperations.listDeliveries, { path: { pupilId: LEA } });

  it('is read whole by the office, and by each guardian for himself only', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await school.observe();
    school.pass(5);
    await school.work();
    expect((await read(school, cpe)).body.deliveries).toHaveLength(2);
    const mine = (await read(school, guardian(MOTHER))).body.deliveries;
    expect(mine).toMatchObject([{ guardianId: MOTHER, channel: 'email', state: 'sent', explanation: 'Le courriel est parti.' }]);
    expect(mine[0].history.map(({ state }: { state: string }) => state)).toEqual(['created', 'leased', 'sent']);
  });

  it('never shows an address', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await school.observe();
    expect(JSON.stringify((await read(school, cpe)).body)).not.toMatch(/example\.org|\+33/);
  });

  it.each([
    ['a guardian without the right to be informed', guardian(MOTHER, false)],
    ['a teacher', teacher],
    ['the office of another school', stranger],
  ])('is hidden from %s', async (_who, actor) => {
    expect((await read(aWorld(), actor)).status).toBe(404);
  });
});

describe('an unusual burst', () => {
  it('is held beyond the habit, and told to the office in words', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await aBurst(school);
    expect([states(school).created?.length, states(school).held?.length]).toEqual([60, 20]);
    const { body } = await asked(school)(cpe, alertsOperations.listHolds);
    expect(body.holds).toMatchObject([{ status: 'open', waiting: 20, warning: '20 destinataires, l’habitude à cette heure est 0.' }]);
  });

  it('is released by typing its count, then leaves, and the guard lets the school through', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await aBurst(school);
    const [hold] = (await asked(school)(cpe, alertsOperations.listHolds)).body.holds;
    const path = { schoolId: SCHOOL, holdId: hold.holdId };
    const decide = (actor: Actor, typedCount: number) =>
      asked(school)(actor, alertsOperations.decideHold, { path, body: { decision: 'release', typedCount, reason: 'Grève des bus' } });

    expect((await decide(supervisor, 20)).status).toBe(404);
    expect((await decide(cpe, 19)).body).toMatchObject({ code: 'alerts.count-differs', details: { waiting: 20 } });
    expect((await decide(cpe, 20)).body).toMatchObject({ status: 'releasing', decidedByName: 'Anne Durand' });
    expect((await decide(cpe, 20)).body.code).toBe('alerts.hold-decided');

    for (let minute = 0; minute < 5; minute += 1) {
      await school.sweep();
      school.pass(60);
      await school.work();
    }
    expect(states(school).sent).toHaveLength(80);
    expect((await asked(school)(cpe, alertsOperations.listHolds)).body.holds).toMatchObject([{ status: 'released', waiting: 0 }]);
    await school.observe({ revision: 9, pupilId: PersonId.parse('per_latecomer') });
    expect(states(school).held).toBeUndefined();
  });

  it('is cancelled for good when the office says so', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await aBurst(school);
    const [hold] = (await asked(school)(head, alertsOperations.listHolds)).body.holds;
    const path = { schoolId: SCHOOL, holdId: hold.holdId };
    await asked(school)(head, alertsOperations.decideHold, {
      path,
      body: { decision: 'cancel', typedCount: 20, reason: 'Erreur de saisie' },
    });
    await school.sweep();
    expect(states(school).cancelled).toHaveLength(20);
    // Nobody of them was told: the office's list of the day says so.
    const { body } = await asked(school)(cpe, alertsOperations.listUnreached);
    expect(body).toEqual({ date: '2026-11-23', families: [], cancelled: 20 });
  });

  it('is no burst for a school whose mornings are like that', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-18']) await school.store.countAlerts(SCHOOL, `${day}T08:2`, 70);
    await aBurst(school);
    expect(states(school).held).toBeUndefined();
  });

  it('never keeps back a correction of what was wrongly told', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await school.observe();
    school.pass(5);
    await school.work();
    await aBurst(school);
    await school.correct();
    expect(
      school
        .deliveries()
        .filter(({ kind }) => kind === 'nowPresent')
        .map(({ state }) => state),
    ).toEqual(['created', 'created']);
  });
});

describe('the head’s switch', () => {
  const set = (school: ReturnType<typeof aWorld>, actor: Actor, sending: boolean) =>
    asked(school)(actor, alertsOperations.setSwitch, { body: { sending, reason: 'Essai des sirènes' } });

  it('stops what is new and what was already waiting, and resuming sends it', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await school.observe();
    expect((await set(school, head, false)).body).toMatchObject({ sending: false, reason: 'Essai des sirènes', byName: 'Anne Durand' });
    await school.observe({ pupilId: PersonId.parse('per_another') });
    school.pass(5);
    await school.work();
    expect(school.world.sent).toEqual([]);
    expect(states(school).held).toHaveLength(4);

    expect((await set(school, head, true)).body.sending).toBe(true);
    await school.sweep();
    school.pass(150);
    await school.work();
    expect(school.world.sent).toHaveLength(4);
    expect((await asked(school)(cpe, alertsOperations.readSwitch)).body).toMatchObject({ sending: true });
  });

  it('is the head’s alone, and the same order twice changes nothing', async () => {
    const school = aWorld();
    expect((await set(school, cpe, false)).status).toBe(404);
    expect((await set(school, stranger, false)).status).toBe(404);
    await set(school, head, false);
    await set(school, head, false);
    expect(await school.store.listHolds(SCHOOL)).toHaveLength(1);
  });

  it('governs the undo window', async () => {
    const school = aWorld();
    const body = { alertHoldSeconds: 600 };
    expect((await asked(school)(head, alertsOperations.changeSettings, { body })).body.settings).toEqual(body);
    expect((await asked(school)(cpe, alertsOperations.changeSettings, { body })).status).toBe(404);
    await school.observe();
    expect(school.deliveries()[0]?.dueAt).toBe('2026-11-23T07:30:00.000Z');
  });
});
