import { describe, expect, it } from 'vitest';
import type { ChangeView } from '@preau/shared/timetable/schema.ts';
import { becauseOf, changeSentence, leftSentence } from './change-words.ts';

const previous = { date: '2026-11-24', start: '09:00', end: '10:00', subject: 'Français', room: 'B204', teachers: ['Anne Schmitt'] };

const aChange = (kind: ChangeView['kind'], over: Partial<ChangeView> = {}): ChangeView => ({
  kind,
  since: '2026-11-22T10:00:00.000Z',
  previous,
  ...over,
});

const said = (kind: ChangeView['kind'], lesson: object = {}, over: Partial<ChangeView> = {}): string =>
  changeSentence({ ...previous, ...lesson, change: aChange(kind, over) }, 'fr').replaceAll('\u00A0', ' ');

describe('a changed lesson says in words', () => {
  it.each([
    ['cancelled', {}, 'Annulé'],
    ['moved', { date: '2026-11-26' }, 'Déplacé (était mardi 9 h)'],
    ['moved', { start: '14:00' }, 'Déplacé (était 9 h)'],
    ['moved', { date: '2026-12-10' }, 'Déplacé (était mardi 24 novembre 9 h)'],
    ['room', { room: 'CDI' }, 'Salle modifiée (était B204)'],
    ['teacher', { teachers: ['Paul Weber'] }, 'Professeur modifié (était Anne Schmitt)'],
    ['replaced', { teachers: ['Paul Weber'] }, 'Remplacement (Paul Weber remplace Anne Schmitt)'],
  ] as const)('%s %j: %s', (kind, lesson, expected) => {
    expect(said(kind, lesson)).toBe(expected);
  });

  it('where it went, at the place that it has left', () => {
    expect(leftSentence({ date: '2026-11-26', start: '10:00' }, '2026-11-24', 'fr').replaceAll('\u00A0', ' ')).toBe('Déplacé à jeudi 10 h');
    expect(leftSentence({ date: '2026-11-24', start: '14:30' }, '2026-11-24', 'en')).toBe('Moved to 14:30');
  });

  it('who stands in for whom when one of two teachers stays', () => {
    const both = { ...previous, teachers: ['Anne Schmitt', 'Luc Martin'] };
    expect(said('replaced', { teachers: ['Paul Weber', 'Luc Martin'] }, { previous: both })).toBe(
      'Remplacement (Paul Weber remplace Anne Schmitt)',
    );
  });

  it('why, in the language of the reader', () => {
    expect(becauseOf(aChange('cancelled', { reason: 'meeting', note: 'Permanence' }), 'fr')).toBe('Réunion · Permanence');
    expect(becauseOf(aChange('cancelled', { reason: 'meeting' }), 'en')).toBe('Meeting');
    expect(becauseOf(aChange('cancelled'), 'fr')).toBe('');
  });
});
