import { describe, expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import {
  absent,
  at,
  CPE,
  late,
  LEA,
  lessonIdAt,
  MOTHER,
  MULLER,
  SCHMITT,
  SCHOOL,
  staff,
  TOM,
  unknownLesson,
  ZOE,
  worldOn,
} from './world.testing.ts';
import { freshTable } from '../testing/tables.ts';
import { SchoolId } from '@preau/shared/kernel/ids.ts';

const aWorld = async () => worldOn(await freshTable(attendanceTable));

describe('taking a register', () => {
  it('records an empty roll as proof that it was called', async () => {
    const world = await aWorld();
    const { status, body } = await world.take(SCHMITT, '08:00');
    expect(status).toBe(200);
    expect(body.current).toMatchObject({
      version: 1,
      called: 4,
      absent: 0,
      late: 0,
      mine: true,
      takenByName: 'Mme schmitt',
      role: 'teacher',
      takenAt: at('08:05'),
    });
    expect((await world.call(SCHMITT, 'readRegister', { path: { lessonId: lessonIdAt('08:00') } })).body.current?.version).toBe(1);
  });

  it('answers the same to the same submit sent twice, and records it once', async () => {
    const world = await aWorld();
    const first = await world.take(SCHMITT, '08:00', [absent(LEA)]);
    world.setClock(at('08:06'));
    const second = await world.take(SCHMITT, '08:00', [absent(LEA)]);
    expect(second).toEqual(first);
    expect(world.events).toHaveLength(1);
  });

  it('answers the same to a replay even after others have corrected it and the window has closed', async () => {
    const world = await aWorld();
    const first = await world.take(SCHMITT, '08:00', [absent(LEA)]);
    world.setClock(at('18:00'));
    expect((await world.take(CPE, '08:00', [], { baseVersion: 1 })).status).toBe(200);
    expect((await world.take(SCHMITT, '08:00', [absent(LEA)])).body).toEqual(first.body);
  });

  it('tells the second of two people who called the same roll what the first one recorded', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    const { status, body } = await world.take(CPE, '08:00', [late(LEA)]);
    expect(status).toBe(409);
    expect(body.code).toBe('attendance.register-taken-meanwhile');
    expect(body.details?.['current']).toMatchObject({
      version: 1,
      takenByName: 'Mme schmitt',
      takenAt: at('08:05'),
      mine: false,
      marks: [absent(LEA)],
    });
  });

  it('lets exactly one of twenty simultaneous submits be the first version', async () => {
    const world = await aWorld();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        world.take(index % 2 === 0 ? SCHMITT : CPE, '08:00', [late(index % 3 === 0 ? LEA : TOM, index + 1)], {
          requestId: `race-number-${index}`,
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'attendance.register-taken-meanwhile')).toHaveLength(19);
    expect(world.events).toHaveLength(1);
  });

  it('refuses the replay of an old base version', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.take(SCHMITT, '08:00', [], { baseVersion: 1, requestId: 'second-version' });
    const stale = await world.take(SCHMITT, '08:00', [absent(TOM)], { baseVersion: 1, requestId: 'third-version' });
    expect(stale.body).toMatchObject({ code: 'attendance.register-taken-meanwhile', details: { current: { version: 2 } } });
    expect((await world.take(SCHMITT, '08:00', [late(TOM)], { baseVersion: 7, requestId: 'from-the-future' })).status).toBe(409);
  });

  it('takes the same said again by the same person, from a page shown again by Back, for what it is', async () => {
    const world = await aWorld();
    const first = await world.take(SCHMITT, '08:00', [absent(LEA)]);
    expect(await world.take(SCHMITT, '08:00', [absent(LEA)], { requestId: 'another-request' })).toEqual(first);
    expect(await world.take(SCHMITT, '08:00', [absent(LEA)], { baseVersion: 1, requestId: 'saved-unchanged' })).toEqual(first);
    expect(world.events).toHaveLength(1);
    expect((await world.take(CPE, '08:00', [absent(LEA)], { baseVersion: 1 })).body).toMatchObject({ current: { version: 2 } });
  });

  it('keeps every version with its author: a correction overwrites nothing', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA), late(TOM, 5)]);
    world.setClock(at('11:00'));
    await world.take(CPE, '08:00', [late(LEA, 20), late(TOM, 5)], { baseVersion: 1 });
    const { body } = await world.call(SCHMITT, 'readRegister', { path: { lessonId: lessonIdAt('08:00') } });
    expect(body.history).toMatchObject([
      { version: 2, role: 'office', takenByName: 'cpe Keller', marks: [late(LEA, 20), late(TOM, 5)] },
      { version: 1, role: 'teacher', takenByName: 'Mme schmitt', marks: [absent(LEA), late(TOM, 5)] },
    ]);
    expect(world.events.at(-1)?.data).toMatchObject({
      version: 2,
      role: 'office',
      changes: [{ pupilId: LEA.pupilId, before: absent(LEA), after: late(LEA, 20) }],
    });
  });
});

