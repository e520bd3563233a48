import { describe, expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { freshTable } from '../testing/tables.ts';
import { refoldLesson } from './refold-lesson.ts';
import { absent, at, CPE, late, LEA, lessonIdAt, MOTHER, MULLER, SCHMITT, SCHOOL, TODAY, TOM, worldOn } from './world.testing.ts';

const aWorld = async () => worldOn(await freshTable(attendanceTable));
const CANCELLED = { kind: 'cancelled', reason: 'meeting' } as const;

/** Léa absent and Tom late at 08:00, their families told. */
const afterRollCall = async () => {
  const world = await aWorld();
  await world.take(SCHMITT, '08:00', [absent(LEA), late(TOM)]);
  await world.deliver();
  return world;
};

describe('a lesson cancelled after its roll call', () => {
  it('was missed by nobody: the day has nothing to justify any more, and the families get the correction', async () => {
    const world = await afterRollCall();
    expect(await world.store.listOpenDays(MOTHER.personId)).toHaveLength(1);

    await world.change('08:00', CANCELLED);

    const day = await world.store.findDay(LEA.pupilId, TODAY);
    expect(day?.status).toBe('nothing');
    expect(day?.observations[lessonIdAt('08:00')]?.kind).toBe('notHeld');
    expect(await world.store.listOpenDays(MOTHER.personId)).toEqual([]);
    expect(world.told().slice(2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'attendance.absence-corrected', pupilId: LEA.pupilId, was: 'absence', now: 'present' }),
        expect.objectContaining({ type: 'attendance.absence-corrected', pupilId: TOM.pupilId, was: 'lateness', now: 'present' }),
      ]),
    );
    const month = await world.call(CPE, 'listDays', { path: { pupilId: LEA.pupilId }, query: { month: '2026-11' } });
    expect(month.body.halfDays).toMatchObject({ total: 0, unjustified: 0 });
  });

  it('leaves the absence of the other lessons as it is', async () => {
    const world = await afterRollCall();
    world.setClock(at('09:00'));
    await world.take(MULLER, '09:00', [absent(LEA)]);
    await world.deliver();
    await world.change('08:00', CANCELLED);
    expect(await world.store.listOpenDays(MOTHER.personId)).toMatchObject([{ from: '09:00', until: '10:00' }]);
    expect(world.told().slice(2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'attendance.absence-corrected', pupilId: LEA.pupilId, was: 'absence', start: '08:00' }),
        expect.objectContaining({ type: 'attendance.absence-observed', pupilId: LEA.pupilId, start: '09:00' }),
      ]),
    );
  });

  it('counts again when the change is withdrawn', async () => {
    const world = await afterRollCall();
    await world.change('08:00', CANCELLED);
    await world.change('08:00');
    expect((await world.store.findDay(LEA.pupilId, TODAY))?.status).toBe('toJustify');
    expect(await world.store.listOpenDays(MOTHER.personId)).toHaveLength(1);
    expect(world.told().at(-1)).toMatchObject({ type: 'attendance.absence-observed' });
  });

  it('is missed by nobody either when its register is folded after the change', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.change('08:00', CANCELLED);
    await world.deliver();
    expect((await world.store.findDay(LEA.pupilId, TODAY))?.status).toBe('nothing');
    expect(world.told()).toEqual([]);
  });

  it('changes nothing when the event comes again, and repairs the rows that a first run had not written', async () => {
    const world = await afterRollCall();
    await world.change('08:00', CANCELLED);
    const day = await world.store.findDay(LEA.pupilId, TODAY);
    await world.change('08:00', CANCELLED);
    expect((await world.store.findDay(LEA.pupilId, TODAY))?.revision).toBe(day?.revision);
  });

  it('leaves the latest state when it is given back while its absences are counted', async () => {
    const world = await afterRollCall();
    await world.change('08:00', CANCELLED);
    const cancelled = await world.services.timetable.findLesson(lessonIdAt('08:00'));
    await world.change('08:00');
    let reads = 0;
    const findLesson = (lessonId: string) =>
      (reads += 1) === 1 ? Promise.resolve(cancelled) : world.services.timetable.findLesson(lessonId);
    const services = { ...world.services, timetable: { ...world.services.timetable, findLesson } };
    const terms = { date: TODAY, start: '08:00', end: '09:00', subject: 'Histoire-géographie', teachers: [], held: true };
    await refoldLesson(services)({ lessonId: lessonIdAt('08:00'), schoolId: SCHOOL, kind: 'cancelled', before: terms, after: terms });
    expect((await world.store.findDay(LEA.pupilId, TODAY))?.status).toBe('toJustify');
  });
});

describe('a lesson moved after its roll call', () => {
  it('was missed by nobody where it was, and is called anew where it goes', async () => {
    const world = await afterRollCall();
    await world.change('08:00', { kind: 'moved', date: TODAY, start: '16:00', end: '17:00' });
    expect((await world.store.findDay(LEA.pupilId, TODAY))?.status).toBe('nothing');

    world.setClock(at('16:05'));
    expect((await world.take(SCHMITT, '08:00', [absent(LEA)], { requestId: 'at-its-new-hour' })).status).toBe(200);
    await world.deliver();
    const day = await world.store.findDay(LEA.pupilId, TODAY);
    expect(day?.status).toBe('toJustify');
    expect(day?.observations[lessonIdAt('08:00')]).toMatchObject({ start: '16:00', kind: 'absent' });
    expect(world.told().at(-1)).toMatchObject({ type: 'attendance.absence-observed', start: '16:00' });
  });
});

describe('a cancelled lesson', () => {
  it('expects no roll call, and refuses it to the teacher and to the office alike', async () => {
    const world = await aWorld();
    await world.change('08:00', CANCELLED);
    expect((await world.take(SCHMITT, '08:00')).body.code).toBe('attendance.lesson-cancelled');
    expect((await world.take(CPE, '08:00')).body.code).toBe('attendance.lesson-cancelled');
    const register = await world.call(SCHMITT, 'readRegister', { path: { lessonId: lessonIdAt('08:00') } });
    expect(register.body.window.state).toBe('cancelled');
    expect(register.body.lesson.change).toMatchObject({ kind: 'cancelled', reason: 'meeting' });
    world.setClock(at('12:00'));
    const registers = await world.call(CPE, 'listRegisters', { path: { schoolId: SCHOOL } });
    expect(registers.body.registers[0]).toMatchObject({ start: '08:00', progress: 'cancelled', change: { kind: 'cancelled' } });
    expect(registers.body.counts.missing).toBe(2);
  });
});
