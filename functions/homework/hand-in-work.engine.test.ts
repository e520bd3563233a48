import { describe, expect, it } from 'vitest';
import { FRIDAY, handInWorld, MONDAY, pupilId, WORK } from './hand-in-world.testing.ts';
import { quizReads } from './reads.ts';

const DEADLINE = '2026-11-26T22:59:59.999Z';

describe('a hand-in', () => {
  it('is three writes, and gives a receipt with its hour and its fingerprint', async () => {
    const world = await handInWorld();
    const file = world.aFile('pupil0');
    world.meter.reset();
    const { body } = await world.submit('pupil0', { files: [file] });
    expect(world.meter.units().wru).toBe(3);
    expect(body.receipt).toEqual({ at: MONDAY, late: false, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const read = await world.send('readHandIn', 'pupil0', { pupil: 0 });
    expect(read.body).toMatchObject({
      terms: { deadline: DEADLINE },
      mayHandIn: true,
      handIn: { receipt: body.receipt, text: 'Mon travail', files: [{ fileId: file, status: 'clean' }] },
    });
    const [event] = (await world.events()).filter(({ type }) => type === 'homework.handed-in');
    expect(event?.data).toEqual({ homeworkId: WORK, schoolId: expect.any(String), pupilIds: [pupilId(0)], late: false });
  });

  it('sent twice with the same key, even together and after the deadline, is one hand-in with one receipt', async () => {
    const world = await handInWorld();
    const [one, other] = await Promise.all([1, 2].map(() => world.submit('pupil0', { requestId: 'same-key-1' })));
    expect(one?.status).toBe(200);
    expect(other?.body).toEqual(one?.body);
    await world.plan({ lateAllowed: false });
    world.clock.now = FRIDAY;
    expect((await world.submit('pupil0', { requestId: 'same-key-1' })).body).toEqual(one?.body);
    expect((await world.handIns.listHandIns(WORK)).rows).toMatchObject([{ version: 1, at: MONDAY }]);
  });

  it('replayed after it was replaced does not come back over the newer one', async () => {
    const world = await handInWorld();
    const first = await world.submit('pupil0', { requestId: 'first-one', text: 'Premier' });
    world.clock.now = '2026-11-23T18:00:00.000Z';
    await world.submit('pupil0', { text: 'Second' });
    expect((await world.submit('pupil0', { requestId: 'first-one', text: 'Premier' })).body).toEqual(first.body);
    expect((await world.send('readHandIn', 'pupil0', { pupil: 0 })).body.handIn?.text).toBe('Second');
  });

  it('kept by a request that was cut before it counted, counts when the same key comes back', async () => {
    const world = await handInWorld();
    const put = world.handIns.putHandIn;
    Object.assign(world.handIns, { putHandIn: async () => Promise.reject(new Error('cut')) });
    expect((await world.submit('pupil0', { requestId: 'cut-request' })).status).toBe(500);
    Object.assign(world.handIns, { putHandIn: put });
    world.clock.now = FRIDAY;
    const again = await world.submit('pupil0', { requestId: 'cut-request' });
    expect(again.body.receipt).toMatchObject({ at: MONDAY, late: false });
    expect((await world.handIns.listHandIns(WORK)).rows).toMatchObject([{ at: MONDAY, late: false }]);
  });

  it('submitted twice at once with two keys keeps both, and one is in force', async () => {
    const world = await handInWorld();
    const answers = await Promise.all([1, 2, 3].map((nth) => world.submit('pupil0', { text: `Version ${nth}` })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { rows } = await world.handIns.listHandIns(WORK);
    expect(rows).toMatchObject([{ version: 3 }]);
  });

  it('is taken until the last instant of the chosen minute, then late or not at all', async () => {
    const world = await handInWorld();
    await world.plan({ closesAt: '18:00', lateAllowed: false });
    world.clock.now = '2026-11-26T17:00:59.999Z';
    expect((await world.submit('pupil0')).body.receipt.late).toBe(false);
    world.clock.now = '2026-11-26T17:01:00.000Z';
    expect((await world.submit('pupil1')).body.code).toBe('homework.hand-in-closed');
    await world.plan({ closesAt: '18:00', lateAllowed: true }, 1);
    expect((await world.submit('pupil1')).body.receipt.late).toBe(true);
    expect((await world.submit('pupil0')).body.code).toBe('homework.hand-in-kept');
  });

  it('of a pupil to whom another date was given is in time until then, and his alone', async () => {
    const world = await handInWorld();
    await world.plan({ lateAllowed: false });
    await world.store.putDeadline({ pupilId: pupilId(0), homeworkId: WORK, dueOn: '2026-11-30', decidedBy: pupilId(0), decidedAt: MONDAY });
    world.clock.now = FRIDAY;
    expect((await world.send('readHandIn', 'pupil0', { pupil: 0 })).body.terms.deadline).toBe('2026-11-30T22:59:59.999Z');
    expect((await world.submit('pupil0')).body.receipt.late).toBe(false);
    expect((await world.submit('pupil1')).body.code).toBe('homework.hand-in-closed');
  });

  it.each([
    ['nothing at all', () => ({ text: '  ' }), 'homework.hand-in-empty'],
    ['a file that did not arrive', () => ({ files: ['fil_neverarrived'] }), 'homework.hand-in-file-missing'],
    ['somebody else’s file', (aFile: (who: string) => string) => ({ files: [aFile('pupil1')] }), 'homework.hand-in-file-missing'],
    ['a group where each works alone', () => ({ with: [pupilId(1)] }), 'homework.group-too-large'],
  ])('of %s is refused', async (_what, change, code) => {
    const world = await handInWorld();
    expect((await world.submit('pupil0', change(world.aFile))).body.code).toBe(code);
    expect((await world.handIns.listHandIns(WORK)).rows).toEqual([]);
  });

  it('with a file still being judged is taken; one that was refused is not', async () => {
    const world = await handInWorld();
    expect((await world.submit('pupil0', { files: [world.aFile('pupil0', { status: 'waiting' })] })).status).toBe(200);
    expect((await world.submit('pupil0', { files: [world.aFile('pupil0', { status: 'refused' })] })).body.code).toBe(
      'homework.hand-in-file-missing',
    );
  });

  it('is read by the pupil, his informed guardian and the teacher of the work, by nobody else', async () => {
    const world = await handInWorld();
    const file = world.aFile('pupil0');
    await world.submit('pupil0', { files: [file] });
    for (const [who, status] of [
      ['pupil0', 200],
      ['mother', 200],
      ['teacher', 200],
      ['pupil1', 404],
      ['colleague', 404],
    ] as const) {
      expect((await world.send('readHandIn', who, { pupil: 0 })).status, who).toBe(status);
      expect((await world.send('readHandInFile', who, { pupil: 0, fileId: file })).status, who).toBe(status === 200 ? 303 : 404);
    }
    expect((await world.submit('mother')).status).toBe(404);
    expect((await world.submit('teacher')).status).toBe(404);
  });
});

describe('the work of a group', () => {
  it('is one hand-in for all its members, whom any of them may replace', async () => {
    const world = await handInWorld();
    await world.plan({ groupOf: 3 });
    await world.submit('pupil0', { with: [pupilId(1), pupilId(2)] });
    expect((await world.send('readHandIn', 'pupil2', { pupil: 2 })).body.handIn?.members).toHaveLength(3);
    const isDone = async (index: number) => (await world.store.listOwn(pupilId(index), [WORK])).done.has(WORK);
    expect(await Promise.all([0, 1, 2, 3].map(isDone))).toEqual([true, true, true, false]);
    await world.submit('pupil2', { text: 'Repris', with: [pupilId(0)] });
    expect((await world.send('readHandIn', 'pupil0', { pupil: 0 })).body.handIn).toMatchObject({ text: 'Repris' });
    expect((await world.send('readHandIn', 'pupil1', { pupil: 1 })).body.handIn).toBeUndefined();
    const { body } = await world.send('listHandIns', 'teacher');
    expect(body.counts).toMatchObject({ expected: 30, handedIn: 2 });
  });

  it('takes nobody from another group, nor from himself', async () => {
    const world = await handInWorld();
    await world.plan({ groupOf: 2 });
    await world.submit('pupil0', { with: [pupilId(1)] });
    await world.submit('pupil2');
    expect((await world.submit('pupil3', { with: [pupilId(1)] })).body.code).toBe('homework.group-member-taken');
    expect((await world.submit('pupil3', { with: [pupilId(2)] })).body.code).toBe('homework.group-member-taken');
    expect((await world.submit('pupil3', { with: ['per_fromanotherclass0000'] })).body.code).toBe('homework.group-member-unknown');
  });

  it('submitted by two groups at once for the same pupil leaves him in one', async () => {
    const world = await handInWorld();
    await world.plan({ groupOf: 2 });
    const answers = await Promise.all([0, 1].map((index) => world.submit(`pupil${index}`, { with: [pupilId(5)] })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await world.handIns.listHandIns(WORK);
    expect(rows.filter((row) => row.pupilId === pupilId(5))).toHaveLength(1);
  });
});

describe('the questionnaire', () => {
  const quiz = [
    {
      key: 'q1',
      kind: 'single',
      prompt: 'Capitale ?',
      points: 1,
      choices: [
        { key: 'a', label: 'Lyon' },
        { key: 'b', label: 'Paris' },
      ],
      right: 'b',
    },
    { key: 'q2', kind: 'numeric', prompt: '7/2 ?', points: 2, right: 3.5, tolerance: 0 },
    { key: 'q3', kind: 'text', prompt: 'Auteur ?', points: 1, right: ['Molière'] },
  ];

  it('marks itself, and tells what is right once nobody can answer any more', async () => {
    const world = await handInWorld();
    await world.plan({ quiz, lateAllowed: false });
    await world.submit('pupil0', { text: '', answers: { q1: 'b', q2: '3,5', q3: 'moliere', other: 'x' } });
    const before = await world.send('readHandIn', 'pupil0', { pupil: 0 });
    expect(before.body.quizResult).toBeUndefined();
    expect(JSON.stringify(before.body.terms)).not.toMatch(/right|Molière/);
    expect((await world.send('listHandIns', 'teacher')).body.rows[0]?.score).toBe(4);
    const passed = await quizReads(world.handIns).findQuiz(WORK);
    expect(passed).toMatchObject({ closesAt: '23:59', outOf: 4, scores: new Map([[pupilId(0), 4]]) });
    world.clock.now = FRIDAY;
    expect((await world.send('readHandIn', 'mother', { pupil: 0 })).body.quizResult).toMatchObject({ score: 4, outOf: 4 });
  });

  it('does not change once somebody has answered', async () => {
    const world = await handInWorld();
    await world.plan({ quiz });
    await world.submit('pupil0', { text: '', answers: { q1: 'a' } });
    expect((await world.plan({ quiz: quiz.slice(1) }, 1)).body.code).toBe('homework.plan-in-use');
    expect((await world.plan({ quiz, closesAt: '20:00' }, 1)).status).toBe(200);
  });
});
