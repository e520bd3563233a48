import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { aCard, aCardSubject, anLsuInput, personId } from './cards.testing.ts';
import { lsuOf } from './lsu.ts';
import { SOCLE_CODES, type Card, type CardSubject } from './schema.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

vi.setConfig({ testTimeout: 60_000 });

const SCHEMA = readFileSync(new URL('testing/lsu-7.0.xsd', import.meta.url), 'utf8');

const faultsOf = async (files: readonly string[]): Promise<readonly string[]> => {
  const xml = files.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [SCHEMA] });
  return errors.map(({ rawMessage }) => rawMessage);
};

const xmlOf = (input: Parameters<typeof lsuOf>[0]): string => {
  const { xml, findings } = lsuOf(input);
  if (xml === undefined) throw new Error(`No file: ${findings.map(({ code }) => code).join(', ')}`);
  return xml;
};

const FULL_SOCLE = Object.fromEntries(SOCLE_CODES.map((code, index) => [code, index % 5])) as Card['socle'];

const full = aCard({
  projects: [
    {
      title: 'L’eau « et » nous',
      theme: 'EPI_SAN',
      subjects: ['Mathématiques', 'Français'],
      description: 'De la source au robinet',
      comment: 'Très engagée',
    },
    { title: 'Lecture', subjects: ['Français'] },
  ],
  paths: [
    { code: 'PAR_CIT', common: 'Élection des délégués', text: 'Déléguée' },
    { code: 'PAR_AVN', common: 'Forum des métiers' },
  ],
  socle: { CPD_FRA: 3 },
  schoolLife: { justified: 0, unjustified: 999, lates: 0, comment: 'Ponctuelle' },
});

it('makes a file that the schema accepts, with everything a card may hold', async () => {
  const cycle = { pupilId: personId('ines'), cycle: 4, socle: FULL_SOCLE ?? {}, synthesis: 'Socle atteint.', on: '2026-12-02' } as const;
  const xml = xmlOf(anLsuInput({ cards: [full], cycles: [cycle] }));
  expect(await faultsOf([xml])).toEqual([]);
  expect(xml).toContain('schemaVersion="7.0"');
  expect(xml).toContain('id-be="705294"');
  expect(xml).toContain('id-sts="40123"');
  expect(xml).toContain('moyenne-eleve="12.5/20"');
  expect(xml).toContain('nb-abs-injustifiees="999"');
  expect(xml).not.toContain('date-verrou');
  expect(xml).toMatch(/<parcours-commun periode-ref="P_1" code-division="6A"><parcours code="PAR_CIT">Élection des délégués</);
  expect(xml).toMatch(/<\/epis-groupes><acc-persos><acc-perso id="AP_1" intitule="Lecture" discipline-refs="DI_2"\/>/);
  expect(xml).toContain('<epi-eleve epi-groupe-ref="EPIG_1"><commentaire>Très engagée</commentaire>');
  expect(xml).toContain('<liste-parcours><parcours code="PAR_CIT">Déléguée</parcours></liste-parcours>');
});

it('is refused by the schema when elements are out of order, half-days are not whole, or an appreciation is empty', async () => {
  const xml = xmlOf(anLsuInput());
  const broken = [
    xml.replace(/(<periodes>.*<\/periodes>)(<disciplines>.*<\/disciplines>)/, '$2$1'),
    xml.replace('nb-abs-justifiees="3"', 'nb-abs-justifiees="1.5"'),
    xml.replace(/<appreciation>[^<]*<\/appreciation>/, '<appreciation> </appreciation>'),
    xml.replace(/ id-be="\d+"/, ''),
  ];
  for (const file of broken) expect(await faultsOf([file])).not.toEqual([]);
});

it('says that a pupil has no mark rather than giving 0, and leaves an empty appreciation out', async () => {
  const { average: _average, remark: _remark, ...none } = aCardSubject();
  const xml = xmlOf(anLsuInput({ cards: [aCard({ subjects: [{ ...none, remark: '  \n ' }] })] }));
  expect(xml).toContain('eleve-non-note="true"');
  expect(xml).not.toContain('moyenne-eleve');
  expect(xml).not.toContain('appreciation');
  expect(await faultsOf([xml])).toEqual([]);
});

