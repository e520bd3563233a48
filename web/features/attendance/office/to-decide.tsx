import type { DayView } from '@preau/shared/attendance/views.ts';
import { interval, longDate, moment } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { FileLinks } from '../day-history.tsx';
import { REASON_WORDS, RELATION_WORDS } from '../family/texts.ts';
import { DecisionForm } from './decision-form.tsx';

/** The office's queue: what the family says, then the two answers. */
export const ToDecide = ({ days }: { readonly days: readonly DayView[] }) => (
  <ul className="flex flex-col gap-4">
    {days.flatMap((day) =>
      day.justifications
        .filter((one) => one.decision === undefined)
        .map((one) => (
          <li key={one.justificationId} className="card flex flex-col gap-3 p-4 sm:p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h2 className="text-xl">
                <Anchor href={`/vie-scolaire/eleves/${day.pupilId}`} className="text-ink">{`${day.lastName} ${day.firstName}`}</Anchor>
                {day.className === undefined ? null : <span className="font-normal text-soft">{` · ${day.className}`}</span>}
              </h2>
              <Anchor href={`/absences/${day.absenceId}`} className="inline-flex min-h-11 items-center">
                {`${longDate(day.date)}, ${day.intervals.map((hours) => interval(hours.from, hours.until)).join(' et ')}`}
              </Anchor>
            </div>
            <p className="text-lg font-semibold">{REASON_WORDS.fr[one.reason]}</p>
            {one.comment === '' ? null : <p>{`« ${one.comment} »`}</p>}
            <FileLinks absenceId={day.absenceId} files={one.files} />
            <p className="text-[0.9375rem] text-soft">{`${one.byName ?? ''} (${RELATION_WORDS.fr[one.byRole]}), ${moment(one.at)}`}</p>
            <DecisionForm day={day} justification={one} returnTo="/vie-scolaire/absences" />
          </li>
        )),
    )}
  </ul>
);
