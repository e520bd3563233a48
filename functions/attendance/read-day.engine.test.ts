import { describe, expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { freshTable } from '../testing/tables.ts';
import { ABSENCE, answer, path, OTHER_OFFICE, UNINFORMED, INFORMED_ONLY, withAbsence } from './absence.testing.ts';
import {
  absent,
  actorNamed,
  CPE,
  FATHER,
  guardian,
  LEA,
  MAX,
  MOTHER,
  NO_RIGHT,
  pupilActor,
  SCHMITT,
  TOM,
  worldOn,
} from './world.testing.ts';

const aWorld = async () => worldOn(await freshTable(attendanceTable));
const absence = async () => withAbsence(await aWorld());

describe('who reads an absence', () => {
  it.each([
    ['a guardian without the right to be informed', UNINFORMED],
    ['the guardian of another pupil', guardian('stranger', TOM)],
    ['a teacher of the pupil', SCHMITT],
    ['another pupil', pupilActor(TOM)],
    ['the office of another school', OTHER_OFFICE],
    ['an operator', actorNamed('operator', { kind: 'operator', operator: true })],
  ])('is not %s: the answer is that of an absence that does not exist', async (_who, actor) => {
    const world = await absence();
    const unknown = await world.call(actor, 'readDay', { path: { absenceId: 'abs_nobody-20261123' } });
    expect(unknown.status).toBe(404);
    expect(await world.call(actor, 'readDay', { path })).toEqual(unknown);
    expect(await world.call(actor, 'listDays', { path: { pupilId: LEA.pupilId } })).toEqual(unknown);
    expect(await world.call(actor, 'justifyAbsence', { path, body: answer() })).toEqual(unknown);
    expect(await world.call(actor, 'prepareFile', { path, body: {} })).toEqual(unknown);
  });

  it('is both guardians, who read the same', async () => {
    const world = await absence();
    await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ comment: 'Fièvre' }) });
    const [mother, father] = await Promise.all([MOTHER, FATHER].map((actor) => world.call(actor, 'readDay', { path })));
    const mine = (body: { readonly justifications: readonly { readonly mine: boolean }[] } | undefined, value: boolean) => ({
      ...body,
      justifications: body?.justifications.map((one) => ({ ...one, mine: value })),
    });
    expect(mine(father?.body, false)).toEqual(mine(mother?.body, false));
    expect(father?.body.justifications).toMatchObject([{ byRole: 'mother', mine: false, comment: 'Fièvre' }]);
    expect(JSON.stringify(father?.body)).not.toContain(MOTHER.personId);
    expect(JSON.stringify(father?.body)).not.toContain('mother Keller');
  });

  it('is the pupil himself, who may not answer for himself as a minor', async () => {
    const world = await absence();
    expect((await world.call(pupilActor(LEA), 'readDay', { path })).body.mayJustify).toBe(false);
    expect((await world.call(pupilActor(LEA), 'justifyAbsence', { path, body: answer() })).status).toBe(404);
  });

  it('is a guardian who is informed without deciding, who may not answer', async () => {
    const world = await absence();
    expect((await world.call(INFORMED_ONLY, 'readDay', { path })).body).toMatchObject({ status: 'toJustify', mayJustify: false });
    expect((await world.call(INFORMED_ONLY, 'justifyAbsence', { path, body: answer() })).status).toBe(404);
  });

  it('is the adult pupil, who answers for himself, and no parent once he has objected', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(MAX)]);
    await world.deliver();
    const his = { absenceId: `abs_${MAX.pupilId.slice(4)}-20261123` };
    const parent = guardian('maxsmother', MAX, 'mother', NO_RIGHT);
    expect((await world.call(parent, 'readDay', { path: his })).status).toBe(404);
    expect((await world.call(parent, 'listDays', { path: { pupilId: MAX.pupilId } })).status).toBe(404);
    const { body } = await world.call(pupilActor(MAX, true), 'justifyAbsence', { path: his, body: answer() });
    expect(body).toMatchObject({ status: 'toDecide', justifications: [{ byRole: 'self', mine: true }] });
    expect(await world.store.listOpenDays(MAX.pupilId)).toEqual([]);
  });
});

describe('a month of absences', () => {
  it('counts half-days, and shows its threshold to the office alone', async () => {
    const world = await absence();
    const list = (actor: typeof CPE, month?: string) =>
      world.call(actor, 'listDays', { path: { pupilId: LEA.pupilId }, ...(month === undefined ? {} : { query: { month } }) });
    expect((await list(MOTHER)).body).toMatchObject({
      firstName: 'Léa',
      days: [{ absenceId: ABSENCE }],
      halfDays: { month: '2026-11', total: 1, unjustified: 1 },
    });
    expect((await list(MOTHER)).body.halfDays.threshold).toBeUndefined();
    expect((await list(CPE)).body.halfDays.threshold).toBe('none');
    expect((await list(MOTHER, '2026-10')).body.days).toEqual([]);
  });
});
