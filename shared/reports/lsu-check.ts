import type { PersonId } from '../kernel/ids.ts';
import { disciplineKey, disciplineOf, subjectKey, type LsuInput } from './lsu-input.ts';
import { writable } from './xml.ts';
import { SOCLE_CODES, type Card, type CardProject, type CycleReport } from './schema.ts';

/** Who must put it right. */
export type Mender = 'head' | 'office' | 'headTeacher' | 'teacher' | 'operator';

export interface Finding {
  readonly code: keyof typeof MESSAGES;
  readonly mender: Mender;
  /** Names, when somebody in particular must mend it. */
  readonly menders: readonly string[];
  /** `file`: no file can be made; `card`: this pupil's card is left out of it; `nothing`: the file is made without it. */
  readonly stops: 'file' | 'card' | 'nothing';
  readonly pupilId?: PersonId;
  /** A French sentence that says what to do next. */
  readonly message: string;
}

const MESSAGES = {
  'no-card': 'Aucun bilan périodique scellé pour cette période. Scellez d’abord les bilans des classes.',
  'uai-wrong': 'L’établissement n’a pas de numéro UAI valable. Corrigez l’annuaire, puis importez-le de nouveau.',
  'head-missing': 'Aucun chef d’établissement n’est nommé sur les bilans. Vérifiez l’annuaire, puis scellez de nouveau.',
  'base-id-missing':
    '{pupil} n’a pas d’identifiant de la base Élèves. Demandez au secrétariat de vérifier SIECLE, puis importez de nouveau l’annuaire.',
  'base-id-twice': '{pupil} porte l’identifiant de base Élèves d’un autre élève. Corrigez SIECLE, puis importez de nouveau l’annuaire.',
  'two-classes': '{pupil} a deux bilans pour la même période ({classes}). Annulez celui de la classe qu’il a quittée.',
  'class-code-wrong': 'Le nom de la classe « {class} » dépasse 20 caractères. Raccourcissez-le dans STSWEB, puis importez de nouveau.',
  'code-missing': 'La matière « {subject} » n’a pas de code national. Choisissez-le sur cette page.',
  'code-twice': 'Les matières {subjects} ont le même code national. Donnez à chacune son code ou sa modalité.',
  'teacher-missing':
    'La matière « {subject} » n’a aucun enseignant sur le bilan de {pupil}. Complétez le service, puis scellez de nouveau.',
  'sts-missing': '{teacher} n’a pas d’identifiant STS. Vérifiez STSWEB, puis importez de nouveau l’annuaire.',
  'sts-twice': '{teacher} porte l’identifiant STS d’un autre enseignant. Corrigez STSWEB, puis importez de nouveau l’annuaire.',
  'synthesis-missing': 'Le bilan de {pupil} n’a pas de synthèse du conseil de classe. Écrivez-la, puis scellez de nouveau.',
  'council-date-missing': 'Le conseil de classe de {class} n’a pas de date. Indiquez-la, puis scellez de nouveau.',
  'nothing-acquired': 'Le bilan de {pupil} ne porte aucune matière. Vérifiez ses services, puis scellez de nouveau.',
  'school-life-wrong': 'Les absences ou les retards de {pupil} dépassent 999. Vérifiez-les, puis scellez de nouveau.',
  'project-one-subject': 'L’EPI « {project} » n’a pas deux matières. Ajoutez-en une, puis scellez de nouveau.',
  'support-no-subject': 'L’accompagnement personnalisé « {project} » n’a pas de matière. Ajoutez-en une, puis scellez de nouveau.',
  'paths-differ':
    'Les bilans de {class} ne disent pas tous la même chose d’un parcours. Scellez de nouveau toute la classe pour cette période.',
  'elements-missing':
    '{subject}, {class} : aucun élément du programme. Écrivez-les au-dessus des appréciations de la matière, puis scellez de nouveau.',
  'socle-incomplete': 'La fin de cycle de {pupil} n’a pas ses huit composantes. Positionnez celles qui manquent.',
  'cycle-synthesis-missing': 'La fin de cycle de {pupil} n’a pas de synthèse. Écrivez-la.',
} as const;

const hasText = (text: string | undefined): boolean => text !== undefined && writable(text).trim() !== '';

