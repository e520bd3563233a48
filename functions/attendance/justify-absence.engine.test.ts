import { describe, expect, it } from 'vitest';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import {
  absent,
  anActor,
  at,
  aWorld,
  CPE,
  FATHER,
  guardian,
  late,
  LEA,
  lessonIdAt,
  MAX,
  MOTHER,
  MULLER,
  NO_RIGHT,
  pupilActor,
  SCHMITT,
  SCHOOL,
  staff,
  TODAY,
  TOM,
} from './world.testing.ts';

const ABSENCE = `abs_${LEA.pupilId.slice(4)}-20261123`;
const path = { absenceId: ABSENCE };
const answer = (change: Record<string, unknown> = {}) => ({
  lessonIds: [lessonIdAt('08:00')],
  restOfDay: false,
  reason: 'illness',
  comment: '',
  files: [],
  requestId: 'justification-1',
  ...change,
});

/** Léa was absent at 08:00, and it is known. */
const withAbsence = async () => {
  const world = await aWorld();
  await world.take(SCHMITT, '08:00', [absent(LEA)]);
  await world.deliver();
  return world;
};

const OTHER_OFFICE = staff('other', ['CPE'], SchoolId.parse('sch_other0'));
const UNINFORMED = guardian('uncle', LEA, 'family', NO_RIGHT);
const INFORMED_ONLY = guardian('aunt', LEA, 'family', { ...NO_RIGHT, informed: true });

describe('who reads an absence', () => {
  it.each([
    ['a guardian without the right to be informed', UNINFORMED],
    ['the guardian of another pupil', guardian('stranger', TOM)],
    ['a teacher of the pupil', SCHMITT],
    ['another pupil', pupilActor(TOM)],
    ['the office of another school', OTHER_OFFICE],
    ['an operator', anActor('operator', { kind: 'operator', operator: true })],
  ])('is not %s: the answer is that of an absence that does not exist', async (_who, actor) => {
    const world = await withAbsence();
    const unknown = await world.call(actor, 'readDay', { path: { absenceId: 'abs_nobody-20261123' } });
    expect(unknown.status).toBe(404);
    expect(await world.call(actor, 'readDay', { path })).toEqual(unknown);
    expect(await world.call(actor, 'listDays', { path: { pupilId: LEA.pupilId } })).toEqual(unknown);
    expect(await world.call(actor, 'justifyAbsence', { path, body: answer() })).toEqual(unknown);
    expect(await world.call(actor, 'prepareFile', { path, body: {} })).toEqual(unknown);
  });

  it('is both guardians, who read the same', async () => {
    const world = await withAbsence();
    await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ comment: 'Fièvre' }) });
    const [mother, father] = await Promise.all([MOTHER, FATHER].map((actor) => world.call(actor, 'readDay', { path })));
    const mine = (body: { justifications: { mine: boolean }[] }, value: boolean) => ({
      ...body,
      justifications: body.justifications.map((one) => ({ ...one, mine: value })),
    });
    expect(mine(father?.body, false)).toEqual(mine(mother?.body, false));
    expect(father?.body.justifications).toMatchObject([{ byRole: 'mother', mine: false, comment: 'Fièvre' }]);
    expect(JSON.stringify(father?.body)).not.toContain(MOTHER.personId);
    expect(JSON.stringify(father?.body)).not.toContain('mother Keller');
  });

  it('is the pupil himself, who may not answer for himself as a minor', async () => {
    const world = await withAbsence();
    expect((await world.call(pupilActor(LEA), 'readDay', { path })).body.mayJustify).toBe(false);
    expect((await world.call(pupilActor(LEA), 'justifyAbsence', { path, body: answer() })).status).toBe(404);
  });

  it('is a guardian who is informed without deciding, who may not answer', async () => {
    const world = await withAbsence();
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

describe('justifying', () => {
  it('leaves the guardians’ lists and enters the office’s queue in one write', async () => {
    const world = await withAbsence();
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
    const world = await withAbsence();
    const [first, second] = [
      await world.call(MOTHER, 'justifyAbsence', { path, body: answer() }),
      await world.call(MOTHER, 'justifyAbsence', { path, body: answer() }),
    ];
    expect(second).toEqual(first);
    expect(second.body.justifications).toHaveLength(1);
  });

  it('keeps the first of two guardians who answer at the same time, and tells the other', async () => {
    const world = await withAbsence();
    const answers = await Promise.all([MOTHER, FATHER].map((actor) => world.call(actor, 'justifyAbsence', { path, body: answer() })));
    expect(answers.map((one) => one.status).toSorted()).toEqual([200, 409]);
    const refused = answers.find((one) => one.status === 409);
    expect(refused?.body).toMatchObject({ code: 'attendance.already-justified', details: { at: at('08:05') } });
    expect(Object.keys(refused?.body.details)).toEqual(['byRole', 'at']);
  });

  it('answers for later hours of that day too when asked, and they are not alerted again', async () => {
    const world = await withAbsence();
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
    const world = await withAbsence();
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

  it('refuses an answer to hours that are no absence', async () => {
    const world = await withAbsence();
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
    const world = await withAbsence();
    const { body } = await world.call(MOTHER, 'prepareFile', { path, body: { alreadyJoined: ['fil_earlier00'] } });
    expect(body.fields.key).toBe(`justifications/${ABSENCE}/${body.fileId}`);
    expect(body.fields.success_action_redirect).toBe(
      `https://preau.test/absences/${ABSENCE}/justifier?fichier=fil_earlier00&fichier=${body.fileId}`,
    );
    expect(body.maxBytes).toBe(10_485_760);
  });

  it('are typed by their bytes, and downloaded by whoever may read the absence', async () => {
    const world = await withAbsence();
    const { fileId } = (await world.call(MOTHER, 'prepareFile', { path, body: {} })).body;
    world.stored.set(`justifications/${ABSENCE}/${fileId}`, pdf);
    const { body } = await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files: [{ fileId, name: 'certificat.exe' }] }) });
    expect(body.justifications[0].files).toEqual([{ fileId, name: 'certificat.exe', mediaType: 'application/pdf', bytes: 9000 }]);
    for (const actor of [FATHER, CPE]) {
      const file = await world.call(actor, 'readFile', { path: { ...path, fileId } });
      expect([file.status, file.location]).toEqual([303, `https://bucket/justifications/${ABSENCE}/${fileId}?name=certificat.exe`]);
    }
    expect((await world.call(UNINFORMED, 'readFile', { path: { ...path, fileId } })).status).toBe(404);
    expect((await world.call(FATHER, 'readFile', { path: { ...path, fileId: 'fil_unknown0' } })).body.code).toBe('attendance.file-unknown');
  });

  it('that have not arrived, or are of another kind, lose nothing of the answer', async () => {
    const world = await withAbsence();
    const files = [{ fileId: 'fil_missing0', name: 'a.pdf' }];
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files }) })).body.code).toBe('attendance.file-missing');
    world.stored.set(`justifications/${ABSENCE}/fil_missing0`, { bytes: 10, head: new TextEncoder().encode('<script>') });
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files }) })).body.code).toBe('attendance.file-refused');
    world.stored.set(`justifications/${ABSENCE}/fil_missing0`, { ...pdf, bytes: 10_485_761 });
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer({ files }) })).body.code).toBe('attendance.file-refused');
    expect((await world.call(MOTHER, 'justifyAbsence', { path, body: answer() })).status).toBe(200);
  });
});

