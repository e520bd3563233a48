import { describe, expect, it } from 'vitest';
import { Role } from '@preau/shared/identity/schema.ts';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { placeOf } from './place.ts';
import { sectionsOf } from './sections.ts';
import { shownLanguage } from './shown-language.ts';
import { shellTexts } from './texts.ts';

const first = { schoolId: SchoolId.parse('sch_first000'), name: 'Collège' };
const second = { schoolId: SchoolId.parse('sch_second00'), name: 'Lycée' };

describe('where a person is', () => {
  it.each([
    [
      'is the first school and role when nothing was chosen',
      ['teacher', 'head'],
      [first, second],
      undefined,
      { role: 'teacher', school: first },
    ],
    ['is what was last chosen', ['teacher', 'head'], [first, second], `${second.schoolId}.head`, { role: 'head', school: second }],
    [
      'is never a role or a school that is no longer his',
      ['teacher'],
      [first],
      `${second.schoolId}.head`,
      { role: 'teacher', school: first },
    ],
    ['is no school for a guardian', ['guardian'], [], 'x.y', { role: 'guardian' }],
  ] as const)('%s', (_, roles, schools, chosen, place) =>
    expect(placeOf({ roles: [...roles], schools: [...schools] }, chosen)).toEqual(place),
  );
});

describe('the sections', () => {
  it.each(Role.options)('of the role %s are five at most, begin with the home and have a name in both languages', (role) => {
    for (const language of ['fr', 'en'] as const) {
      const sections = sectionsOf(role, shellTexts(language));
      expect(sections.length).toBeLessThanOrEqual(5);
      expect(sections[0]?.href).toBe('/accueil');
      for (const section of sections) expect(section.label).not.toBe('');
    }
  });
});

describe('the language of a page without scripts', () => {
  const setting = { language: 'en', light: false };
  it.each([
    ['is that of what was found', { setting }, 'en'],
    ['is that of what was found beside what was asked', { found: { setting }, typed: {} }, 'en'],
    ['is French when the page failed', { statusCode: 500 }, 'fr'],
  ])('%s', (_, pageProps, language) => expect(shownLanguage({ pageProps })).toBe(language));
});