const nameOf = ({ pupil }: Card): string => `${pupil.firstName} ${pupil.lastName}`;

const isBaseId = (id: string | undefined): id is string => id !== undefined && /^[1-9]\d*$/.test(id);

type Told = (
  code: Finding['code'],
  mender: Mender,
  details?: Readonly<Record<string, string>>,
  more?: { readonly menders?: readonly string[]; readonly stops?: Finding['stops']; readonly pupilId?: PersonId },
) => Finding;

const told: Told = (code, mender, details = {}, more = {}) => ({
  code,
  mender,
  menders: more.menders ?? [],
  stops: more.stops ?? 'card',
  ...(more.pupilId === undefined ? {} : { pupilId: more.pupilId }),
  message: MESSAGES[code].replaceAll(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole),
});

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const checkSchool = ({ uai, head, cards }: LsuInput): readonly Finding[] => [
  ...(cards.length === 0 ? [told('no-card', 'head', {}, { stops: 'file' })] : []),
  ...(uai.length === 8 ? [] : [told('uai-wrong', 'operator', {}, { stops: 'file' })]),
  ...(cards.length === 0 || hasText(head) ? [] : [told('head-missing', 'operator', {}, { stops: 'file' })]),
];

const teachersOf = (cards: readonly Card[]) =>
  new Map(
    cards.flatMap((card) => [...card.headTeachers, ...card.subjects.flatMap(({ teachers }) => teachers)]).map((one) => [one.personId, one]),
  );

const checkTeachers = (input: LsuInput): readonly Finding[] => {
  const bySts = new Map<string, PersonId>();
  return [...teachersOf(input.cards).values()].flatMap(({ personId, name }) => {
    const stsId = input.teachers.get(personId)?.stsId;
    if (!isBaseId(stsId)) return [told('sts-missing', 'operator', { teacher: name }, { menders: [name], stops: 'file' })];
    const other = bySts.get(stsId);
    bySts.set(stsId, personId);
    return other === undefined ? [] : [told('sts-twice', 'operator', { teacher: name }, { menders: [name], stops: 'file' })];
  });
};

const checkDisciplines = (input: LsuInput): readonly Finding[] => {
  const labels = new Map(input.cards.flatMap(({ subjects }) => subjects).map(({ label }) => [subjectKey(label), label]));
  const coded = [...labels.values()].map((label) => ({ label, discipline: disciplineOf(input, { label }) }));
  const byCode = Map.groupBy(
    coded.filter((one) => one.discipline !== undefined),
    ({ discipline }) => (discipline === undefined ? '' : disciplineKey(discipline)),
  );
  return [
    ...coded
      .filter(({ discipline }) => discipline === undefined || discipline.code.length !== 6)
      .map(({ label }) => told('code-missing', 'head', { subject: label }, { stops: 'file' })),
    ...[...byCode.values()]
      .filter((same) => same.length > 1)
      .map((same) => told('code-twice', 'head', { subjects: same.map(({ label }) => `« ${label} »`).join(' et ') }, { stops: 'file' })),
  ];
};

const checkPupils = ({ cards, baseIds }: LsuInput): readonly Finding[] => {
  const byBaseId = new Map<string, PersonId>();
  return [...Map.groupBy(cards, ({ pupil }) => pupil.pupilId).values()].flatMap((own) => {
    const [card] = own;
    if (card === undefined) return [];
    const { pupilId } = card.pupil;
    const details = { pupil: nameOf(card) };
    const id = baseIds.get(pupilId);
    const periods = Map.groupBy(own, ({ period }) => period.key);
    const doubled = [...periods.values()].filter((same) => same.length > 1);
    const taken = isBaseId(id) && byBaseId.has(id);
    if (isBaseId(id)) byBaseId.set(id, pupilId);
    return [
      ...(isBaseId(id) ? [] : [told('base-id-missing', 'office', details, { pupilId })]),
      ...(taken ? [told('base-id-twice', 'office', details, { pupilId })] : []),
      ...doubled.map((same) =>
        told('two-classes', 'head', { ...details, classes: same.map((one) => one.class.name).join(', ') }, { pupilId }),
      ),
    ];
  });
};

/** How many of the card's subjects share a project. */
const subjectsIn = (card: Card, { subjects }: CardProject): number =>
  distinct(subjects.filter((one) => card.subjects.some(({ label }) => label === one))).length;

