import { describe, expect, it } from 'vitest';
import { DEFAULT_WINDOW } from '../kernel/publication.ts';
import { PersonId } from '../kernel/ids.ts';
import { eveningOn, isEveOfHolidays, leavesAt, nextEvening, NO_TOPIC, topicsOf, wantsEvening, type SchoolEvenings } from './reminders.ts';
import { eveningEmailOf, handInEmailOf } from './reminder-message.ts';

const NANCY: SchoolEvenings = { publication: DEFAULT_WINDOW, zone: 'Europe/Paris', uai: '0540001A' };
const closed = (from: string, until: string): SchoolEvenings => ({
  ...NANCY,
  publication: { ...DEFAULT_WINDOW, closures: [{ from, until }] },
});
const hours = (opens: string, closes: string): SchoolEvenings => ({ ...NANCY, publication: { ...DEFAULT_WINDOW, opens, closes } });

describe('a school’s evening', () => {
  it.each([
    ['on Monday, for Tuesday', '2026-11-23', NANCY, '2026-11-23T17:00:00.000Z', '2026-11-24'],
    ['on Friday, for Monday', '2026-11-27', NANCY, '2026-11-27T17:00:00.000Z', '2026-11-30'],
    ['in summer time', '2026-09-14', NANCY, '2026-09-14T16:00:00.000Z', '2026-09-15'],
    ['on the last Friday of summer time, for a day in winter time', '2027-03-26', NANCY, '2027-03-26T17:00:00.000Z', '2027-03-30'],
    ['past a public holiday', '2026-11-10', NANCY, '2026-11-10T17:00:00.000Z', '2026-11-12'],
    ['past a closure of the school', '2026-11-24', closed('2026-11-25', '2026-11-26'), '2026-11-24T17:00:00.000Z', '2026-11-27'],
    ['before a window that closes early', '2026-11-23', hours('07:00', '17:30'), '2026-11-23T16:00:00.000Z', '2026-11-24'],
  ])('is %s', (_, date, school, at, covers) => {
    expect(eveningOn(date, school)).toEqual({ evening: date, at, covers });
  });

  it.each([
    ['on a Saturday', '2026-11-28', NANCY],
    ['on a public holiday', '2026-11-11', NANCY],
    ['in the holidays', '2026-12-23', NANCY],
    ['on a day closed by the school', '2026-11-25', closed('2026-11-25', '2026-11-25')],
  ])('is not %s', (_, date, school) => {
    expect(eveningOn(date, school)).toBeUndefined();
  });

  it('comes back after the holidays, and knows their eve', () => {
    expect(nextEvening('2026-12-19', NANCY)).toMatchObject({ evening: '2027-01-04', covers: '2027-01-05' });
    const eve = eveningOn('2026-12-18', NANCY);
    expect(eve).toMatchObject({ covers: '2027-01-04' });
    expect(eve !== undefined && isEveOfHolidays(eve)).toBe(true);
    const friday = eveningOn('2026-11-27', NANCY);
    expect(friday !== undefined && isEveOfHolidays(friday)).toBe(false);
  });

  it('spreads its messages over twenty minutes, each person always at the same, before the window closes', () => {
    const late = hours('07:00', '18:35');
    for (const school of [NANCY, late]) {
      const evening = eveningOn('2026-11-23', school);
      if (evening === undefined) throw new Error('No evening');
      for (let index = 0; index < 200; index += 1) {
        const leaves = leavesAt(`per_${index}`, evening, school);
        expect(leaves >= evening.at && leaves < '2026-11-23T17:35:00.000Z').toBe(true);
        expect(leavesAt(`per_${index}`, evening, school)).toBe(leaves);
      }
    }
  });

  it('tells of new marks and report cards to guardians until they refuse, and to a pupil who asks', () => {
    const [child, self] = (['mother', 'self'] as const).map((relationship) => ({ pupilId: PersonId.parse('per_lea00000'), relationship }));
    if (child === undefined || self === undefined) throw new Error('Nobody');
    const chosen = { work: false, notebook: false, returned: true };
    const choice = (topics: typeof chosen & { marks?: boolean; cards?: boolean }) => ({ pupils: [{ pupilId: child.pupilId, topics }] });
    expect(topicsOf(undefined, child)).toEqual({ ...NO_TOPIC, marks: true, cards: true });
    expect(topicsOf(undefined, self)).toEqual(NO_TOPIC);
    expect(topicsOf(choice(chosen), child)).toEqual({ ...NO_TOPIC, returned: true, marks: true, cards: true });
    expect(topicsOf(choice({ ...chosen, marks: false }), child)).toMatchObject({ marks: false, cards: true });
    expect(topicsOf(choice({ ...chosen, marks: true }), self)).toMatchObject({ marks: true, cards: false });
    expect(wantsEvening(NO_TOPIC)).toBe(false);
    expect(wantsEvening({ ...NO_TOPIC, cards: true })).toBe(true);
  });
});

