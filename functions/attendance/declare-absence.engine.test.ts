import { describe, expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { freshTable } from '../testing/tables.ts';
import { OTHER_OFFICE, withAbsence } from './absence.testing.ts';
import { at, CPE, LEA, lessonIdAt, MOTHER, MULLER, SCHMITT, TODAY, worldOn } from './world.testing.ts';

const aWorld = async () => worldOn(await freshTable(attendanceTable));
const absence = async () => withAbsence(await aWorld());

describe('declaring', () => {
  const body = { date: TODAY, from: '09:00', until: '12:00', kind: 'absence', reason: 'medicalAppointment', requestId: 'declaration' };

  it('tells teachers not to expect the pupil, and asks the family for nothing when the office knows why', async () => {
    const world = await absence();
    const declared = await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body });
    expect(declared.body).toMatchObject({ declarations: [{ from: '09:00', until: '12:00', byName: 'cpe Keller' }] });
    expect(await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body })).toEqual(declared);
    world.setClock(at('09:00'));
    const register = await world.call(MULLER, 'readRegister', { path: { lessonId: lessonIdAt('09:00') } });
    expect(register.body.pupils.map((one) => [one.firstName, one.notExpected])).toEqual([
      ['Léa', 'declared'],
      ['Max', undefined],
      ['Tom', undefined],
      ['Zoé', undefined],
    ]);
    expect(JSON.stringify(register.body)).not.toContain('medicalAppointment');
    expect(declared.body.intervals).toMatchObject([
      { from: '08:00', treatment: 'toJustify' },
      { from: '09:00', treatment: 'justified' },
    ]);
  });

  it('marks as not expected whoever was absent at the previous hour, and forgets it once he has come back', async () => {
    const world = await absence();
    const notExpected = async (start: '09:00' | '10:15', actor: typeof CPE) => {
      const { body: register } = await world.call(actor, 'readRegister', { path: { lessonId: lessonIdAt(start) } });
      return register.pupils.find((one) => one.pupilId === LEA.pupilId)?.notExpected;
    };
    expect(await notExpected('09:00', MULLER)).toBe('absentBefore');
    expect(await notExpected('10:15', SCHMITT)).toBeUndefined();
  });

  it('takes other hours sent under the same key for another absence, which a page shown again may do', async () => {
    const world = await absence();
    const declare = (hours: { readonly from: string; readonly until: string }) =>
      world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body: { ...body, ...hours } });
    await declare({ from: '09:00', until: '10:00' });
    const { body: day } = await declare({ from: '14:00', until: '16:00' });
    expect(day.declarations.map(({ from, until }) => [from, until])).toEqual([
      ['09:00', '10:00'],
      ['14:00', '16:00'],
    ]);
  });

  it.each(['2025-11-24', '2062-11-24'])('refuses %s, which is in another school year', async (date) => {
    const world = await absence();
    const answer = await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body: { ...body, date } });
    expect(answer.body.code).toBe('attendance.date-outside-year');
  });

  it('leaves a day to the school that keeps it, once the pupil has moved to another', async () => {
    const world = await absence();
    const [before] = await world.store.listDays(LEA.pupilId, TODAY, TODAY);
    const [{ schoolId } = { schoolId: LEA.schoolId }] = OTHER_OFFICE.posts;
    world.pupils.set(LEA.pupilId, { ...LEA, schoolId });
    const answer = await world.call(OTHER_OFFICE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body });
    expect([answer.status, answer.body.code, answer.body.declarations]).toEqual([409, 'attendance.day-of-other-school', undefined]);
    expect(await world.store.listDays(LEA.pupilId, TODAY, TODAY)).toEqual([before]);
    const later = await world.call(OTHER_OFFICE, 'declareAbsence', {
      path: { pupilId: LEA.pupilId },
      body: { ...body, date: '2026-11-24' },
    });
    expect(later.body).toMatchObject({ declarations: [{ from: '09:00' }] });
  });

  it('refuses reversed hours, and is the office’s alone', async () => {
    const world = await aWorld();
    const reversed = await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body: { ...body, until: '09:00' } });
    expect(reversed.body.code).toBe('attendance.hours-reversed');
    for (const actor of [SCHMITT, MOTHER, OTHER_OFFICE]) {
      expect((await world.call(actor, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body })).status).toBe(404);
    }
  });
});
