import { ofDecimal, type Rational } from './rational.ts';
import type { Exam } from './simulation.ts';
import { weigh } from './weigh.ts';

const PRESS = 'presse, rentrée 2025';

/** The *diplôme national du brevet*, general series: 40 % of the year, 60 % of the five examinations. */
export const DNB: Exam = {
  name: 'Diplôme national du brevet',
  components: [
    { key: 'year', label: 'Contrôle continu de 3e', coefficient: '40', subjects: [] },
    { key: 'french', label: 'Français', coefficient: '12', subjects: ['francais'] },
    { key: 'maths', label: 'Mathématiques', coefficient: '12', subjects: ['math'] },
    { key: 'history', label: 'Histoire et géographie', coefficient: '9', subjects: ['hist'] },
    { key: 'civics', label: 'Enseignement moral et civique', coefficient: '3', subjects: ['enseignement moral', 'emc', 'educ. morale'] },
    { key: 'sciences', label: 'Sciences', coefficient: '12', subjects: ['physique', 'sciences', 'svt', 'technologie'] },
    { key: 'oral', label: 'Épreuve orale', coefficient: '12', subjects: ['oral'] },
  ],
  thresholds: [
    { from: '0', label: 'Non admis' },
    { from: '10', label: 'Admis' },
    { from: '12', label: 'Admis, mention assez bien' },
    { from: '14', label: 'Admis, mention bien' },
    { from: '16', label: 'Admis, mention très bien' },
    { from: '18', label: 'Admis, mention très bien avec les félicitations du jury' },
  ],
  assumptions: [
    { text: 'Le contrôle continu compte pour 40 %, les épreuves pour 60 %.', source: PRESS, toVerify: true },
    {
      text: 'Le contrôle continu est la moyenne des moyennes annuelles de 3e, chaque matière comptant autant.',
      source: PRESS,
      toVerify: true,
    },
    {
      text: 'Un enseignement facultatif n’apporte que ses points au-dessus de 10, ajoutés au total des points des matières.',
      source: PRESS,
      toVerify: true,
    },
    {
      text: 'Aux épreuves : français 2, mathématiques 2, histoire-géographie 1,5, enseignement moral et civique 0,5, sciences 2, oral 2.',
      source: PRESS,
      toVerify: true,
    },
    {
      text: 'Une épreuve blanche tient lieu de l’épreuve ; en sciences, la moyenne des matières passées.',
      source: 'choix de Préau',
      toVerify: false,
    },
    { text: 'Le jury peut en décider autrement.', source: 'choix de Préau', toVerify: false },
  ],
};

/** A subject of 3e with its annual average, unrounded. */
export interface DnbSubject {
  readonly average: Rational | undefined;
  readonly isOptional: boolean;
}

/** The year's part of the brevet, out of twenty; undefined when no compulsory subject has an average. */
export const dnbYear = (subjects: readonly DnbSubject[]): Rational | undefined =>
  weigh(
    subjects.flatMap(({ average, isOptional }) =>
      average === undefined ? [] : [{ value: average, weight: ofDecimal('1'), counting: isOptional ? 'bonus' : 'compulsory' }],
    ),
  ).average;
