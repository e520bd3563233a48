import { describe, expect, it } from 'vitest';
import { FRIDAY, handInWorld, pupilId, WORK } from './hand-in-world.testing.ts';

const rubric = [
  {
    key: 'c1',
    name: 'Argumentation',
    levels: [
      { label: 'À revoir', points: 0 },
      { label: 'Solide', points: 4 },
    ],
  },
  {
    key: 'c2',
    name: 'Langue',
    levels: [
      { label: 'À revoir', points: 0 },
      { label: 'Juste', points: 1.5 },
    ],
  },
];

const corrected = async () => {
  const world = await handInWorld();
  await world.plan({ rubric });
  const file = world.aFile('pupil0');
  await world.submit('pupil0', { files: [file] });
  const voice = world.aFile('teacher', { purpose: 'correction', name: 'voix.mp3', mediaType: 'audio/mpeg' });
  const answer = await world.send('correctHandIn', 'teacher', {
    pupil: 0,
    body: {
      comment: 'Bon travail',
      files: [voice],
      notes: [{ fileId: file, note: 'Page 2 à relire' }],
      marks: { c1: 1, c2: 1 },
      revision: 0,
    },
  });
  return { ...world, file, voice, answer };
};

describe('a correction', () => {
  it('is read by the pupil and his family from its return on, and not before', async () => {
    const world = await corrected();
    expect(world.answer.body).toEqual({ revision: 1 });
    const read = async (who: string) => (await world.send('readHandIn', who, { pupil: 0 })).body;
    expect((await read('pupil0')).correction).toBeUndefined();
    expect((await world.send('readHandInFile', 'pupil0', { pupil: 0, fileId: world.voice })).status).toBe(404);
    expect((await world.send('readCorrection', 'pupil0', { pupil: 0 })).status).toBe(404);

    world.clock.now = '2026-11-27T20:30:00.000Z';
    const { body } = await world.send('returnHandIns', 'teacher', { body: { revision: 1 } });
    expect(body).toEqual({ returnedAt: '2026-11-30T06:00:00.000Z', waits: true });
    world.clock.now = '2026-11-30T05:59:59.999Z';
    expect((await read('mother')).correction).toBeUndefined();
    world.clock.now = '2026-11-30T06:00:00.000Z';
    for (const who of ['pupil0', 'mother']) {
      expect(await read(who)).toMatchObject({
        returnedAt: '2026-11-30T06:00:00.000Z',
        correction: { comment: 'Bon travail', by: 'Anne Weber', total: { points: 5.5, outOf: 5.5, isComplete: true } },
      });
    }
    expect((await world.send('readHandInFile', 'mother', { pupil: 0, fileId: world.voice })).status).toBe(303);
    expect((await world.submit('pupil1')).body.code).toBe('homework.hand-in-returned');
  });

  it('is told of once, by the release of its minute', async () => {
    const world = await corrected();
    world.clock.now = FRIDAY;
    await world.send('returnHandIns', 'teacher', { body: { revision: 1 } });
    const returned = async () => (await world.events()).filter(({ type }) => type === 'homework.returned');
    await world.release();
    expect(await returned()).toEqual([]);
    world.clock.now = '2026-11-27T07:02:00.000Z';
    await world.release();
    await world.release();
    expect(await returned()).toMatchObject([{ data: { homeworkId: WORK } }]);
    expect((await world.send('returnHandIns', 'teacher', { body: { revision: 2 } })).body.code).toBe('homework.already-returned');
  });

  it('put off to a later day is neither read nor told of at the first one', async () => {
    const world = await corrected();
    world.clock.now = '2026-11-27T20:30:00.000Z';
    await world.send('returnHandIns', 'teacher', { body: { revision: 1 } });
    await world.send('returnHandIns', 'teacher', { body: { revision: 2, on: '2026-12-01' } });
    world.clock.now = '2026-11-30T09:00:00.000Z';
    await world.release();
    expect((await world.events()).filter(({ type }) => type === 'homework.returned')).toEqual([]);
    world.clock.now = '2026-12-01T09:00:00.000Z';
    await world.release();
    expect((await world.events()).filter(({ type }) => type === 'homework.returned')).toHaveLength(1);
  });

  it('of a work that is then replaced is to be done again', async () => {
    const world = await corrected();
    const at = (row: { correctedAt?: string | undefined }) => row.correctedAt;
    expect((await world.send('listHandIns', 'teacher')).body.rows.map(at).filter(Boolean)).toHaveLength(1);
    await world.submit('pupil0');
    expect((await world.send('listHandIns', 'teacher')).body.counts.corrected).toBe(0);
  });

  it.each([
    ['another criterion', { marks: { c9: 0 } }, 'homework.correction-mismatch'],
    ['a level that does not exist', { marks: { c1: 4 } }, 'homework.correction-mismatch'],
    ['a note on another file', { notes: [{ fileId: 'fil_notofthiswork', note: 'x' }] }, 'homework.correction-mismatch'],
    ['a revision that was not read', { revision: 0 }, 'homework.correction-changed-meanwhile'],
    ['a file that did not arrive', { files: ['fil_neverarrived'] }, 'homework.hand-in-file-missing'],
  ])('with %s is refused', async (_what, change, code) => {
    const { send } = await corrected();
    const body = { comment: '', files: [], notes: [], marks: {}, revision: 1, ...change };
    expect((await send('correctHandIn', 'teacher', { pupil: 0, body })).body.code).toBe(code);
  });

  it('of what was not handed in is refused; one for all needs no hand-in', async () => {
    const { send } = await handInWorld();
    const body = { comment: 'x', files: [], notes: [], marks: {}, revision: 0 };
    expect((await send('correctHandIn', 'teacher', { pupil: 3, body })).body.code).toBe('homework.not-handed-in');
    expect((await send('returnHandIns', 'teacher', { body: { revision: 0 } })).body.code).toBe('homework.nothing-to-return');
    await send('correctTogether', 'teacher', { body: { comment: 'Corrigé : page 12', files: [], revision: 0 } });
    expect((await send('returnHandIns', 'teacher', { body: { revision: 1 } })).body.waits).toBe(false);
    expect((await send('readHandIn', 'pupil3', { pupil: 3 })).body.common?.comment).toBe('Corrigé : page 12');
  });
});

