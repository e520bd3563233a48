import { periodName, type Period, type PeriodsChange } from '@preau/shared/assessment/periods.ts';
import { longDate, moment } from '@/lib/dates.ts';

/** « jusqu’au lundi 30 novembre ». */
export const untilWords = ({ until }: Pick<Period, 'until'>): string => `jusqu’au ${longDate(until)}`;

/** Who closed a period and when; that it is open else. */
export const stateWords = ({ closed }: Pick<Period, 'closed'>): string =>
  closed === undefined ? 'Ouverte' : `Close par ${closed.byName}, ${moment(closed.at)}`;

/** One decision of the log, in a sentence. */
export const changeWords = (change: PeriodsChange): string => {
  switch (change.what) {
    case 'dates':
      return 'Découpage et dates changés';
    case 'closed':
      return `${periodName(change.period)} clos`;
    case 'reopened':
      return `${periodName(change.period)} rouvert : ${change.reason}`;
  }
};
