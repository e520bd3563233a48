import type { Assumption, Component, Exam, Threshold } from './simulation.ts';

export type BacTrack = 'general' | 'technological';

const REFORM = 'réforme du baccalauréat, session 2027';

const component = (key: string, label: string, coefficient: string, ...subjects: readonly string[]): Component => ({
  key,
  label,
  coefficient,
  subjects,
});

/** A subject that counts for both years of the final cycle, each as much. */
const bothYears = (key: string, label: string, coefficient: string): readonly Component[] => [
  component(`${key}-premiere`, `${label}, première`, coefficient),
  component(`${key}-terminale`, `${label}, terminale`, coefficient),
];

const CONTINUOUS: Readonly<Record<BacTrack, readonly Component[]>> = {
  general: bothYears('science', 'Enseignement scientifique', '3'),
  technological: bothYears('maths', 'Mathématiques', '3'),
};

const FINALS: Readonly<Record<BacTrack, { readonly philosophy: string; readonly oral: string }>> = {
  general: { philosophy: '8', oral: '8' },
  technological: { philosophy: '4', oral: '12' },
};

const componentsOf = (track: BacTrack): readonly Component[] => [
  component('french-written', 'Français, écrit', '5', 'francais'),
  component('french-oral', 'Français, oral', '5', 'oral de francais'),
  component('maths-early', 'Mathématiques, épreuve anticipée', '2', 'math'),
  component('philosophy', 'Philosophie', FINALS[track].philosophy, 'philo'),
  component('final-oral', 'Grand oral', FINALS[track].oral, 'grand oral'),
  component('speciality-one', 'Première spécialité', '16'),
  component('speciality-two', 'Seconde spécialité', '16'),
  component('speciality-premiere', 'Spécialité suivie en première seulement', '8'),
  ...bothYears('history', 'Histoire-géographie', '3'),
  ...bothYears('language-a', 'Langue vivante A', '3'),
  ...bothYears('language-b', 'Langue vivante B', '3'),
  ...CONTINUOUS[track],
  component('sport', 'Éducation physique et sportive', '6'),
  ...bothYears('civics', 'Enseignement moral et civique', '1'),
];

const THRESHOLDS: readonly Threshold[] = [
  { from: '0', label: 'Refusé' },
  { from: '8', label: 'Second groupe d’épreuves' },
  { from: '10', label: 'Admis' },
  { from: '12', label: 'Admis, mention assez bien' },
  { from: '14', label: 'Admis, mention bien' },
  { from: '16', label: 'Admis, mention très bien' },
  { from: '18', label: 'Admis, mention très bien avec les félicitations du jury' },
];

const ASSUMPTIONS: readonly Assumption[] = [
  { text: 'Les épreuves comptent pour 60 coefficients, le contrôle continu pour 40.', source: REFORM, toVerify: true },
  {
    text: 'L’épreuve anticipée de mathématiques compte pour 2 ; le grand oral pour 8 en voie générale, 12 en voie technologique.',
    source: REFORM,
    toVerify: true,
  },
  { text: 'Le contrôle continu part des moyennes annuelles de première et de terminale.', source: REFORM, toVerify: true },
  { text: 'Chaque enseignement optionnel ajoute 2 coefficients pour chaque année où il est suivi.', source: REFORM, toVerify: true },
  { text: 'Une épreuve blanche tient lieu de l’épreuve.', source: 'choix de Préau', toVerify: false },
  { text: 'Le jury peut en décider autrement.', source: 'choix de Préau', toVerify: false },
];

/** An optional subject in one of the two years. */
export interface BacOption {
  readonly key: string;
  readonly label: string;
}

/** The *baccalauréat* of that track, with the options that the pupil takes. */
export const bacOf = (track: BacTrack, options: readonly BacOption[] = []): Exam => ({
  name: track === 'general' ? 'Baccalauréat général' : 'Baccalauréat technologique',
  components: [...componentsOf(track), ...options.map(({ key, label }) => component(`option-${key}`, label, '2'))],
  thresholds: THRESHOLDS,
  assumptions: ASSUMPTIONS,
});