describe('the list of a class', () => {
  it('of thirty hand-ins costs two reads, whoever has handed in or not', async () => {
    const world = await handInWorld();
    for (let index = 0; index < 30; index += 1) {
      const files = [world.aFile(`pupil${index}`, { name: `devoir de français ${index}.pdf` })];
      await world.submit(`pupil${index}`, { files, requestId: crypto.randomUUID() });
    }
    world.meter.reset();
    const { body } = await world.send('listHandIns', 'teacher');
    expect(body.counts).toEqual({ expected: 30, handedIn: 30, late: 0, corrected: 0 });
    expect(world.meter.units().rru).toBeLessThanOrEqual(2);
  });

  it('is nobody’s but the teachers’ of the work', async () => {
    const { send } = await handInWorld();
    for (const who of ['colleague', 'pupil0', 'mother']) expect((await send('listHandIns', who)).status, who).toBe(404);
  });

  it('reminds once those who have not handed in, and nobody else', async () => {
    const world = await handInWorld();
    await world.submit('pupil0');
    const [one, other] = await Promise.all([1, 2].map(() => world.send('remindHandIns', 'teacher')));
    expect(new Set([one?.status, other?.status])).toEqual(new Set([200, 409]));
    const reminders = (await world.events()).filter(({ type }) => type === 'homework.hand-in-reminder-asked');
    expect(reminders).toHaveLength(1);
    expect(JSON.stringify(reminders)).not.toContain(pupilId(0));
    expect((await world.send('remindHandIns', 'teacher')).body.code).toBe('homework.already-reminded');
  });

  it('is downloaded whole, each file and text under the name of its pupil', async () => {
    const world = await handInWorld();
    expect((await world.send('downloadHandIns', 'teacher')).body.code).toBe('homework.nothing-to-download');
    await world.submit('pupil0', { files: [world.aFile('pupil0')] });
    const { body } = await world.send('downloadHandIns', 'teacher');
    expect(decodeURIComponent(body.as === 'archive' ? body.location : body.as)).toBe(
      'https://files.example.fr/Français 3A 2026-11-26.zip?Nom00 Prénom0 - devoir.pdf&Nom00 Prénom0 - texte.txt',
    );
  });
});
