import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { newSaver } from './saver.ts';
import type { Answered, Batch, GridColumn, Saved } from './state.ts';

const LEA = PersonId.parse('per_pupillea');
const TOM = PersonId.parse('per_pupiltom');

const column = (evaluationId: string): GridColumn => ({
  evaluationId,
  title: evaluationId,
  href: '',
  detail: '',
  state: '',
  scale: '20',
  editable: true,
  version: 1,
  cells: { [LEA]: { given: { mark: '8' }, comment: 'À revoir' } },
});

const done = (batch: Batch, change: Partial<Saved> = {}): Answered<Saved> => ({
  ok: true,
  value: { version: batch.version + 1, saved: batch.cells, previous: [], conflicts: [], refused: [], ...change },
});

const world = () => {
  const sent: Batch[] = [];
  const answers: ((batch: Batch) => Answered<Saved>)[] = [];
  let ids = 0;
  const saver = newSaver(
    [column('first'), column('second')],
    {},
    {
      save: async (batch) => {
        sent.push(batch);
        return (answers.shift() ?? done)(batch);
      },
      refresh: async () => ({ ok: true, value: { columns: [], averages: { [LEA]: '12,0' } } }),
      newRequestId: () => `request-${(ids += 1)}`,
    },
  );
  return { saver, sent, answers };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('sends together what is entered in one column, then reads the averages again', async () => {
  const { saver, sent } = world();
  saver.change('first', LEA, { given: { mark: '12' }, comment: 'À revoir' });
  saver.change('first', TOM, { given: { none: 'absent' } });
  expect(saver.read().known['first']?.cells[TOM]).toEqual({ given: { none: 'absent' } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([
    {
      evaluationId: 'first',
      version: 1,
      cells: [
        { pupilId: LEA, value: { given: { mark: '12' }, comment: 'À revoir' } },
        { pupilId: TOM, value: { given: { none: 'absent' } } },
      ],
      requestId: 'request-1',
    },
  ]);
  expect(saver.read().status.step).toBe('saved');
  expect(saver.isBusy()).toBe(false);
  await vi.advanceTimersByTimeAsync(4000);
  expect(saver.read().averages).toEqual({ [LEA]: '12,0' });
});

it('sends each column by its own version, one after the other', async () => {
  const { saver, sent } = world();
  saver.change('first', LEA, {});
  saver.change('second', LEA, {});
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.map(({ evaluationId }) => evaluationId)).toEqual(['first', 'second']);
});

it('sends the same batch again, under the same name, after the connection was cut', async () => {
  const { saver, sent, answers } = world();
  answers.push(() => {
    throw new Error('cut');
  });
  saver.change('first', LEA, { given: { mark: '9' } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(saver.read().status.step).toBe('cut');
  expect(saver.isBusy()).toBe(true);
  saver.change('first', TOM, { given: { mark: '10' } });
  await vi.advanceTimersByTimeAsync(6000);
  expect(sent.map(({ requestId, version }) => [requestId, version])).toEqual([
    ['request-1', 1],
    ['request-1', 1],
    ['request-2', 2],
  ]);
  expect(saver.read().status.step).toBe('saved');
});

it('shows what a colleague wrote, and writes ours over it only when asked', async () => {
  const { saver, sent, answers } = world();
  const conflict = { pupilId: LEA, theirs: { given: { mark: '15' } }, yours: { given: { mark: '9' } }, by: 'M. Muller' } as const;
  answers.push((batch) => done(batch, { version: 7, saved: [], conflicts: [conflict] }));
  saver.change('first', LEA, { given: { mark: '9' } });
  await vi.advanceTimersByTimeAsync(1000);
  const [open] = saver.read().conflicts;
  if (open === undefined) throw new Error('No conflict');
  expect(saver.read().known['first']).toMatchObject({ version: 7, cells: { [LEA]: { given: { mark: '15' } } } });
  saver.settle(open, true);
  expect(saver.read().conflicts).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.at(-1)).toMatchObject({ version: 7, cells: [{ pupilId: LEA, value: { given: { mark: '9' } } }] });
});

it('undoes a save by saving what it replaced', async () => {
  const { saver, sent, answers } = world();
  const previous = [{ pupilId: LEA, value: { given: { mark: '8' }, comment: 'À revoir' } }] as const;
  answers.push((batch) => done(batch, { previous }));
  saver.change('first', LEA, { given: { mark: '18' } });
  await vi.advanceTimersByTimeAsync(1000);
  saver.undo();
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.at(-1)).toMatchObject({ version: 2, cells: previous });
  expect(saver.read().done).toEqual([]);
});

it('undoes one save after the other, never what an undo has saved', async () => {
  const { saver, sent, answers } = world();
  const undoable = (mark: string) => (batch: Batch) => done(batch, { previous: [{ pupilId: LEA, value: { given: { mark } } }] });
  answers.push(undoable('8'), undoable('9'), undoable('10'), undoable('9'));
  for (const mark of ['9', '10']) {
    saver.change('first', LEA, { given: { mark } });
    await vi.advanceTimersByTimeAsync(1000);
  }
  for (let times = 0; times < 3; times += 1) {
    saver.undo();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(sent.map(({ cells }) => cells[0]?.value.given)).toEqual([{ mark: '9' }, { mark: '10' }, { mark: '9' }, { mark: '8' }]);
});

it('keeps what a session that ended held back, and sends it once it is back', async () => {
  const { saver, sent, answers } = world();
  answers.push(() => ({ ok: false, message: 'Votre session est terminée.', passing: true }));
  saver.change('first', LEA, { given: { mark: '9' } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(saver.read().status).toEqual({ step: 'refused', message: 'Votre session est terminée.' });
  expect(saver.isBusy()).toBe(true);
  await vi.advanceTimersByTimeAsync(6000);
  expect(sent.map(({ requestId }) => requestId)).toEqual(['request-1', 'request-1']);
  expect(saver.read().status.step).toBe('saved');
});

it('says why nothing is saved, and goes on with what is entered next', async () => {
  const { saver, answers } = world();
  answers.push(() => ({ ok: false, message: 'Cette période est close.' }));
  saver.change('first', LEA, {});
  await vi.advanceTimersByTimeAsync(1000);
  expect(saver.read().status).toEqual({ step: 'refused', message: 'Cette période est close.' });
  expect(saver.read().refused).toEqual([{ evaluationId: 'first', pupilId: LEA, reason: 'unsaved' }]);
  saver.change('first', TOM, {});
  await vi.advanceTimersByTimeAsync(1000);
  expect(saver.read().status.step).toBe('saved');
});
