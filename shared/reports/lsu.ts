import type { PersonId } from '../kernel/ids.ts';
import { checkLsu, type Finding } from './lsu-check.ts';
import { disciplineOf, subjectKey, type LsuInput } from './lsu-input.ts';
import { disciplineRef, line, list, names, text, unique, type Names } from './lsu-parts.ts';
import { commonPaths, pathElements, projectElements, projectsOfPupil, teamElements } from './lsu-projects.ts';
import { SOCLE_CODES, type Card, type CardSubject, type CycleReport } from './schema.ts';
import { element, printXml, type XmlElement } from './xml.ts';

const NAMESPACE = 'urn:fr:edu:scolarite:lsun:bilans:import';

const HEAD = 'RESP_1';

const outOfTwenty = (average: string | undefined): string | undefined =>
  average === undefined ? undefined : `${average.replace(',', '.')}/20`;

const pupilsOf = (input: LsuInput, ids: Names): readonly XmlElement[] =>
  unique(input.cards, ({ pupil }) => pupil.pupilId).map(({ pupil, class: { name } }) =>
    element('eleve', {
      id: ids.pupil(pupil.pupilId),
      'id-be': input.baseIds.get(pupil.pupilId),
      nom: line(pupil.lastName, 100),
      prenom: line(pupil.firstName, 100),
      'code-division': name,
    }),
  );

const periodsOf = (input: LsuInput, ids: Names): readonly XmlElement[] =>
  unique(input.cards, ({ period }) => period.key).map(({ year, period }) =>
    element('periode', { id: ids.period(period.key), millesime: year, indice: period.index, 'nb-periodes': period.count }),
  );

const disciplinesOf = (input: LsuInput, ids: Names): readonly XmlElement[] =>
  unique(
    input.cards.flatMap(({ subjects }) => subjects),
    ({ label }) => subjectKey(label),
  ).map((subject) => {
    const found = disciplineOf(input, subject);
    return element('discipline', {
      id: disciplineRef(input, ids, subject),
      code: found?.code,
      'modalite-election': found?.election,
      libelle: line(subject.label, 40) ?? found?.code,
    });
  });

const teachersOf = (input: LsuInput, ids: Names): readonly XmlElement[] =>
  unique(
    input.cards.flatMap((card) => [...card.headTeachers, ...card.subjects.flatMap(({ teachers }) => teachers)]),
    ({ personId }) => personId,
  ).map(({ personId }) => {
    const known = input.teachers.get(personId);
    return element('enseignant', {
      id: ids.teacher(personId),
      type: 'epp',
      'id-sts': known?.stsId,
      civilite: known?.civility,
      nom: line(known?.lastName, 100),
      prenom: line(known?.firstName, 100),
    });
  });

const programmeLabels = ({ elements }: CardSubject): readonly string[] =>
  unique(
    elements.map((label) => line(label, 300)).filter((label) => label !== undefined),
    (label) => label,
  );

const programmeOf = (input: LsuInput, ids: Names): readonly XmlElement[] =>
  unique(
    input.cards.flatMap(({ subjects }) => subjects.flatMap(programmeLabels)),
    (label) => label,
  ).map((label) => element('element-programme', { id: ids.programme(label), libelle: label }));

const acquired = (input: LsuInput, ids: Names, subject: CardSubject): XmlElement =>
  element(
    'acquis',
    {
      'discipline-ref': disciplineRef(input, ids, subject),
      'enseignant-refs': subject.teachers.map(({ personId }) => ids.teacher(personId)).join(' '),
      'element-programme-refs': programmeLabels(subject).map(ids.programme).join(' ') || undefined,
      'moyenne-eleve': outOfTwenty(subject.average),
      'moyenne-structure': outOfTwenty(subject.classAverage),
      'eleve-non-note': subject.average === undefined ? true : undefined,
      'structure-non-notee': subject.classAverage === undefined ? true : undefined,
      positionnement: subject.position,
    },
    [text('appreciation', subject.remark, 600)],
  );

const socleElement = (socle: Card['socle']): XmlElement | undefined =>
  list(
    'socle',
    SOCLE_CODES.map((code) => (socle?.[code] === undefined ? undefined : element('domaine', { code, positionnement: socle[code] }))),
  );

const headTeacherRefs = (card: Card, ids: Names): string | undefined =>
  card.headTeachers.map(({ personId }) => ids.teacher(personId)).join(' ') || undefined;

