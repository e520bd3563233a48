import { describe, expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { freshTable } from '../testing/tables.ts';
import { answer, path, OTHER_OFFICE, withAbsence } from './absence.testing.ts';
import { at, CPE, FATHER, LEA, MOTHER, pupilActor, SCHMITT, SCHOOL, staff, worldOn } from './world.testing.ts';

const aWorld = async () => worldOn(await freshTable(attendanceTable));
const absence = async () => withAbsence(await aWorld());

describe('deciding', () => {
  const decided = async () => {
    const world = await absence();
    const { body } = await world.call(MOTHER, 'justifyAbsence', { path, body: answer() });
    const decisionPath = { ...path, justificationId: body.justifications[0]?.justificationId ?? '' };
    const decide = (actor: typeof CPE, outcome: string, reason?: string) =>
      world.call(actor, 'decideJustification', { path: decisionPath, body: { outcome, ...(reason === undefined ? {} : { reason }) } });
    return { ...world, decide };
  };

  it('accepts: the day is justified, the queue is empty, both guardians read it', async () => {
    const world = await decided();
    const { body } = await world.decide(CPE, 'accept');
    expect(body).toMatchObject({ status: 'justified', justifications: [{ decision: { accepted: true, decidedByName: 'cpe Keller' } }] });
    expect((await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL } })).body.days).toEqual([]);
    const father = await world.call(FATHER, 'readDay', { path });
    expect(father.body.status).toBe('justified');
    expect(JSON.stringify(father.body)).not.toContain('cpe Keller');
    expect(world.events.at(-1)).toMatchObject({ type: 'attendance.justification-decided', data: { accepted: true, firstName: 'Léa' } });
  });

  it('refuses with a reason that the family reads, never without', async () => {
    const world = await decided();
    expect((await world.decide(CPE, 'refuse')).body.code).toBe('attendance.reason-required');
    expect((await world.decide(CPE, 'refuse', '  ')).body.code).toBe('attendance.reason-required');
    await world.decide(CPE, 'refuse', 'Certificat illisible');
    expect((await world.call(FATHER, 'readDay', { path })).body).toMatchObject({
      status: 'refused',
      justifications: [{ decision: { accepted: false, reason: 'Certificat illisible' } }],
    });
  });

  it('gives a refused absence back to both guardians, until one of them has answered again', async () => {
    const world = await decided();
    const listed = async () => [await world.store.listOpenDays(MOTHER.personId), await world.store.listOpenDays(FATHER.personId)];
    expect(await listed()).toEqual([[], []]);
    await world.decide(CPE, 'refuse', 'Certificat illisible');
    const row = { from: '08:00', until: '09:00', refused: true };
    expect(await listed()).toMatchObject([[row], [row]]);
    await world.call(FATHER, 'justifyAbsence', { path, body: answer() });
    expect(await listed()).toEqual([[], []]);
  });

  it('lets the family answer again after a refusal', async () => {
    const world = await decided();
    await world.decide(CPE, 'refuse', 'Certificat illisible');
    expect((await world.call(FATHER, 'justifyAbsence', { path, body: answer() })).body).toMatchObject({
      status: 'toDecide',
      justifications: [{}, {}],
    });
  });

  it('changes only once reopened, and keeps what had been decided', async () => {
    const world = await decided();
    await world.decide(CPE, 'refuse', 'Certificat illisible');
    const other = staff('head', ['DIR']);
    expect((await world.decide(other, 'accept')).body).toMatchObject({
      code: 'attendance.already-decided',
      details: { accepted: false, decidedByName: 'cpe Keller' },
    });
    expect((await world.decide(other, 'reopen')).body.status).toBe('toDecide');
    expect((await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL } })).body.days).toHaveLength(1);
    const { body } = await world.decide(other, 'accept');
    expect(body).toMatchObject({
      status: 'justified',
      justifications: [
        {
          decision: { accepted: true, decidedByName: 'head Keller' },
          formerDecisions: [{ accepted: false, reason: 'Certificat illisible', decidedByName: 'cpe Keller', reopenedAt: at('08:05') }],
        },
      ],
    });
    expect(world.events.filter((event) => event.type === 'attendance.justification-decided').map((event) => event.id)).toHaveLength(2);
  });

  it('says the same twice to the same person', async () => {
    const world = await decided();
    expect(await world.decide(CPE, 'accept')).toEqual(await world.decide(CPE, 'accept'));
  });

  it('is the office’s alone', async () => {
    const world = await decided();
    for (const actor of [MOTHER, SCHMITT, OTHER_OFFICE, pupilActor(LEA)]) expect((await world.decide(actor, 'accept')).status).toBe(404);
  });
});

describe('the office’s queue', () => {
  it('is read page by page, those that have waited longest first', async () => {
    const world = await aWorld();
    for (let index = 0; index < 30; index += 1) {
      const waitingSince = `2026-11-${String(1 + (index % 28)).padStart(2, '0')}T08:00:0${index < 28 ? 0 : 1}.000Z`;
      const day = String(1 + index).padStart(2, '0');
      await world.store.putDay(
        {
          absenceId: `abs_x` as never,
          pupilId: LEA.pupilId,
          firstName: 'Léa',
          lastName: 'K',
          schoolId: SCHOOL,
          date: `2026-12-${day}`,
          observations: {},
          declarations: [],
          justifications: [],
          status: 'toDecide',
          waitingSince,
          revision: 1,
        },
        undefined,
        [],
      );
    }
    const first = await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL } });
    const second = await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL }, query: { after: first.body.next ?? '' } });
    expect([first.body.days.length, second.body.days.length, second.body.next]).toEqual([25, 5, undefined]);
    expect(new Set([...first.body.days, ...second.body.days].map((day) => day.date)).size).toBe(30);
    expect(first.body.days[0]?.date).toBe('2026-12-01');
  });
});
