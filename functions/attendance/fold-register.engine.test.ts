import { describe, expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { RegisterTaken } from '@preau/shared/attendance/events.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import { foldRegister } from './fold-register.ts';
import { answer, path } from './absence.testing.ts';
import { rebuildRows } from './rebuild-rows.ts';
import { absent, at, CPE, FATHER, late, LEA, MAX, MOTHER, MULLER, SCHMITT, TODAY, TOM, worldOn } from './world.testing.ts';
import type { AttendanceStore } from './store.ts';
import { freshTable } from '../testing/tables.ts';

const aWorld = async () => worldOn(await freshTable(attendanceTable));

type Taken = DataOf<typeof RegisterTaken>;
const dataOf = (event: { readonly data?: unknown } | undefined): Taken => RegisterTaken.schema.parse(event?.data);

const LESSONS = [
  ['08:00', SCHMITT],
  ['09:00', MULLER],
  ['10:15', SCHMITT],
  ['14:00', MULLER],
] as const;

describe('what families are told', () => {
  it('is the first hour of an unexpected absence, once, lunch included', async () => {
    const world = await aWorld();
    for (const [start, teacher] of LESSONS) {
      world.setClock(at(start));
      await world.take(teacher, start, [absent(LEA)]);
      await world.deliver();
    }
    expect(world.told()).toMatchObject([
      { type: 'attendance.absence-observed', kind: 'absence', firstName: 'Léa', start: '08:00', revision: 1 },
    ]);
  });

  it('is a second absence when the pupil had come back in between', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    world.setClock(at('09:00'));
    await world.take(MULLER, '09:00', [late(LEA, 5)]);
    world.setClock(at('10:15'));
    await world.take(SCHMITT, '10:15', [absent(LEA)]);
    await world.deliver();
    expect(world.told().map((told) => [told.type, 'kind' in told && told.kind, 'start' in told && told.start])).toEqual([
      ['attendance.absence-observed', 'absence', '08:00'],
      ['attendance.absence-observed', 'lateness', '09:00'],
      ['attendance.absence-observed', 'absence', '10:15'],
    ]);
  });

  it('is nothing of what the office declared, until the declaration is over or withdrawn', async () => {
    const world = await aWorld();
    const body = { date: TODAY, from: '08:00', until: '10:00', kind: 'absence', requestId: 'declaration' };
    const declared = await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body });
    expect(declared.status).toBe(200);
    world.setClock(at('10:15'));
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.deliver();
    expect(world.told()).toEqual([]);

    await world.take(SCHMITT, '10:15', [absent(LEA)]);
    await world.deliver();
    expect(world.told()).toMatchObject([{ kind: 'absence', start: '10:15' }]);

    const { absenceId, declarations } = declared.body;
    await world.call(CPE, 'withdrawDeclaration', { path: { absenceId, declarationId: declarations[0]?.declarationId ?? '' } });
    expect(world.told().slice(1)).toMatchObject([{ kind: 'absence', start: '08:00' }]);
  });

  it('is corrected when the pupil was there after all, came late, or was where the school had sent him', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA), absent(TOM), absent(MAX)]);
    await world.deliver();
    await world.take(CPE, '08:00', [late(TOM, 15), absent(MAX)], { baseVersion: 1 });
    await world.deliver();
    const body = { date: TODAY, from: '08:00', until: '09:00', kind: 'school', requestId: 'infirmary' };
    await world.call(CPE, 'declareAbsence', { path: { pupilId: MAX.pupilId }, body });
    expect(
      world
        .told()
        .slice(3)
        .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    ).toEqual([
      expect.objectContaining({ type: 'attendance.absence-corrected', pupilId: LEA.pupilId, was: 'absence', now: 'present', revision: 2 }),
      expect.objectContaining({ type: 'attendance.absence-corrected', pupilId: MAX.pupilId, was: 'absence', now: 'present', revision: 2 }),
      expect.objectContaining({
        type: 'attendance.absence-corrected',
        pupilId: TOM.pupilId,
        was: 'absence',
        now: 'lateness',
        minutesLate: 15,
      }),
    ]);
  });
});

