import type { DayView } from '@preau/shared/attendance/views.ts';
import { interval, moment } from '@/lib/dates.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { Section } from '@/ui/card.tsx';
import { REASON_WORDS } from '../family/texts.ts';
import { withdrawDeclaration } from './actions.ts';
import { DecisionForm } from './decision-form.tsx';

/** What the office may do about a day: decide on each justification, take back what it entered. */
export const OfficeDay = ({ day }: { readonly day: DayView }) => {
  const standing = day.declarations.filter((one) => one.withdrawnAt === undefined);
  if (day.justifications.length + standing.length === 0) return null;
  return (
    <Section id="decider" title="À la vie scolaire">
      <ul className="flex flex-col gap-3">
        {day.justifications.map((one) => (
          <li key={one.justificationId} className="card flex flex-col gap-3 p-4 sm:p-5">
            <p className="font-semibold">{`${REASON_WORDS.fr[one.reason]}, ${moment(one.at)}`}</p>
            <DecisionForm day={day} justification={one} returnTo={`/absences/${day.absenceId}`} />
          </li>
        ))}
        {standing.map((one) => (
          <li key={one.declarationId} className="card flex flex-wrap items-center justify-between gap-3 p-4 sm:p-5">
            <p className="font-semibold">{`Absence saisie, ${interval(one.from, one.until)}`}</p>
            <ActionForm
              id={`retrait-${one.declarationId}`}
              action={withdrawDeclaration}
              faultTitle="L’absence n’est pas retirée"
              className=""
            >
              <input type="hidden" name="absenceId" value={day.absenceId} />
              <input type="hidden" name="declarationId" value={one.declarationId} />
              <button type="submit" className="btn btn-quiet">
                Retirer cette saisie
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
};
