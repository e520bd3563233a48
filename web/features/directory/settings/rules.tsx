import type { Language } from '@preau/shared/directory/schema.ts';
import type { SettingsView } from '@preau/shared/directory/settings-api.ts';
import type { Closure } from '@preau/shared/kernel/publication.ts';
import { capital, hour, interval, longDate, moment, today } from '@/lib/dates.ts';
import { Card, Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { minutesWords, settingsTexts, weekdayWords } from './texts.ts';

interface RulesProps {
  readonly settings: SettingsView;
  readonly language: Language;
}

const closuresOf = ({ settings, language }: RulesProps) => {
  const texts = settingsTexts(language);
  const { decided, publicHolidays, schoolHolidays } = settings;
  const named = (closures: readonly Closure[], name?: string) => closures.map((closure) => ({ ...closure, name }));
  return [
    ...named(decided.closures.filter(({ until }) => until >= today())),
    ...(decided.onPublicHolidays === 'closed' ? named(publicHolidays, texts.publicHoliday) : []),
    ...(decided.onSchoolHolidays === 'closed' ? named(schoolHolidays, texts.schoolHoliday) : []),
  ].toSorted((a, b) => a.from.localeCompare(b.from));
};

const ClosedDays = (props: RulesProps) => {
  const texts = settingsTexts(props.language);
  const closures = closuresOf(props);
  if (closures.length === 0) return <p className="text-soft">{texts.noClosure}</p>;
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      {closures.map(({ from, until, name }) => (
        <li key={`${from}${until}${name ?? ''}`}>
          {from === until
            ? capital(texts.oneDay(longDate(from, props.language)))
            : texts.days(longDate(from, props.language), longDate(until, props.language))}
          {name === undefined ? null : <span className="text-soft">{` (${name})`}</span>}
        </li>
      ))}
    </ul>
  );
};

/** A school's rules, in words that a family understands. */
export const Rules = ({ settings, language }: RulesProps) => {
  const texts = settingsTexts(language);
  const { decided, nextPublication, isOpen } = settings;
  return (
    <>
      <Card className="flex flex-col gap-4 p-5 sm:p-6">
        <Section id="fenetre" title={texts.when}>
          <p className="text-lg font-semibold">
            {texts.open(weekdayWords(decided.weekdays, language), interval(decided.opens, decided.closes, language))}
          </p>
          <p>{texts.held}</p>
          <Notice tone={isOpen ? 'done' : 'info'}>{isOpen ? texts.now : texts.next(moment(nextPublication, language))}</Notice>
          <p className="text-soft">{texts.always}</p>
        </Section>
      </Card>
      <Card className="flex flex-col gap-4 p-5 sm:p-6">
        <Section id="travail" title={texts.work}>
          <p>{texts.tomorrow(hour(decided.forTomorrowUntil, language))}</p>
          <p>{texts.limit(minutesWords(decided.dayLimitMinutes))}</p>
        </Section>
      </Card>
      <Card className="flex flex-col gap-4 p-5 sm:p-6">
        <Section id="fermetures" title={texts.closures}>
          <ClosedDays settings={settings} language={language} />
        </Section>
      </Card>
      <p className="text-soft">{texts.who}</p>
    </>
  );
};