describe('folding a register', () => {
  it('changes nothing when the event comes again', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.deliver();
    const day = await world.store.findDay(LEA.pupilId, TODAY);
    const events = world.events.length;
    await foldRegister(world.services)(dataOf(world.events[0]));
    expect(await world.store.findDay(LEA.pupilId, TODAY)).toEqual(day);
    expect(world.events).toHaveLength(events);
  });

  it('repairs the guardians’ rows when a first run had stopped before writing them', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    const broken = { ...world.services, store: { ...world.store, putRows: () => Promise.reject(new Error('stopped')) } };
    await expect(foldRegister(broken)(dataOf(world.events[0]))).rejects.toThrow('stopped');
    expect(await world.store.listOpenDays(MOTHER.personId)).toEqual([]);
    await foldRegister(world.services)(dataOf(world.events[0]));
    expect(await world.store.listOpenDays(MOTHER.personId)).toHaveLength(1);
  });

  it('folds the other pupils of a register that names one nobody knows, and asks for the event again', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA), absent(TOM)]);
    const findPupil = async (pupilId: string) => (pupilId === LEA.pupilId ? undefined : TOM);
    const services = { ...world.services, directory: { ...world.services.directory, findPupil } };
    await expect(foldRegister(services)(dataOf(world.events[0]))).rejects.toThrow('whom the directory does not know');
    expect(await world.store.findDay(TOM.pupilId, TODAY)).toMatchObject({ status: 'toJustify' });
  });

  it('gives every guardian who is informed the same row, and takes it away once nothing is left', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.deliver();
    const [mothers, fathers] = [await world.store.listOpenDays(MOTHER.personId), await world.store.listOpenDays(FATHER.personId)];
    expect(mothers).toMatchObject([{ pupilId: LEA.pupilId, firstName: 'Léa', date: TODAY, from: '08:00', until: '09:00' }]);
    expect(fathers).toEqual(mothers.map((row) => ({ ...row, guardianId: FATHER.personId })));
    await world.take(CPE, '08:00', [], { baseVersion: 1 });
    await world.deliver();
    expect(await world.store.listOpenDays(MOTHER.personId)).toEqual([]);
  });

  it('leaves the latest state to guardians when eight registers of one day are folded at once', async () => {
    const world = await aWorld();
    world.setClock(at('14:00'));
    for (const [start, teacher] of LESSONS) {
      await world.take(teacher, start, [absent(LEA)]);
      await world.take(CPE, start, start === '14:00' ? [absent(LEA)] : [], { baseVersion: 1 });
    }
    const taken = world.events.map(dataOf);
    await Promise.all(taken.map((one) => foldRegister(world.services)(one)));
    expect(await world.store.listOpenDays(MOTHER.personId)).toMatchObject([{ from: '14:00', until: '15:00' }]);
  });
});

describe('a guardian whose rights change', () => {
  it('loses the days of that pupil, and finds them again', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.deliver();
    const change = { guardianId: FATHER.personId, pupilId: LEA.pupilId };
    world.recipients.set(LEA.pupilId, [{ personId: MOTHER.personId, rights: { informed: true } }]);
    await rebuildRows(world.services)(change);
    expect(await world.store.listOpenDays(FATHER.personId)).toEqual([]);
    world.recipients.set(
      LEA.pupilId,
      [MOTHER, FATHER].map((one) => ({ personId: one.personId, rights: { informed: true } })),
    );
    await rebuildRows(world.services)(change);
    await rebuildRows(world.services)(change);
    expect(await world.store.listOpenDays(FATHER.personId)).toHaveLength(1);
  });

  it('finds no day that was justified while his list was made', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.deliver();
    let justified = false;
    const store: AttendanceStore = {
      ...world.store,
      listOpenDays: async (guardianId) => {
        const rows = await world.store.listOpenDays(guardianId);
        if (!justified) await world.call(MOTHER, 'justifyAbsence', { path, body: answer() });
        justified = true;
        return rows;
      },
    };
    await rebuildRows({ ...world.services, store })({ guardianId: FATHER.personId, pupilId: LEA.pupilId });
    expect(justified).toBe(true);
    expect(await world.store.listOpenDays(FATHER.personId)).toEqual([]);
  });
});

describe('capacity', () => {
  it('stays within 13 write units for two absent and one late pupil, everything included', async () => {
    const world = await aWorld();
    world.table.meter.reset();
    await world.take(SCHMITT, '08:00', [absent(LEA), absent(TOM), late(MAX)]);
    const submit = world.table.meter.units();
    await world.deliver();
    const all = world.table.meter.units();
    expect(submit).toEqual({ rru: 0, wru: expect.any(Number) });
    expect(submit.wru).toBeLessThanOrEqual(2);
    expect(all.wru).toBeLessThanOrEqual(13);
  });

  it('reads a guardian’s list in one query of half a unit', async () => {
    const world = await aWorld();
    await world.take(SCHMITT, '08:00', [absent(LEA)]);
    await world.deliver();
    world.table.meter.reset();
    await world.store.listOpenDays(MOTHER.personId);
    expect(world.table.meter.units()).toEqual({ rru: 0.5, wru: 0 });
  });
});
