import { awaitsFamily } from '@preau/shared/attendance/rules.ts';
import type { DayView } from '@preau/shared/attendance/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { capital, interval } from '@/lib/dates.ts';
import { ActionForm, FormArea, FormChecks, FormChoices } from '@/ui/action-form.tsx';
import { justifyAbsence } from './actions.ts';
import { boxOf, REST_OF_DAY } from './answered.ts';
import { REASON_WORDS, type FamilyTexts } from './texts.ts';

interface JustifyFormProps {
  readonly day: DayView;
  readonly requestId: string;
  readonly texts: FamilyTexts;
  readonly language: Language;
  readonly tab: string;
}

/** One page to justify: the hours, the reason, a few words. */
export const JustifyForm = ({ day, requestId, texts, language, tab }: JustifyFormProps) => {
  const open = day.intervals.filter(awaitsFamily);
  return (
    <ActionForm
      id="justifier"
      action={justifyAbsence}
      tab={tab}
      faultTitle={texts.formFault}
      className="card flex flex-col gap-6 p-4 sm:p-6"
    >
      <input type="hidden" name="absenceId" value={day.absenceId} />
      <input type="hidden" name="requestId" value={requestId} />
      {open.map((one) => (
        <input key={boxOf(one)} type="hidden" name={`lessons-${boxOf(one)}`} value={one.lessonIds.join(' ')} />
      ))}
      <FormChecks
        name="hours"
        legend={texts.whichHours}
        options={[
          ...open.map((one) => ({ value: boxOf(one), label: capital(interval(one.from, one.until, language)) })),
          { value: REST_OF_DAY, label: texts.restOfDay },
        ]}
        chosen={open.map(boxOf)}
      />
      <FormChoices
        name="reason"
        legend={texts.reason}
        columns="sm:grid-cols-2"
        options={Object.entries(REASON_WORDS[language]).map(([value, label]) => ({ value, label }))}
      />
      <FormArea name="comment" label={texts.comment} hint={texts.commentHint} maxLength={1000} />
      <button type="submit" className="btn btn-primary text-lg">
        {texts.send}
      </button>
    </ActionForm>
  );
};
