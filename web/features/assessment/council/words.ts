import type { MissingWhat, Missing } from '@preau/shared/assessment/council-check.ts';
import type { Absences, CouncilState, Trend } from '@preau/shared/assessment/council.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { GeneralAverage } from '@preau/shared/assessment/marks-views.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { StatusTone } from '@/ui/status.tsx';

interface StateWords {
  readonly words: string;
  readonly tone: StatusTone;
  readonly icon: IconName;
}

export const STATES: Readonly<Record<CouncilState, StateWords>> = {
  preparing: { words: 'En préparation', tone: 'amber', icon: 'pen' },
  open: { words: 'Ouvert aux professeurs', tone: 'sky', icon: 'people' },
  held: { words: 'Enregistré', tone: 'leaf', icon: 'check' },
};

export const TREND_WORDS: Readonly<Record<Trend, string>> = { up: 'En hausse', steady: 'Stable', down: 'En baisse' };

const UPCOMING: StateWords = { words: 'À venir', tone: 'plain', icon: 'clock' };

/** Where a council is; nobody prepares yet the one of a period that has not begun. */
export const stateWords = (
  { state, period }: { readonly state: CouncilState; readonly period: PeriodKey },
  current?: PeriodKey,
): StateWords => (state === 'preparing' && current !== undefined && period > current ? UPCOMING : STATES[state]);

/** An average, or in words why there is none: never a zero. */
export const generalWords = (general: GeneralAverage): string => {
  switch (general.kind) {
    case 'known':
      return general.average.shown;
    case 'notMarked':
      return 'Non noté';
    case 'withheld':
      return `Retenue : coefficients en désaccord (${general.subjects.join(', ')})`;
  }
};

/** « 4 demi-journées, dont 1 non justifiée · 2 retards ». */
export const absenceWords = ({ justified, unjustified, lates }: Absences): string => {
  const total = justified + unjustified;
  const missed = total === 0 ? 'Aucune absence' : `${total} demi-journée${total > 1 ? 's' : ''}`;
  const without = unjustified === 0 ? '' : `, dont ${unjustified} non justifiée${unjustified > 1 ? 's' : ''}`;
  return `${missed}${without} · ${lates === 0 ? 'aucun retard' : `${lates} retard${lates > 1 ? 's' : ''}`}`;
};

const many = (count: number, one: string, several: string): string => (count > 1 ? `${count} ${several}` : `${count} ${one}`);

const MISSING: Readonly<Record<MissingWhat, (count: number) => string>> = {
  marks: (count) => many(count, 'élève sans moyenne', 'élèves sans moyenne'),
  programme: () => 'éléments du programme à écrire',
  remarks: (count) => many(count, 'appréciation à écrire', 'appréciations à écrire'),
  proofreading: (count) => many(count, 'appréciation à relire', 'appréciations à relire'),
  coefficients: () => 'coefficients en désaccord entre la classe et le service',
  date: () => 'date du conseil à fixer',
  absences: () => 'absences de la période à relever',
  syntheses: (count) => many(count, 'synthèse d’élève à écrire', 'synthèses d’élèves à écrire'),
  classSynthesis: () => 'synthèse de la classe à écrire',
};

/** What is missing, without who must do it. */
export const missingWords = ({ what, count }: Pick<Missing, 'what' | 'count'>): string => MISSING[what](count);
