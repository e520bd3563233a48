import { MarksSettingsChanged } from '@preau/shared/assessment/events.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayChangeMarksSettings } from '@preau/shared/assessment/policy.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { AssessmentServices } from './services.ts';

/** Adapts the rules of a school for marks: what is published already keeps its hours, averages follow at once. */
export const changeMarksSettings = bind<AssessmentServices>()(marksOperations.changeMarksSettings, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayChangeMarksSettings,
  async run({ actor, subject: { schoolId }, input: { body }, services, now }) {
    const { publication } = await services.directory.findSchoolSettings(schoolId);
    const isWithin = (hour: string): boolean => publication.opens <= hour && hour < publication.closes;
    if (!body.settings.hours.every(isWithin)) return refuse('assessment.hours-outside-window');
    if ((await marksSettingsOf(schoolId, services)).version !== body.version) return refuse('assessment.changed-meanwhile');
    const version = body.version + 1;
    const changed = happened(MarksSettingsChanged, {
      id: `${MarksSettingsChanged.type}:${schoolId}:${version}`,
      at: now,
      schoolId,
      data: { schoolId },
    });
    const isAdded = await services.store.addSettings({ schoolId, version, settings: body.settings, by: actor.personId, at: now }, [
      changed,
    ]);
    return isAdded ? { settings: body.settings, version, mayChange: true } : refuse('assessment.changed-meanwhile');
  },
});
