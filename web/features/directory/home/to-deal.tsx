import type { OpenDay } from '@preau/shared/attendance/schema.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { interval, relativeDate } from '@/lib/dates.ts';
import { catchUpAddress } from '@/features/homework/catch-up/address.ts';
import { catchUpTexts } from '@/features/homework/catch-up/texts.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Section } from '@/ui/card.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Status } from '@/ui/status.tsx';
import type { HomeTexts } from './texts.ts';

interface ToDealProps {
  readonly days: readonly OpenDay[];
  readonly schoolOf: (pupilId: string) => string | undefined;
  readonly today: string;
  readonly texts: HomeTexts;
  readonly language: Language;
}

/** What a family has to do, across all children and all schools, the oldest first. */
export const ToDeal = ({ days, schoolOf, today, texts, language }: ToDealProps) => (
  <Card className="p-4 sm:p-6">
    <Section id="a-traiter" title={texts.toDeal}>
      {days.length === 0 ? (
        <p className="flex items-center gap-3 text-lg">
          <span className="grid size-10 flex-none place-items-center rounded-full bg-leaf-soft text-leaf">
            <Icon name="check" />
          </span>
          {texts.nothing}
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {days.map((day) => (
            <li key={day.absenceId} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4 first:pt-1 last:pb-0">
              <div className="min-w-56 flex-1">
                <p className="text-lg leading-snug">
                  <strong>{day.firstName}</strong>
                  <span className="text-soft">{` · ${schoolOf(day.pupilId) ?? ''}`}</span>
                </p>
                <p>{`${relativeDate(day.date, today, language)}, ${interval(day.from, day.until, language)}`}</p>
                <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
                  <Status tone={day.refused ? 'amber' : 'brick'} icon={day.refused ? 'cross' : 'absence'}>
                    {day.refused ? texts.refused : texts.absence}
                  </Status>
                  <a href={catchUpAddress(day.pupilId, day.date)}>
                    {catchUpTexts(language).link}
                    <span className="sr-only">{` : ${day.firstName}, ${relativeDate(day.date, today, language)}`}</span>
                  </a>
                </p>
              </div>
              <Anchor href={`/absences/${day.absenceId}/justifier`} className="btn btn-primary">
                {day.refused ? texts.answerAgain : texts.justify}
                <span className="sr-only">{` : ${day.firstName}, ${relativeDate(day.date, today, language)}`}</span>
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </Section>
  </Card>
);
