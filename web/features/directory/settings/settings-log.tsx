import type { SettingsChange } from '@preau/shared/directory/settings-api.ts';
import { hour, longDate, moment } from '@/lib/dates.ts';
import { Empty } from '@/ui/card.tsx';
import { minutesWords, weekdayWords } from './texts.ts';

type Decision = SettingsChange['after'];

const closuresWords = (closures: Decision['closures']): string =>
  closures.length === 0
    ? 'aucune'
    : closures.map(({ from, until }) => (from === until ? longDate(from) : `${longDate(from)} – ${longDate(until)}`)).join(', ');

const WORDS: readonly { readonly label: string; readonly of: (decision: Decision) => string }[] = [
  { label: 'Heures de publication', of: ({ opens, closes }) => `${hour(opens)} – ${hour(closes)}` },
  { label: 'Jours de publication', of: ({ weekdays }) => weekdayWords(weekdays, 'fr') },
  { label: 'Jours fériés', of: ({ onPublicHolidays }) => (onPublicHolidays === 'open' ? 'ouverts' : 'fermés') },
  { label: 'Vacances scolaires', of: ({ onSchoolHolidays }) => (onSchoolHolidays === 'open' ? 'ouvertes' : 'fermées') },
  { label: 'Fermetures', of: ({ closures }) => closuresWords(closures) },
  { label: 'Travail pour le lendemain', of: ({ forTomorrowUntil }) => `jusqu’à ${hour(forTomorrowUntil)}` },
  { label: 'Travail d’un jour', of: ({ dayLimitMinutes }) => minutesWords(dayLimitMinutes) },
  { label: 'Étalement', of: ({ spreadMinutes }) => minutesWords(spreadMinutes) },
];

const Changes = ({ change }: { readonly change: SettingsChange }) => {
  const changed = WORDS.map(({ label, of }) => ({ label, before: of(change.before), after: of(change.after) })).filter(
    ({ before, after }) => before !== after,
  );
  if (changed.length === 0) return <p className="text-soft">Rien n’a changé.</p>;
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      {changed.map(({ label, before, after }) => (
        <li key={label}>
          {`${label} : `}
          <strong>{after}</strong>
          <span className="text-soft">{` (avant : ${before})`}</span>
        </li>
      ))}
    </ul>
  );
};

/** Who changed which rule, and when: the newest first. */
export const SettingsLog = ({ log }: { readonly log: readonly SettingsChange[] }) =>
  log.length === 0 ? (
    <Empty>Rien n’a encore été changé : ce sont les règles de la pause numérique.</Empty>
  ) : (
    <ol className="flex flex-col gap-3">
      {log.map((change) => (
        <li key={change.version} className="card flex flex-col gap-2 p-4">
          <p className="font-semibold">{`${change.decidedBy}, ${moment(change.decidedAt)}`}</p>
          <Changes change={change} />
        </li>
      ))}
    </ol>
  );
