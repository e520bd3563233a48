import { defaultPeriods, periodName } from '@preau/shared/assessment/periods.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';

const SCHEMES = ['trimester', 'semester'] as const;

const periodsOf = (day: string) => {
  const year = schoolYearOf(day);
  return SCHEMES.flatMap((kind) => defaultPeriods(kind, year).periods);
};

/** Terms and semesters of the year, as a list shows them. */
export const periodOptions = () =>
  periodsOf(today()).map(({ key }) => ({ value: key, label: `${periodName(key)} ${key.slice(0, 4)}-${Number(key.slice(0, 4)) + 1}` }));

/** The term that ended last, for its cards are those of the moment; the first one before any has ended. */
const periodOfNow = (): CardPeriodKey => {
  const day = today();
  const terms = defaultPeriods('trimester', schoolYearOf(day)).periods;
  const asked = terms.findLast(({ until }) => until < day) ?? terms[0];
  return CardPeriodKey.parse(asked?.key ?? '');
};

/** The period that the address names, else that of the moment. */
export const periodIn = (search: Awaited<Search>): CardPeriodKey =>
  CardPeriodKey.safeParse(textOf(search['periode'])).data ?? periodOfNow();
