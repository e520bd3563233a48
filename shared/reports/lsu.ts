import type { PersonId } from '../kernel/ids.ts';
import { checkLsu, type Finding } from './lsu-check.ts';
import { disciplineKey, disciplineOf, subjectKey, type LsuInput } from './lsu-input.ts';
import { SOCLE_CODES, type Card, type CardProject, type CardSubject, type CycleReport } from './schema.ts';
import { element, printXml, writable, type XmlElement } from './xml.ts';

const NAMESPACE = 'urn:fr:edu:scolarite:lsun:bilans:import';

/** A text that the file may hold, within its limit; nothing when it says nothing, for an empty element is refused. */
const text = (name: string, value: string | undefined, max: number): XmlElement | undefined => {
  const said = writable(value ?? '')
    .trim()
    .slice(0, max)
    .trim();
  return said === '' ? undefined : element(name, {}, said);
};

/** The same on one line, for an attribute. */
const line = (value: string | undefined, max: number): string | undefined =>
  writable(value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .trim() || undefined;

const list = (name: string, items: readonly (XmlElement | undefined)[]): XmlElement | undefined => {
  const there = items.filter((item) => item !== undefined);
  return there.length === 0 ? undefined : element(name, {}, there);
};

/** Names of what is referred to, in the order of first sight: the same cards give the same file. */
const namer = (prefix: string) => {
  const names = new Map<string, string>();
  return (key: string): string => {
    const name = names.get(key) ?? `${prefix}${names.size + 1}`;
    names.set(key, name);
    return name;
  };
};

const names = () => ({
  pupil: namer('EL_'),
  period: namer('P_'),
  discipline: namer('DI_'),
  teacher: namer('ENS_'),
  programme: namer('EP_'),
  project: namer('EPI_'),
  team: namer('EPIG_'),
});
type Names = ReturnType<typeof names>;

const HEAD = 'RESP_1';

const unique = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
  [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();

const outOfTwenty = (average: string | undefined): string | undefined =>
  average === undefined ? undefined : `${average.replace(',', '.')}/20`;

const disciplineRef = (input: LsuInput, ids: Names, subject: Pick<CardSubject, 'label'>): string => {
  const found = disciplineOf(input, subject);
  return ids.discipline(found === undefined ? subjectKey(subject.label) : disciplineKey(found));
};

const projectKey = (card: Card, { title, subjects }: CardProject): string =>
  JSON.stringify([card.class.classId, title, subjects.toSorted()]);

const subjectsOf = (card: Card, project: CardProject): readonly CardSubject[] =>
  card.subjects.filter(({ label }) => project.subjects.includes(label));

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

const projectsOf = (input: LsuInput) =>
  unique(
    input.cards.flatMap((card) => card.projects.map((project) => ({ card, project, key: projectKey(card, project) }))),
    ({ key }) => key,
  );

const projectElements = (input: LsuInput, ids: Names): readonly XmlElement[] =>
  projectsOf(input).map(({ card, project, key }) =>
    element('epi', {
      id: ids.project(key),
      intitule: line(project.title, 150) ?? project.theme,
      thematique: project.theme,
      'discipline-refs': subjectsOf(card, project)
        .map((subject) => disciplineRef(input, ids, subject))
        .join(' '),
    }),
  );

const teamElements = (input: LsuInput, ids: Names): readonly XmlElement[] =>
  projectsOf(input).map(({ card, project, key }) =>
    element('epi-groupe', { id: ids.team(key), 'epi-ref': ids.project(key), intitule: line(project.title, 150) ?? project.theme }, [
      element(
        'enseignants-disciplines',
        {},
        subjectsOf(card, project).flatMap((subject) =>
          subject.teachers.map(({ personId }) =>
            element('enseignant-discipline', {
              'enseignant-ref': ids.teacher(personId),
              'discipline-ref': disciplineRef(input, ids, subject),
            }),
          ),
        ),
      ),
    ]),
  );

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
      list(
        'epis-eleve',
        card.projects.map((project) =>
          element('epi-eleve', { 'epi-groupe-ref': ids.team(projectKey(card, project)) }, [text('commentaire', project.comment, 600)]),
        ),
      ),
      list(
        'liste-parcours',
        unique(card.paths, ({ code }) => code).map(({ code, text: said }) => {
          const written = text('parcours', said, 600);
          return written === undefined ? undefined : { ...written, attributes: { code } };
        }),
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
      list('epis', projectElements(input, ids)),
      list('epis-groupes', teamElements(input, ids)),
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
