import { expect, it } from 'vitest';
import { stepOf } from './move.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const within = { start: 1, end: 1, length: 3 };

it.each([
  ['Enter', plain, within, [1, 0]],
  ['Enter', { ...plain, shiftKey: true }, within, [-1, 0]],
  ['ArrowDown', plain, within, [1, 0]],
  ['ArrowUp', plain, within, [-1, 0]],
  ['ArrowLeft', plain, within, undefined],
  ['ArrowRight', plain, within, undefined],
  ['ArrowLeft', plain, { start: 0, end: 0, length: 3 }, [0, -1]],
  ['ArrowRight', plain, { start: 3, end: 3, length: 3 }, [0, 1]],
  ['ArrowLeft', plain, { start: 0, end: 3, length: 3 }, [0, -1]],
  ['ArrowRight', plain, { start: 0, end: 3, length: 3 }, [0, 1]],
  ['ArrowRight', plain, { start: 0, end: 0, length: 0 }, [0, 1]],
  ['ArrowDown', { ...plain, altKey: true }, within, undefined],
  ['ArrowRight', { ...plain, shiftKey: true }, { start: 3, end: 3, length: 3 }, undefined],
  ['v', { ...plain, ctrlKey: true }, within, undefined],
  ['1', plain, within, undefined],
])('%s with %o at %o leads to %o', (key, modifiers, caret, step) => {
  expect(stepOf({ key, ...modifiers }, caret)).toEqual(step);
});
