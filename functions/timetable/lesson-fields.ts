import { addDays, daysBetween, LocalDate, LocalTime, weekdayOf } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { error, folded, type LessonAnomaly, type LessonLine } from './lesson-lines.ts';

/** When a line's slot takes place, and the names that remain to be recognised. */
export interface LessonFields extends Pick<Slot, 'weekday' | 'start' | 'end' | 'from' | 'until' | 'except' | 'subject'> {
  readonly line: number;
  readonly uai: string;
  readonly room?: string;
  readonly classNames: readonly string[];
  readonly groupNames: readonly string[];
  readonly teacherNames: readonly string[];
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const LONGEST_YEARS_DAYS = 400;

const weekdayIn = (text: string): number | undefined => {
  if (/^[1-7]$/.test(text)) return Number(text);
  const word = folded(text).replace(/\.$/, '');
  const index = DAYS.findIndex(
    (day) => day === word || (word.length >= 2 && word.length <= 3 && day.startsWith(word) && word !== 'ma' && word !== 'me'),
  );
  return index >= 0 ? index + 1 : { ma: 2, me: 3 }[word];
};

const timeIn = (text: string): LocalTime | undefined => {
  const parts = /^(?<hours>\d{1,2})(?:\s*[h:]\s*(?<minutes>\d{2})?(?::\d{2})?|(?<joined>\d{2}))$/i.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const time = LocalTime.safeParse(`${String(parts['hours']).padStart(2, '0')}:${parts['minutes'] ?? parts['joined'] ?? '00'}`);
  return time.success ? time.data : undefined;
};

const dateIn = (text: string): LocalDate | undefined => {
  const french = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4}|\d{2})$/.exec(text)?.groups;
  const iso =
    french === undefined
      ? text
      : `${String(french['year']).padStart(4, '20')}-${String(french['month']).padStart(2, '0')}-${String(french['day']).padStart(2, '0')}`;
  const date = LocalDate.safeParse(iso);
  return date.success ? date.data : undefined;
};

const listIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,|;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

/** `17/10/2026..01/11/2026` is every day of the holidays. */
const datesIn = (text: string): readonly LocalDate[] | undefined => {
  const [first, last = first, ...more] = text.split('..').map((one) => dateIn(one.trim()));
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const days = daysBetween(first, last);
  return days < 0 || days > LONGEST_YEARS_DAYS ? undefined : Array.from({ length: days + 1 }, (_, index) => addDays(first, index));
};

const exceptIn = (text: string): readonly LocalDate[] | undefined => {
  const parts = listIn(text).map(datesIn);
  return parts.some((part) => part === undefined) ? undefined : [...new Set(parts.flatMap((part) => part ?? []))].toSorted();
};

const SUBJECT_MAX = 80;
const ROOM_MAX = 40;

/** The line's own words turned into days, hours and dates; the first one that means nothing is the anomaly. */
export const readLessonFields = ({ line, cells }: LessonLine): LessonFields | LessonAnomaly => {
  const uai = cells.uai.toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(uai)) return error(line, `« ${cells.uai} » n’est pas un UAI : il en faut un comme 0541234A.`);
  const weekday = weekdayIn(cells.jour);
  if (weekday === undefined) return error(line, `Le jour « ${cells.jour} » n’est pas compris : écrivez lundi, mardi… ou 1 pour lundi.`);
  const [start, end] = [timeIn(cells.debut), timeIn(cells.fin)];
  if (start === undefined) return error(line, `L’heure de début « ${cells.debut} » n’est pas comprise : écrivez 08:00 ou 8h00.`);
  if (end === undefined) return error(line, `L’heure de fin « ${cells.fin} » n’est pas comprise : écrivez 09:00 ou 9h00.`);
  if (end <= start) return error(line, `Le cours finit (${end}) avant d’avoir commencé (${start}).`);
  const [from, until] = [dateIn(cells.du), dateIn(cells.au)];
  if (from === undefined) return error(line, `La date « ${cells.du} » (du) n’existe pas : écrivez 01/09/2026.`);
  if (until === undefined) return error(line, `La date « ${cells.au} » (au) n’existe pas : écrivez 02/07/2027.`);
  if (until < from) return error(line, `La période finit (${cells.au}) avant d’avoir commencé (${cells.du}).`);
  if (daysBetween(from, until) > LONGEST_YEARS_DAYS)
    return error(line, 'La période dure plus d’une année scolaire : vérifiez les dates « du » et « au ».');
  const except = exceptIn(cells.sauf);
  if (except === undefined)
    return error(line, `Les dates « ${cells.sauf} » (sauf) ne sont pas comprises : écrivez 11/11/2026 ou 17/10/2026..01/11/2026.`);
  if (cells.classes === '' && cells.groupes === '') return error(line, 'Il manque la classe ou le groupe.');
  return {
    line,
    uai,
    weekday,
    start,
    end,
    from,
    until,
    except: except.filter((date) => from <= date && date <= until && weekdayOf(date) === weekday),
    subject: cells.matiere.replaceAll(/\s+/g, ' ').slice(0, SUBJECT_MAX),
    ...(cells.salle === '' ? {} : { room: cells.salle.slice(0, ROOM_MAX) }),
    classNames: listIn(cells.classes),
    groupNames: listIn(cells.groupes),
    teacherNames: listIn(cells.enseignants),
  };
};