it('keeps any text literal, whatever it holds', async () => {
  const remark = `<script>"&' ]]> #panic("x") علي \u0000\uD800 €`;
  const pupil = { pupilId: personId('ines'), firstName: `D'Arc "Jo"`, lastName: 'علي <b>' };
  const xml = xmlOf(anLsuInput({ cards: [aCard({ pupil, subjects: [aCardSubject({ remark })] })] }));
  expect(await faultsOf([xml])).toEqual([]);
  expect(xml).toContain('&lt;script&gt;&quot;&amp;&apos; ]]&gt; #panic(&quot;x&quot;) علي');
  expect(xml).toContain('prenom="D&apos;Arc &quot;Jo&quot;"');
});

const written = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', ' ', '\n', 'Très bien', '<&>"\''));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const mostly = fc.integer({ min: 0, max: 9 }).map((drawn) => drawn > 0);
const count = fc.integer({ min: 0, max: 1010 });
const mark = fc.integer({ min: 0, max: 2000 }).map((cents) => (cents / 100).toFixed(2).replace('.', ','));

const subject = (label: string): fc.Arbitrary<CardSubject> =>
  fc
    .record({
      remark: optional(written),
      average: optional(mark),
      classAverage: optional(mark),
      position: optional(fc.integer({ min: 1, max: 4 })),
      elements: fc.array(written, { maxLength: 3 }),
      taught: mostly,
    })
    .map(({ taught, elements, ...rest }) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      return { label, teachers: taught ? aCardSubject().teachers : [], elements, ...given };
    });

const card = (name: string): fc.Arbitrary<Card> =>
  fc
    .record({
      subjects: fc.tuple(subject('Mathématiques'), subject('Français')).chain((both) => fc.subarray(both)),
      schoolLife: fc.record({ justified: count, unjustified: count, lates: count }),
      synthesis: fc.oneof({ weight: 5, arbitrary: fc.constant('Bilan du conseil') }, { weight: 1, arbitrary: written }),
      firstName: written,
      lastName: written,
      council: mostly,
      paths: fc.array(fc.record({ code: fc.constantFrom('PAR_AVN', 'PAR_CIT'), text: written }), {
        maxLength: 3,
      }),
      projectOf: fc.constantFrom<readonly string[]>([], ['Mathématiques', 'Français'], ['Latin']),
      supportIn: fc.constantFrom<readonly string[]>([], [], ['Mathématiques', 'Français'], ['Latin']),
    })
    .map(({ council, firstName, lastName, projectOf, supportIn, paths, ...rest }) => {
      const { councilOn, ...plain } = aCard({ ...rest, paths: [...paths, { code: 'PAR_SAN', common: 'Journée de la santé' }] });
      const projects = [
        ...(projectOf.length === 0 ? [] : [{ title: 'Projet', theme: 'EPI_SAN', subjects: [...projectOf] }]),
        ...(supportIn.length === 0 ? [] : [{ title: 'Aide', subjects: [...supportIn], description: firstName }]),
      ];
      const pupil = { pupilId: personId(name), firstName, lastName };
      return { ...plain, ...(council && councilOn !== undefined ? { councilOn } : {}), projects, pupil };
    });

it('never makes a file that the schema refuses, and names what stops each card that is left out', async () => {
  const seed = seedOfRun();
  console.log(`seed ${seed}`);
  const drawn = fc.sample(fc.tuple(card('ines'), card('adam')), { numRuns: 400, seed });
  const files = drawn.map((cards) => {
    const result = lsuOf(anLsuInput({ cards }));
    const stopped = new Set(result.findings.flatMap(({ pupilId }) => pupilId ?? []));
    expect([...stopped].toSorted()).toEqual([...result.leftOut].toSorted());
    expect(result.findings.every(({ message }) => !message.includes('{'))).toBe(true);
    expect(lsuOf(anLsuInput({ cards }))).toEqual(result);
    return result.xml;
  });
  const made = files.filter((xml) => xml !== undefined);
  expect(made.length).toBeGreaterThan(50);
  expect(await faultsOf(made)).toEqual([]);
});
