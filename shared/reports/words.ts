import { weekdayOf, type LocalDate } from '../kernel/school-time.ts';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** `mardi 1er décembre 2026`: without the machine's own language, so that sealed documents are the same everywhere. */
export const longDate = (date: LocalDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const number = Number(day);
  return `${DAYS[weekdayOf(date) - 1] ?? ''} ${number === 1 ? '1er' : number} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
};

export const datesOfPeriod = ({ from, until }: { readonly from: LocalDate; readonly until: LocalDate }): string =>
  `du ${longDate(from)} au ${longDate(until)}`;