describe('what an evening says', () => {
  const lea = {
    firstName: 'Léa\r\nBcc: x',
    due: [{ subject: 'Français', title: 'Exercice 12 <b>', minutes: 20 }],
    inClass: ['Maths'],
    returned: ['Anglais'],
  };

  it('names in its subject a first name and the kind at most, and nobody when there are several children', () => {
    expect(eveningEmailOf([lea], '2026-11-24', 'fr', 'https://ent.fr/').subject).toBe('Léa Bcc: x : résumé du soir');
    expect(eveningEmailOf([lea, { firstName: 'Tom', due: [] }], '2026-11-24', 'fr', 'https://ent.fr/').subject).toBe('Résumé du soir');
    expect(eveningEmailOf([lea], '2026-11-24', 'en', 'https://ent.fr/').subject).toBe('Léa Bcc: x: evening summary');
  });

  it('lists each child, subject, first words and minutes, escaped in its page', () => {
    const { text, html } = eveningEmailOf([lea, { firstName: 'Tom', due: [] }], '2026-11-24', 'fr', 'https://ent.fr/');
    expect(text).toContain('Travail à faire pour mardi 24 novembre :\n- Français : Exercice 12 <b> (20 min)');
    expect(text).toContain('Tom\n\nTravail à faire pour mardi 24 novembre : rien de noté.');
    expect(text).toContain('Cahier de textes du jour : Maths.');
    expect(text).toContain('Corrections rendues : Anglais.');
    expect(html).toContain('Exercice 12 &lt;b&gt;');
    expect(html).not.toContain('<b>');
  });

  it('is written wholly in the language of who reads it', () => {
    const { text } = eveningEmailOf([lea], '2026-11-24', 'en', 'https://ent.fr/');
    expect(text).toContain('Work to do for Tuesday 24 November:\n- Français: Exercice 12 <b> (20 min)');
  });

  it.each([
    ['marks alone', [{ firstName: 'Léa', marks: 2 }], 'Léa : nouvelles notes', '2 nouvelles notes.'],
    ['one mark', [{ firstName: 'Léa', marks: 1 }], 'Léa : nouvelles notes', 'Une nouvelle note.'],
    ['a report card', [{ firstName: 'Léa', marks: 0, cards: 1 }], 'Léa : nouveau bulletin', 'Un nouveau bulletin.'],
    ['both', [{ firstName: 'Léa', marks: 1, cards: 1 }], 'Léa : résumé du soir', 'Un nouveau bulletin.'],
    [
      'two children',
      [
        { firstName: 'Léa', marks: 1 },
        { firstName: 'Tom', marks: 3 },
      ],
      'Nouvelles notes',
      'Tom\n\n3 nouvelles notes.',
    ],
    ['homework beside', [{ ...lea, firstName: 'Léa', marks: 1 }], 'Léa : résumé du soir', 'Une nouvelle note.'],
  ])('counts %s, without a figure in its subject nor a subject name', (_, children, subject, line) => {
    const email = eveningEmailOf(children, '2026-11-24', 'fr', 'https://ent.fr/');
    expect(email.subject).toBe(subject);
    expect(email.text).toContain(line);
  });

  it('reminds the pupil himself of one piece of work, without its text', () => {
    const { subject, text } = handInEmailOf({ firstName: 'Léa', subject: 'Français', dueOn: '2026-11-26' }, 'fr', 'https://ent.fr/');
    expect(subject).toBe('Léa : travail à rendre');
    expect(text).toContain('un travail à rendre pour jeudi 26 novembre : Français.');
  });
});
