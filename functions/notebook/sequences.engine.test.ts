import { describe, expect, it } from 'vitest';
import { aWorld, files, lessonIdAt, MULLER, said, SCHMITT, SCHOOL, staff, wordsOf, type World } from './world.testing.ts';

const heading = { title: 'Le conte', subject: 'Français', level: '6e' };
const school = { path: { schoolId: SCHOOL } };

const aSequence = async (world: World, steps: readonly string[]) => {
  const { sequenceId } = (await world.call(SCHMITT, 'addSequence', { ...school, body: { ...heading, requestId: 'sequence-1' } })).body;
  const stepIds: string[] = [];
  for (const step of steps) {
    const { body } = await world.call(SCHMITT, 'addStep', {
      path: { sequenceId },
      body: { ...said(step), requestId: `step-${step.padEnd(8, 'x')}` },
    });
    stepIds.push(body.stepId);
  }
  return { sequenceId: sequenceId as string, stepIds };
};

const read = async (world: World, sequenceId: string, actor = SCHMITT) => world.call(actor, 'readSequence', { path: { sequenceId } });
const write = (world: World, sequenceId: string, change: Record<string, unknown>) =>
  world.call(SCHMITT, 'writeSequence', { path: { sequenceId }, body: { ...heading, shared: false, ...change } });

