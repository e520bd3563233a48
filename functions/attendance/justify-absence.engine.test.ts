import { describe, expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { freshTable } from '../testing/tables.ts';
import { ABSENCE, answer, path, OTHER_OFFICE, UNINFORMED, withAbsence } from './absence.testing.ts';
import { absent, at, CPE, FATHER, late, LEA, lessonIdAt, MOTHER, MULLER, SCHMITT, SCHOOL, TODAY, worldOn } from './world.testing.ts';

const aWorld = async () => worldOn(await freshTable(attendanceTable));
const absence = async () => withAbsence(await aWorld());

describe('justifying', () => {
  it('leaves the guardians’ lists and enters the office’s queue in one write', async () => {
    const world = await absence();
    expect(await world.store.listOpenDays(FATHER.personId)).toHaveLength(1);
    const { status, body } = await world.call(MOTHER, 'justifyAbsence', { path, body: answer() });
    expect(status).toBe(200);
    expect(body.status).toBe('toDecide');
    expect(await world.store.listOpenDays(FATHER.personId)).toEqual([]);
    const queue = await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL } });
    expect(queue.body.days).toMatchObject([
      { absenceId: ABSENCE, firstName: 'Léa', justifications: [{ byName: 'mother Keller', byRole: 'mother' }] },
    ]);
    expect((await world.call(OTHER_OFFICE, 'listToDecide', { path: { schoolId: SCHOOL } })).status).toBe(404);
    expect(world.events.at(-1)).toMatchObject({ type: 'attendance.justification-submitted' });
  });

  it('is one answer when the same form is sent twice', async () => {
    const world = await absence();
    const [first, second] = [
      await world.call(MOTHER, 'justifyAbsence', { path, body: answer() }),
      await world.call(MOTHER, 'justifyAbsence', { path, body: answer() }),
    ];
    expect(second).toEqual(first);
    expect(second.body.justifications).toHaveLength(1);
  });

  it('keeps the first of two guardians who answer at the same time, and tells the other', async () => {
    const world = await absence();
    const answers = await Promise.all([MOTHER, FATHER].map((actor) => world.call(actor, 'justifyAbsence', { path, body: answer() })));
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const refused = answers.find((one) => one.status === 409);
    expect(refused?.body).toMatchObject({ code: 'attendance.already-justified', details: { at: at('08:05') } });
    expect(Object.keys(refused?.body.details ?? {})).toEqual(['byRole', 'at']);
  });

  it('answers for later hours of that day too when asked, and they are not alerted again', async () => {
    const world = await absence();
    await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ restOfDay: true }) });
    world.setClock(at('10:15'));
    await world.take(SCHMITT, '10:15', [absent(LEA)]);
    await world.deliver();
    expect((await world.call(MOTHER, 'readDay', { path })).body).toMatchObject({
      status: 'toDecide',
      intervals: [{ treatment: 'toDecide' }, { treatment: 'toDecide' }],
    });
    expect(world.told()).toHaveLength(1);
  });

  it('asks again for an hour that was not answered for', async () => {
    const world = await absence();
    await world.call(MOTHER, 'justifyAbsence', { path, body: answer() });
    world.setClock(at('10:15'));
    await world.take(SCHMITT, '10:15', [absent(LEA)]);
    await world.deliver();
    const { body } = await world.call(MOTHER, 'readDay', { path });
    expect(body.status).toBe('toJustify');
    expect(body.intervals).toMatchObject([
      { from: '08:00', treatment: 'toDecide' },
      { from: '10:15', treatment: 'toJustify' },
    ]);
    expect((await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL } })).body.days).toHaveLength(1);
  });

  it('answers for an absence that the office declared, which is no lesson', async () => {
    const world = await aWorld();
    const declared = { date: TODAY, from: '08:00', until: '18:00', kind: 'absence', requestId: 'declaration' };
    await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body: declared });
    const body = answer({ lessonIds: [], hours: [{ from: '08:00', until: '18:00' }] });
    const answered = await world.call(MOTHER, 'justifyAbsence', { path, body });
    expect([answered.status, answered.body.status]).toEqual([200, 'toDecide']);
    expect((await world.call(FATHER, 'readDay', { path })).body.justifications).toMatchObject([
      { hours: [{ from: '08:00', until: '18:00' }] },
    ]);
  });

  it('refuses an answer to hours that are no absence', async () => {
    const world = await absence();
    world.setClock(at('09:00'));
    await world.take(MULLER, '09:00', [late(LEA)]);
    await world.deliver();
    for (const lessonIds of [[], [lessonIdAt('09:00')], [lessonIdAt('14:00')]]) {
      const { body } = await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ lessonIds }) });
      expect(body.code).toBe('attendance.nothing-to-justify');
    }
  });
});

describe('joined files', () => {
  const pdf = { bytes: 9000, head: new TextEncoder().encode('%PDF-1.7 and so on') };

  it('go to a place that nobody can guess, and bring the browser back', async () => {
    const world = await absence();
    const { body } = await world.call(MOTHER, 'prepareFile', { path, body: { alreadyJoined: ['fil_earlier00'] } });
    expect(body.fields.key).toBe(`justifications/${ABSENCE}/${body.fileId}`);
    expect(body.fields.success_action_redirect).toBe(
      `https://preau.test/absences/${ABSENCE}/justifier?fichier=fil_earlier00&fichier=${body.fileId}`,
    );
    expect(body.maxBytes).toBe(10_485_760);
  });

  it('are typed by their bytes, and downloaded by whoever may read the absence', async () => {
    const world = await absence();
    const { fileId } = (await world.call(MOTHER, 'prepareFile', { path, body: {} })).body;
    world.stored.set(`justifications/${ABSENCE}/${fileId}`, pdf);
    const { body } = await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files: [{ fileId, name: 'certificat.exe' }] }) });
    expect(body.justifications[0]?.files).toEqual([{ fileId, name: 'certificat.exe', mediaType: 'application/pdf', bytes: 9000 }]);
    for (const actor of [FATHER, CPE]) {
      const file = await world.call(actor, 'readFile', { path: { ...path, fileId } });
      expect([file.status, file.location]).toEqual([303, `https://bucket/justifications/${ABSENCE}/${fileId}?name=certificat.exe`]);
    }
    expect((await world.call(UNINFORMED, 'readFile', { path: { ...path, fileId } })).status).toBe(404);
    expect((await world.call(FATHER, 'readFile', { path: { ...path, fileId: 'fil_unknown0' } })).body.code).toBe('attendance.file-unknown');
  });

  it('that have not arrived, or are of another kind, lose nothing of the answer', async () => {
    const world = await absence();
    const files = [{ fileId: 'fil_missing0', name: 'a.pdf' }];
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files }) })).body.code).toBe('attendance.file-missing');
    world.stored.set(`justifications/${ABSENCE}/fil_missing0`, { bytes: 10, head: new TextEncoder().encode('<script>') });
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files }) })).body.code).toBe('attendance.file-refused');
    world.stored.set(`justifications/${ABSENCE}/fil_missing0`, { ...pdf, bytes: 10_485_761 });
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files }) })).body.code).toBe('attendance.file-refused');
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer() })).status).toBe(200);
  });
});