describe('the window, by the server’s clock', () => {
  it('opens ten minutes before the lesson, for the office too', async () => {
    const world = await aWorld();
    world.setClock('2026-11-23T06:49:59.000Z');
    expect((await world.take(SCHMITT, '08:00')).body).toMatchObject({
      code: 'attendance.register-not-open',
      details: { opensAt: at('07:50') },
    });
    expect((await world.take(CPE, '08:00')).body.code).toBe('attendance.register-not-open');
    world.setClock(at('07:50'));
    expect((await world.take(SCHMITT, '08:00')).status).toBe(200);
  });

  it('lets a forgotten roll be called until the end of the school day, then sends the teacher to the office', async () => {
    const world = await aWorld();
    world.setClock('2026-11-23T23:00:00.000Z');
    expect((await world.take(SCHMITT, '08:00')).body.code).toBe('attendance.register-closed');
    world.setClock('2026-11-23T22:59:59.000Z');
    expect((await world.take(SCHMITT, '08:00')).status).toBe(200);
  });

  it('lets a teacher correct until half an hour after the lesson, and the office always', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00');
    world.setClock(at('09:29'));
    expect((await world.take(SCHMITT, '08:00', [absent(LEA)], { baseVersion: 1, requestId: 'correction-1' })).status).toBe(200);
    world.setClock(at('09:30'));
    const closed = await world.take(SCHMITT, '08:00', [], { baseVersion: 2, requestId: 'correction-2' });
    expect(closed.body).toMatchObject({ code: 'attendance.register-closed', title: expect.stringContaining('Appelez la vie scolaire') });
    world.setClock(at('09:00', '2026-12-18'));
    expect((await world.take(CPE, '08:00', [], { baseVersion: 2 })).status).toBe(200);
  });

  it('never lets a teacher write over the office', async () => {
    const world = await aWorld();
    await world.take(CPE, '08:00', [absent(LEA)]);
    expect((await world.take(SCHMITT, '08:00', [], { baseVersion: 1 })).body.code).toBe('attendance.register-office-only');
  });
});

describe('who is called', () => {
  it('refuses a pupil who has left the class without naming anybody, and records nothing', async () => {
    const world = await aWorld();
    world.roster.splice(0, 1);
    const { status, body } = await world.take(SCHMITT, '08:00', [absent(LEA)], { called: [LEA, TOM, ZOE].map((one) => one.pupilId) });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'attendance.pupil-not-in-roster', details: { pupilIds: [LEA.pupilId] } });
    expect(JSON.stringify(body)).not.toContain('Léa');
    expect(world.events).toEqual([]);
  });

  it('never takes for present a pupil who joined after the page was opened', async () => {
    const world = await aWorld();
    const called = world.roster.filter((one) => one !== ZOE).map((one) => one.pupilId);
    const { status, body } = await world.take(SCHMITT, '08:00', [], { called });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'attendance.roster-changed', details: { joined: [{ pupilId: ZOE.pupilId, firstName: 'Zoé' }] } });
  });

  it('keeps the mark of a pupil who left the class after having been called', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    world.roster.splice(0, 1);
    const { body } = await world.take(SCHMITT, '08:00', [late(TOM)], { baseVersion: 1, requestId: 'correction' });
    expect(body.current.marks).toEqual([late(TOM), absent(LEA)]);
    expect(world.events.at(-1)?.data).toMatchObject({ changes: [{ pupilId: TOM.pupilId, after: late(TOM) }] });
  });

  it.each([
    ['a colleague of the same class', MULLER],
    ['the office of another school', staff('other', ['CPE'], SchoolId.parse('sch_other0'))],
    ['a guardian', MOTHER],
    ['an operator', { ...staff('operator', []), operator: true, posts: [] }],
  ])('answers %s as if the lesson did not exist', async (_who, actor) => {
    const world = await aWorld();
    const path = { lessonId: lessonIdAt('08:00') };
    const forbidden = await world.call(actor, 'readRegister', { path });
    const unknown = await world.call(actor, 'readRegister', { path: { lessonId: unknownLesson } });
    expect(forbidden).toEqual(unknown);
    expect(forbidden.status).toBe(404);
    expect((await world.take(actor, '08:00')).status).toBe(404);
  });

  it('refuses two marks for one pupil, minutes out of range and unknown keys', async () => {
    const world = await aWorld();
    expect((await world.take(SCHMITT, '08:00', [absent(LEA), late(LEA)])).status).toBe(400);
    expect((await world.take(SCHMITT, '08:00', [late(LEA, 0)])).status).toBe(400);
    expect((await world.take(SCHMITT, '08:00', [{ ...absent(LEA), comment: 'malade' }])).status).toBe(400);
  });
});

describe('the office’s live view', () => {
  it('tells what is done, late, missing and not yet, with teacher and class', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA), late(TOM)]);
    world.setClock(at('10:25'));
    const { body } = await world.call(CPE, 'listRegisters', { path: { schoolId: SCHOOL } });
    expect(body.registers).toMatchObject([
      {
        start: '08:00',
        progress: 'done',
        absent: 1,
        late: 1,
        called: 4,
        audience: ['3A'],
        teachers: ['Mme schmitt'],
        takenByName: 'Mme schmitt',
      },
      { start: '09:00', progress: 'missing', teachers: ['Mme muller'] },
      { start: '10:15', progress: 'late' },
      { start: '14:00', progress: 'notYet' },
    ]);
    expect(body.counts).toEqual({ done: 1, missing: 1, late: 1, expected: 0, notYet: 1 });
    const now = await world.call(CPE, 'listRegisters', { path: { schoolId: SCHOOL }, query: { time: '08:55' } });
    expect(now.body.registers.map((row) => row.start)).toEqual(['08:00', '09:00']);
  });

  it('is hidden from teachers and from other schools', async () => {
    const world = await aWorld();
    expect((await world.call(SCHMITT, 'listRegisters', { path: { schoolId: SCHOOL } })).status).toBe(404);
    expect(
      (await world.call(staff('other', ['CPE'], SchoolId.parse('sch_other0')), 'listRegisters', { path: { schoolId: SCHOOL } })).status,
    ).toBe(404);
  });
});
