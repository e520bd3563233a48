import { expect, it } from 'vitest';
import { answeredIn } from './answered.ts';

const boxes = { 'lessons-08:00-10:00': 'les_latin000 les_maths000', 'lessons-14:00-18:00': '' };

it('answers for the ticked hours and their lessons', () => {
  expect(answeredIn({ ...boxes, 'hours-08:00-10:00': 'on' })).toEqual({
    hours: [{ from: '08:00', until: '10:00' }],
    lessonIds: ['les_latin000', 'les_maths000'],
    restOfDay: false,
  });
});

it('answers for declared hours, which have no lesson', () => {
  expect(answeredIn({ ...boxes, 'hours-14:00-18:00': 'on' })).toEqual({
    hours: [{ from: '14:00', until: '18:00' }],
    lessonIds: [],
    restOfDay: false,
  });
});

it('answers for the rest of the day alone', () => {
  expect(answeredIn({ ...boxes, 'hours-reste': 'on', 'hours-demain': 'on' })).toEqual({ hours: [], lessonIds: [], restOfDay: true });
});