const cardElement = (input: LsuInput, ids: Names, card: Card): XmlElement =>
  element(
    'bilan-periodique',
    {
      'eleve-ref': ids.pupil(card.pupil.pupilId),
      'periode-ref': ids.period(card.period.key),
      'date-conseil-classe': card.councilOn,
      'date-scolarite': `${card.year}-09-01`,
      'responsable-etab-ref': HEAD,
      'prof-princ-refs': headTeacherRefs(card, ids),
    },
    [
      list(
        'liste-acquis',
        card.subjects.map((subject) => acquired(input, ids, subject)),
      ),
      projectsOfPupil(ids, card, 'epi'),
      projectsOfPupil(ids, card, 'support'),
      list(
        'liste-parcours',
        pathElements(card.paths, ({ text: said }) => said),
      ),
      text('acquis-conseils', card.synthesis, 1000),
      element(
        'vie-scolaire',
        {
          'nb-retards': card.schoolLife.lates,
          'nb-abs-justifiees': card.schoolLife.justified,
          'nb-abs-injustifiees': card.schoolLife.unjustified,
        },
        [text('commentaire', card.schoolLife.comment, 600)],
      ),
      socleElement(card.socle),
    ],
  );

const cycleElement = (input: LsuInput, ids: Names, cycle: CycleReport): XmlElement | undefined => {
  const card = input.cards.find(({ pupil }) => pupil.pupilId === cycle.pupilId);
  if (card === undefined) return undefined;
  return element(
    'bilan-cycle',
    {
      'eleve-ref': ids.pupil(cycle.pupilId),
      cycle: cycle.cycle,
      millesime: card.year,
      'date-creation': cycle.on,
      'responsable-etab-ref': HEAD,
      'prof-princ-refs': headTeacherRefs(card, ids),
    },
    [socleElement(cycle.socle), text('synthese', cycle.synthesis, 1500)],
  );
};

const documentOf = (input: LsuInput): XmlElement => {
  const ids = names();
  return element('lsun-bilans', { xmlns: NAMESPACE, schemaVersion: '7.0' }, [
    element('entete', {}, [element('editeur', {}, 'Préau'), element('application', {}, 'Préau'), element('etablissement', {}, input.uai)]),
    element('donnees', {}, [
      element('responsables-etab', {}, [element('responsable-etab', { id: HEAD, libelle: line(input.head, 100) })]),
      element('eleves', {}, pupilsOf(input, ids)),
      list('periodes', periodsOf(input, ids)),
      list('disciplines', disciplinesOf(input, ids)),
      list('enseignants', teachersOf(input, ids)),
      list('elements-programme', programmeOf(input, ids)),
      list('parcours-communs', commonPaths(input, ids)),
      list('epis', projectElements(input, ids, 'epi')),
      list('epis-groupes', teamElements(input, ids, 'epi')),
      list('acc-persos', projectElements(input, ids, 'support')),
      list('acc-persos-groupes', teamElements(input, ids, 'support')),
      list(
        'bilans-periodiques',
        input.cards.map((card) => cardElement(input, ids, card)),
      ),
      list(
        'bilans-cycle',
        input.cycles.map((cycle) => cycleElement(input, ids, cycle)),
      ),
    ]),
  ]);
};

export interface Lsu {
  readonly findings: readonly Finding[];
  /** Pupils whose card must be mended first: the file is without them. */
  readonly leftOut: readonly PersonId[];
  /** Absent while something stops the whole file. */
  readonly xml?: string;
}

/**
 * The national file of a collège in schemaVersion 7.0: elements in the order of its schema, half-days as whole numbers, and no card that it would refuse.
 * @see arrêté du 31 décembre 2015, Livret scolaire unique
 */
export const lsuOf = (input: LsuInput): Lsu => {
  const findings = checkLsu(input);
  const leftOut = [...new Set(findings.flatMap(({ stops, pupilId }) => (stops === 'card' && pupilId !== undefined ? [pupilId] : [])))];
  const stays = (pupilId: PersonId): boolean => !leftOut.includes(pupilId);
  const cards = input.cards.filter(({ pupil }) => stays(pupil.pupilId));
  if (findings.some(({ stops }) => stops === 'file') || cards.length === 0) return { findings, leftOut };
  const cycles = input.cycles.filter(({ pupilId }) => stays(pupilId));
  return { findings, leftOut, xml: printXml(documentOf({ ...input, cards, cycles })) };
};
