import { remindersOperations } from '@preau/shared/alerts/reminders-api.ts';
import { TOPICS } from '@preau/shared/alerts/reminders.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { load } from '@/lib/session.ts';
import { ActionForm, FormCheck } from '@/ui/action-form.tsx';
import { Section } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { saveReminders } from './actions.ts';
import { reminderPageTexts } from './texts.ts';

const PRESETS = [
  ['essentiel', 'essential'],
  ['soir', 'evening'],
  ['tout', 'all'],
] as const;

/** What a guardian or a pupil receives in the evening, child by child; the absence of the day is not a choice. */
export const ReminderChoice = async ({ language, isGuardian }: { readonly language: Language; readonly isGuardian: boolean }) => {
  const answer = await load(remindersOperations.readPreferences, {});
  if (!answer.ok) return null;
  const { pupils, holidayPause } = answer.output;
  const texts = reminderPageTexts(language);
  return (
    <Section id="rappels" title={texts.title}>
      <ActionForm id="rappels-soir" action={saveReminders} faultTitle={texts.refused} className="card flex flex-col gap-5 p-5 sm:p-6">
        <input type="hidden" name="pupils" value={pupils.map(({ pupilId }) => pupilId).join(' ')} />
        {/* What Enter presses, before any preset: the boxes as they are ticked. */}
        <button type="submit" hidden tabIndex={-1}>
          {texts.save}
        </button>
        <p>{texts.lead}</p>
        <fieldset className="flex flex-col gap-2">
          <legend className="font-semibold">{texts.presets}</legend>
          <p className="text-soft">{isGuardian ? texts.presetDetail : texts.ownPresetDetail}</p>
          <div className="flex flex-wrap gap-3">
            {PRESETS.map(([value, name]) => (
              <button key={value} type="submit" name="preset" value={value} className="btn btn-quiet">
                {texts[name]}
              </button>
            ))}
          </div>
        </fieldset>
        {pupils.map(({ pupilId, firstName, topics }) => (
          <fieldset key={pupilId} className="flex flex-col gap-2">
            <legend className="font-semibold">{`${texts.who} ${firstName}`}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              {isGuardian ? (
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  {texts.absence}
                  <Status tone="plain" icon="check">
                    {texts.locked}
                  </Status>
                </p>
              ) : null}
              {TOPICS.map((topic) => (
                <FormCheck key={topic} name={`${topic}-${pupilId}`} label={texts.topics[topic]} checked={topics[topic]} />
              ))}
            </div>
          </fieldset>
        ))}
        {isGuardian ? <p className="text-soft">{texts.why}</p> : null}
        <FormCheck name="pause" label={texts.pause} checked={holidayPause} />
        <button type="submit" className="btn btn-primary self-start">
          {texts.save}
        </button>
      </ActionForm>
    </Section>
  );
};
