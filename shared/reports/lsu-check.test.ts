import { expect, it } from 'vitest';
import { aCard, aCardSubject, anLsuInput, personId } from './cards.testing.ts';
import { checkLsu } from './lsu-check.ts';
import { lsuOf } from './lsu.ts';
import { subjectKey, type LsuInput } from './lsu-input.ts';

const codesOf = (over: Partial<LsuInput>) => checkLsu(anLsuInput(over)).map(({ code, mender, stops }) => [code, mender, stops]);

it('finds nothing in a file that is ready', () => {
  expect(codesOf({})).toEqual([]);
});

const { synthesis: _synthesis, councilOn: _councilOn, ...silent } = aCard();

it.each<[string, Partial<LsuInput>, readonly (readonly string[])[]]>([
  ['no card', { cards: [] }, [['no-card', 'head', 'file']]],
  ['no UAI', { uai: '054' }, [['uai-wrong', 'operator', 'file']]],
  ['no number of the pupil base', { baseIds: new Map() }, [['base-id-missing', 'office', 'card']]],
  ['a number that is none', { baseIds: new Map([[personId('ines'), '0']]) }, [['base-id-missing', 'office', 'card']]],
  [
    'no STS number',
    { teachers: new Map() },
    [
      ['sts-missing', 'operator', 'file'],
      ['sts-missing', 'operator', 'file'],
    ],
  ],
  [
    'no national code',
    { disciplines: new Map([[subjectKey('Français'), { code: '020700', election: 'S' }]]) },
    [['code-missing', 'head', 'file']],
  ],
  [
    'one code for two subjects',
    {
      disciplines: new Map([
        [subjectKey('Français'), { code: '020700', election: 'S' }],
        [subjectKey('Mathématiques'), { code: '020700', election: 'S' }],
      ]),
    },
    [['code-twice', 'head', 'file']],
  ],
  [
    'no synthesis nor council',
    { cards: [silent] },
    [
      ['synthesis-missing', 'headTeacher', 'card'],
      ['council-date-missing', 'headTeacher', 'card'],
    ],
  ],
  ['no teacher', { cards: [aCard({ subjects: [aCardSubject({ teachers: [] })] })] }, [['teacher-missing', 'head', 'card']]],
  [
    'a class name too long',
    { cards: [aCard({ class: { ...aCard().class, name: 'X'.repeat(21) } })] },
    [['class-code-wrong', 'operator', 'card']],
  ],
  [
    'too many half-days',
    { cards: [aCard({ schoolLife: { justified: 1000, unjustified: 0, lates: 0 } })] },
    [['school-life-wrong', 'office', 'card']],
  ],
  [
    'an EPI of one subject',
    { cards: [aCard({ projects: [{ title: 'Eau', theme: 'EPI_SAN', subjects: ['Mathématiques', 'Mathématiques'] }] })] },
    [['project-one-subject', 'headTeacher', 'card']],
  ],
  [
    'personalised support in no subject of the card',
    { cards: [aCard({ projects: [{ title: 'Lecture', subjects: ['Latin'] }] })] },
    [['support-no-subject', 'headTeacher', 'card']],
  ],
  [
    'two texts for one path of a class',
    {
      cards: [
        aCard({ paths: [{ code: 'PAR_AVN', common: 'Forum' }] }),
        aCard({
          pupil: { pupilId: personId('adam'), firstName: 'Adam', lastName: 'Petit' },
          paths: [{ code: 'PAR_AVN', common: 'Stage' }],
        }),
      ],
    },
    [['paths-differ', 'head', 'file']],
  ],
  [
    'a subject without elements',
    { cards: [aCard({ subjects: [aCardSubject({ elements: [' '] })] })] },
    [['elements-missing', 'teacher', 'nothing']],
  ],
  ['a pupil in two classes', { cards: [aCard(), aCard({ class: { ...aCard().class, name: '6B' } })] }, [['two-classes', 'head', 'card']]],
  [
    'a cycle without its components',
    { cycles: [{ pupilId: personId('ines'), cycle: 3, socle: { CPD_FRA: 3 }, synthesis: ' ', on: '2027-06-01' }] },
    [
      ['socle-incomplete', 'headTeacher', 'card'],
      ['cycle-synthesis-missing', 'headTeacher', 'card'],
    ],
  ],
])('says who mends: %s', (_name, over, expected) => {
  expect(codesOf(over)).toEqual(expected);
});

it('names the teacher and the pupil concerned, in a sentence that says what to do', () => {
  const [sts] = checkLsu(anLsuInput({ teachers: new Map() }));
  expect(sts?.menders).toEqual(['Mme Schmitt']);
  expect(sts?.message).toContain('STSWEB');
  const [base] = checkLsu(anLsuInput({ baseIds: new Map() }));
  expect(base?.message).toContain('Inès Moreau');
});

it('makes the file of the others when one pupil’s card is to be mended', () => {
  const other = aCard({ pupil: { pupilId: personId('adam'), firstName: 'Adam', lastName: 'Petit' } });
  const result = lsuOf(anLsuInput({ cards: [silent, other] }));
  expect(result.leftOut).toEqual([personId('ines')]);
  expect(result.xml).toContain('Petit');
  expect(result.xml).not.toContain('Moreau');
});

it('refuses two pupils under one number', () => {
  const other = aCard({ pupil: { pupilId: personId('adam'), firstName: 'Adam', lastName: 'Petit' } });
  const baseIds = new Map([
    [personId('ines'), '7'],
    [personId('adam'), '7'],
  ]);
  expect(codesOf({ cards: [aCard(), other], baseIds })).toEqual([['base-id-twice', 'office', 'card']]);
});
