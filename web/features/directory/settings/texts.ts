import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Règles de publication',
  noSchool: 'Aucun établissement n’est rattaché à votre compte. Adressez-vous au secrétariat.',
  schools: 'Établissement',
  when: 'Quand les nouvelles arrivent',
  open: (days: string, hours: string) => `Les devoirs, les notes et les informations arrivent ${days}, ${hours}.`,
  held: 'En dehors de ces heures, rien de nouveau n’est publié : ce qui est prêt attend la prochaine ouverture.',
  now: 'En ce moment, ce qui est publié arrive tout de suite.',
  next: (when: string) => `En ce moment, ce qui est publié attend jusqu’à ${when}.`,
  always: 'On peut lire et préparer à toute heure. L’absence du jour et la sécurité ne sont jamais retardées par ces règles.',
  closures: 'Jours sans publication',
  noClosure: 'Aucun jour de fermeture n’est prévu.',
  oneDay: (date: string) => `Le ${date}`,
  days: (from: string, until: string) => `Du ${from} au ${until}`,
  publicHoliday: 'jour férié',
  schoolHoliday: 'vacances scolaires',
  work: 'Travail à la maison',
  tomorrow: (time: string) => `Après ${time}, aucun travail nouveau n’est donné pour le lendemain.`,
  limit: (minutes: string) => `Au-delà de ${minutes} de travail pour un même jour, les professeurs sont avertis.`,
  who: 'Ces règles sont fixées par le chef d’établissement, dans le cadre de la pause numérique (circulaire du 10 juillet 2025).',
  range: (first: string, last: string) => `du ${first} au ${last}`,
  list: (days: string) => `le ${days}`,
  everyDay: 'tous les jours',
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
};

type SettingsTexts = typeof fr;

const en: SettingsTexts = {
  title: 'Publication rules',
  noSchool: 'No school is linked to your account. Please contact the school office.',
  schools: 'School',
  when: 'When news arrives',
  open: (days, hours) => `Homework, marks and school news arrive ${days}, ${hours}.`,
  held: 'Outside these hours nothing new is published: what is ready waits for the next opening.',
  now: 'Right now, what is published arrives at once.',
  next: (when) => `Right now, what is published waits until ${when}.`,
  always: 'You can read and prepare at any time. Today’s absences and safety are never delayed by these rules.',
  closures: 'Days without publication',
  noClosure: 'No closing day is planned.',
  oneDay: (date) => date,
  days: (from, until) => `From ${from} to ${until}`,
  publicHoliday: 'public holiday',
  schoolHoliday: 'school holidays',
  work: 'Homework',
  tomorrow: (time) => `After ${time}, no new work is given for the next day.`,
  limit: (minutes) => `Above ${minutes} of work for one day, teachers are warned.`,
  who: 'These rules are set by the head of the school (French circular of 10 July 2025).',
  range: (first, last) => `from ${first} to ${last}`,
  list: (days) => `on ${days}`,
  everyDay: 'every day',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

export const settingsTexts = (language: Language): SettingsTexts => (language === 'en' ? en : fr);

/** « du lundi au vendredi », « le lundi, mardi et jeudi ». */
export const weekdayWords = (weekdays: readonly number[], language: Language): string => {
  const texts = settingsTexts(language);
  const days = weekdays.toSorted((a, b) => a - b);
  const names = days.map((day) => texts.weekdays[day - 1] ?? '');
  if (days.length === 7) return texts.everyDay;
  const isRange = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
  if (isRange) return texts.range(names[0] ?? '', names.at(-1) ?? '');
  return texts.list(new Intl.ListFormat(language, { type: 'conjunction' }).format(names));
};

/** « 45 minutes », « 1 h 30 ». */
export const minutesWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}\u00A0minutes`;
  return rest === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${String(rest).padStart(2, '0')}`;
};