describe('deciding', () => {
  const decided = async () => {
    const world = await withAbsence();
    const { body } = await world.call(MOTHER, 'justifyAbsence', { path, body: answer() });
    const decisionPath = { ...path, justificationId: body.justifications[0].justificationId };
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

describe('declaring', () => {
  const body = { date: TODAY, from: '09:00', until: '12:00', kind: 'absence', reason: 'medicalAppointment', requestId: 'declaration' };

  it('tells teachers not to expect the pupil, and asks the family for nothing when the office knows why', async () => {
    const world = await withAbsence();
    const declared = await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body });
    expect(declared.body).toMatchObject({ declarations: [{ from: '09:00', until: '12:00', byName: 'cpe Keller' }] });
    expect(await world.call(CPE, 'declareAbsence', { path: { pupilId: LEA.pupilId }, body })).toEqual(declared);
    world.setClock(at('09:00'));
    const register = await world.call(MULLER, 'readRegister', { path: { lessonId: lessonIdAt('09:00') } });
    expect(register.body.pupils.map((one: { firstName: string; notExpected?: string }) => [one.firstName, one.notExpected])).toEqual([
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
    const world = await withAbsence();
    const notExpected = async (start: '09:00' | '10:15', actor: typeof CPE) => {
      const { body: register } = await world.call(actor, 'readRegister', { path: { lessonId: lessonIdAt(start) } });
      return register.pupils.find((one: { pupilId: string }) => one.pupilId === LEA.pupilId).notExpected;
    };
    expect(await notExpected('09:00', MULLER)).toBe('absentBefore');
    expect(await notExpected('10:15', SCHMITT)).toBeUndefined();
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

describe('a month of absences', () => {
  it('counts half-days, and shows its threshold to the office alone', async () => {
    const world = await withAbsence();
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

describe('the office’s queue', () => {
  it('is read page by page, those that have waited longest first', async () => {
    const world = await aWorld();
    for (let index = 0; index < 30; index += 1) {
      const waitingSince = `2026-11-${String(1 + (index % 28)).padStart(2, '0')}T08:00:0${index < 28 ? 0 : 1}.000Z`;
      const day = String(1 + index).padStart(2, '0');
      await world.store.putDay(
        {
          ...{
            absenceId: `abs_x` as never,
            pupilId: LEA.pupilId,
            firstName: 'Léa',
            lastName: 'K',
            schoolId: SCHOOL,
            date: `2026-12-${day}`,
          },
          ...{ observations: {}, declarations: [], justifications: [], status: 'toDecide', waitingSince, revision: 1 },
        },
        undefined,
        [],
      );
    }
    const first = await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL } });
    const second = await world.call(CPE, 'listToDecide', { path: { schoolId: SCHOOL }, query: { after: first.body.next } });
    expect([first.body.days.length, second.body.days.length, second.body.next]).toEqual([25, 5, undefined]);
    expect(new Set([...first.body.days, ...second.body.days].map((day: { date: string }) => day.date)).size).toBe(30);
    expect(first.body.days[0].date).toBe('2026-12-01');
  });
});