const lacking = (card: Card, { title, theme, subjects }: CardProject): Finding =>
  told(
    theme === undefined ? 'support-no-subject' : 'project-one-subject',
    'headTeacher',
    { project: title },
    {
      pupilId: card.pupil.pupilId,
      menders: [
        ...card.headTeachers,
        ...card.subjects.filter(({ label }) => subjects.includes(label)).flatMap(({ teachers }) => teachers),
      ].map(({ name }) => name),
    },
  );

/** A class has one text for each path: cards sealed before and after it changed cannot leave together. */
const checkPaths = ({ cards }: LsuInput): readonly Finding[] =>
  [...Map.groupBy(cards, (card) => JSON.stringify([card.class.classId, card.period.key])).values()].flatMap((ofClass) => {
    const said = ofClass.map(({ paths }) =>
      JSON.stringify(paths.flatMap(({ code, common }) => (common === undefined || !hasText(common) ? [] : [[code, common]]))),
    );
    return distinct(said).length < 2 ? [] : [told('paths-differ', 'head', { class: ofClass[0]?.class.name ?? '' }, { stops: 'file' })];
  });

const checkElements = ({ cards }: LsuInput): readonly Finding[] =>
  cards.flatMap((card) =>
    card.subjects
      .filter(({ elements }) => !elements.some(hasText))
      .map(({ label, teachers }) =>
        told(
          'elements-missing',
          'teacher',
          { subject: label, class: card.class.name },
          { menders: teachers.map(({ name }) => name), stops: 'nothing' },
        ),
      ),
  );

const checkCard = (card: Card): readonly Finding[] => {
  const { pupilId } = card.pupil;
  const details = { pupil: nameOf(card), class: card.class.name };
  const byHeadTeacher = { pupilId, menders: card.headTeachers.map(({ name }) => name) };
  const counts = [card.schoolLife.justified, card.schoolLife.unjustified, card.schoolLife.lates];
  return [
    ...(card.class.name.length > 20 ? [told('class-code-wrong', 'operator', details, { pupilId })] : []),
    ...(card.subjects.length === 0 ? [told('nothing-acquired', 'head', details, { pupilId })] : []),
    ...(hasText(card.synthesis) ? [] : [told('synthesis-missing', 'headTeacher', details, byHeadTeacher)]),
    ...(card.councilOn === undefined ? [told('council-date-missing', 'headTeacher', details, byHeadTeacher)] : []),
    ...(counts.some((count) => count > 999) ? [told('school-life-wrong', 'office', details, { pupilId })] : []),
    ...card.subjects
      .filter(({ teachers }) => teachers.length === 0)
      .map(({ label }) => told('teacher-missing', 'head', { ...details, subject: label }, { pupilId })),
    ...card.projects
      .filter((project) => subjectsIn(card, project) < (project.theme === undefined ? 1 : 2))
      .map((project) => lacking(card, project)),
  ];
};

const checkCycle = (cards: readonly Card[], { pupilId, socle, synthesis }: CycleReport): readonly Finding[] => {
  const card = cards.find(({ pupil }) => pupil.pupilId === pupilId);
  if (card === undefined) return [];
  const details = { pupil: nameOf(card) };
  const more = { pupilId, menders: card.headTeachers.map(({ name }) => name) };
  return [
    ...(SOCLE_CODES.every((code) => socle[code] !== undefined) ? [] : [told('socle-incomplete', 'headTeacher', details, more)]),
    ...(hasText(synthesis) ? [] : [told('cycle-synthesis-missing', 'headTeacher', details, more)]),
  ];
};

const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [`${finding.code}#${finding.pupilId ?? ''}#${finding.message}`, finding])).values(),
];

/** What is wrong before the national file is made, and who must put it right. */
export const checkLsu = (input: LsuInput): readonly Finding[] =>
  once([
    ...checkSchool(input),
    ...checkDisciplines(input),
    ...checkTeachers(input),
    ...checkPupils(input),
    ...input.cards.flatMap(checkCard),
    ...checkPaths(input),
    ...checkElements(input),
    ...input.cycles.flatMap((cycle) => checkCycle(input.cards, cycle)),
  ]);