describe('a sequence', () => {
  it('keeps its steps in order, takes them in another, and loses those that are left out', async () => {
    const world = await aWorld();
    const { sequenceId, stepIds } = await aSequence(world, ['un', 'deux', 'trois']);
    const [first = '', second = '', third = ''] = stepIds;
    const order = async () => (await read(world, sequenceId)).body.steps.map((step: { stepId: string }) => step.stepId);
    expect(await order()).toEqual([first, second, third]);
    expect((await write(world, sequenceId, { revision: 4, stepIds: [third, first] })).status).toBe(200);
    expect(await order()).toEqual([third, first]);
    expect((await write(world, sequenceId, { revision: 5, stepIds: [second] })).body.code).toBe('notebook.step-unknown');
    expect((await write(world, sequenceId, { revision: 4, stepIds: [] })).body.code).toBe('notebook.changed-meanwhile');
  });

  it('adds the same step sent twice once, and tells a step changed in another window', async () => {
    const world = await aWorld();
    const { sequenceId, stepIds } = await aSequence(world, ['un', 'un']);
    expect(new Set(stepIds).size).toBe(1);
    expect((await read(world, sequenceId)).body.steps).toHaveLength(1);
    const path = { sequenceId, stepId: stepIds[0] ?? '' };
    expect((await world.call(SCHMITT, 'writeStep', { path, body: { revision: 1, ...said('changé') } })).status).toBe(200);
    expect((await world.call(SCHMITT, 'writeStep', { path, body: { revision: 1, ...said('autre') } })).body.code).toBe(
      'notebook.changed-meanwhile',
    );
  });

  it('is its author’s alone until it is shared with the colleagues of the school, who copy it and change their copy only', async () => {
    const world = await aWorld();
    const { sequenceId, stepIds } = await aSequence(world, ['un']);
    expect((await read(world, sequenceId, MULLER)).status).toBe(404);
    expect((await world.call(MULLER, 'listSequences', school)).body.sequences).toEqual([]);
    await write(world, sequenceId, { revision: 2, stepIds, shared: true });
    expect((await world.call(MULLER, 'listSequences', school)).body.sequences).toMatchObject([{ own: false, ownerName: 'schmitt Keller' }]);
    const copy = (await world.call(MULLER, 'copySequence', { path: { sequenceId }, body: { requestId: 'copy-one' } })).body;
    expect(copy).toMatchObject({ own: true, shared: false, copiedFrom: { sequenceId } });
    const path = { sequenceId: copy.sequenceId, stepId: copy.stepIds[0] ?? '' };
    expect((await world.call(MULLER, 'writeStep', { path, body: { revision: 1, ...said('à moi') } })).status).toBe(200);
    expect(JSON.stringify((await read(world, sequenceId)).body.steps[0])).toContain('un');
    expect(
      (await world.call(MULLER, 'writeSequence', { path: { sequenceId }, body: { ...heading, revision: 3, shared: true, stepIds } }))
        .status,
    ).toBe(404);
    const elsewhere = staff('ailleurs', ['ENS'], { schoolId: 'sch_otherotherother' as typeof SCHOOL });
    expect((await read(world, sequenceId, elsewhere)).status).toBe(404);
  });

  it('is placed as drafts on lessons of its author, and leaves those that have a text as they are', async () => {
    const world = await aWorld();
    const { sequenceId, stepIds } = await aSequence(world, ['un', 'deux']);
    const [first = '', second = ''] = stepIds;
    await world.write(SCHMITT, lessonIdAt('together'), 'Déjà écrit');
    const { body } = await world.call(SCHMITT, 'placeSequence', {
      path: { sequenceId },
      body: {
        placements: [
          { stepId: first, lessonId: lessonIdAt('first') },
          { stepId: second, lessonId: lessonIdAt('together') },
          { stepId: second, lessonId: lessonIdAt('other', '2026-11-30') },
          { stepId: second, lessonId: 'les_unknownunknown-20261123' },
        ],
      },
    });
    expect(body.copied).toEqual([lessonIdAt('first'), lessonIdAt('other', '2026-11-30')]);
    expect(body.skipped).toHaveLength(2);
    expect((await world.read(SCHMITT, lessonIdAt('first'))).body.backstage?.publication).toBe('draft');
    expect(wordsOf((await world.read(SCHMITT, lessonIdAt('together'))).body)).toContain('Déjà écrit');
  });

  it('gives its files along, to a colleague’s copy too', async () => {
    const world = await aWorld();
    const { sequenceId } = await aSequence(world, []);
    const step = { ...said('avec fichier'), fileIds: [files.clean.fileId] };
    const { stepId } = (await world.call(SCHMITT, 'addStep', { path: { sequenceId }, body: { ...step, requestId: 'step-file' } })).body;
    await write(world, sequenceId, { revision: 2, stepIds: [stepId], shared: true });
    const copy = (await world.call(MULLER, 'copySequence', { path: { sequenceId }, body: { requestId: 'copy-file' } })).body;
    const path = { sequenceId: copy.sequenceId, stepId };
    expect((await world.call(MULLER, 'writeStep', { path, body: { revision: 1, ...step } })).body.files).toMatchObject([
      { fileId: files.clean.fileId },
    ]);
  });

  it('is removed with its steps', async () => {
    const world = await aWorld();
    const { sequenceId } = await aSequence(world, ['un']);
    expect((await world.call(SCHMITT, 'removeSequence', { path: { sequenceId } })).status).toBe(200);
    expect((await read(world, sequenceId)).status).toBe(404);
    expect((await world.call(SCHMITT, 'listSequences', school)).body.sequences).toEqual([]);
  });
});

describe('a progression', () => {
  it('orders sequences for a year, shared with colleagues when its author wants', async () => {
    const world = await aWorld();
    const { sequenceId } = await aSequence(world, []);
    const added = await world.call(SCHMITT, 'addProgression', {
      ...school,
      body: { title: 'Sixième', shared: true, sequenceIds: [sequenceId], requestId: 'order-one' },
    });
    expect((await world.call(MULLER, 'listSequences', school)).body.progressions).toMatchObject([{ title: 'Sixième', own: false }]);
    const path = { progressionId: added.body.progressionId };
    const body = { revision: 1, title: '6e', shared: false, sequenceIds: [] };
    expect((await world.call(MULLER, 'writeProgression', { path, body })).status).toBe(404);
    expect((await world.call(SCHMITT, 'writeProgression', { path, body })).status).toBe(200);
    expect((await world.call(MULLER, 'listSequences', school)).body.progressions).toEqual([]);
    expect((await world.call(SCHMITT, 'removeProgression', { path })).status).toBe(200);
  });
});
