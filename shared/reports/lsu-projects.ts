import type { LsuInput } from './lsu-input.ts';
import { disciplineRef, line, list, text, unique, type Names } from './lsu-parts.ts';
import type { Card, CardProject, CardSubject } from './schema.ts';
import { element, type XmlElement } from './xml.ts';

const projectKey = (card: Card, { title, theme, subjects, description }: CardProject): string =>
  JSON.stringify([card.class.classId, card.period.key, title, theme, subjects.toSorted(), description]);

const subjectsOf = (card: Card, project: CardProject): readonly CardSubject[] =>
  card.subjects.filter(({ label }) => project.subjects.includes(label));

/** EPI and personalised support are written the same way, under names of their own. */
const KINDS = {
  epi: { one: 'epi', all: 'epis', group: 'epi-groupe', groups: 'epis-groupes', ref: 'epi-ref', of: 'epi-eleve', allOf: 'epis-eleve' },
  support: {
    one: 'acc-perso',
    all: 'acc-persos',
    group: 'acc-perso-groupe',
    groups: 'acc-persos-groupes',
    ref: 'acc-perso-ref',
    of: 'acc-perso-eleve',
    allOf: 'acc-persos-eleve',
  },
} as const;
type Kind = keyof typeof KINDS;

const kindOf = ({ theme }: CardProject): Kind => (theme === undefined ? 'support' : 'epi');
const projectId = (ids: Names, kind: Kind, key: string): string => (kind === 'epi' ? ids.project(key) : ids.support(key));
const teamId = (ids: Names, kind: Kind, key: string): string => (kind === 'epi' ? ids.team(key) : ids.supportTeam(key));

const titleOf = ({ title, theme }: CardProject): string => line(title, 150) ?? theme ?? 'Accompagnement personnalisé';

const projectsOf = (input: LsuInput, kind: Kind) =>
  unique(
    input.cards.flatMap((card) =>
      card.projects.filter((project) => kindOf(project) === kind).map((project) => ({ card, project, key: projectKey(card, project) })),
    ),
    ({ key }) => key,
  );

export const projectElements = (input: LsuInput, ids: Names, kind: Kind): readonly XmlElement[] =>
  projectsOf(input, kind).map(({ card, project, key }) =>
    element(
      KINDS[kind].one,
      {
        id: projectId(ids, kind, key),
        intitule: titleOf(project),
        thematique: project.theme,
        'discipline-refs': unique(
          subjectsOf(card, project).map((subject) => disciplineRef(input, ids, subject)),
          (ref) => ref,
        ).join(' '),
      },
      [text('description', project.description, 600)],
    ),
  );

export const teamElements = (input: LsuInput, ids: Names, kind: Kind): readonly XmlElement[] =>
  projectsOf(input, kind).map(({ card, project, key }) =>
    element(KINDS[kind].group, { id: teamId(ids, kind, key), [KINDS[kind].ref]: projectId(ids, kind, key), intitule: titleOf(project) }, [
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

export const projectsOfPupil = (ids: Names, card: Card, kind: Kind): XmlElement | undefined =>
  list(
    KINDS[kind].allOf,
    unique(
      card.projects.filter((project) => kindOf(project) === kind),
      (project) => projectKey(card, project),
    ).map((project) =>
      element(KINDS[kind].of, { [`${KINDS[kind].group}-ref`]: teamId(ids, kind, projectKey(card, project)) }, [
        text('commentaire', project.comment, 600),
      ]),
    ),
  );

export const pathElements = (paths: Card['paths'], said: (path: Card['paths'][number]) => string | undefined): readonly XmlElement[] =>
  unique(paths, ({ code }) => code).flatMap((path) => {
    const written = text('parcours', said(path), 600);
    return written === undefined ? [] : [{ ...written, attributes: { code: path.code } }];
  });

/** What each class did on its paths, once for all its pupils. */
export const commonPaths = (input: LsuInput, ids: Names): readonly (XmlElement | undefined)[] =>
  unique(input.cards, (card) => JSON.stringify([card.class.classId, card.period.key])).map(({ class: { name }, period, paths }) => {
    const said = pathElements(paths, ({ common }) => common);
    return said.length === 0
      ? undefined
      : element('parcours-commun', { 'periode-ref': ids.period(period.key), 'code-division': name }, said);
  });
