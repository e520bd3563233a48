import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayChangeMarksSettings, mayReadMarksSettings } from '@preau/shared/assessment/policy.ts';
import { bind } from '../runtime/bind.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { AssessmentServices } from './services.ts';

/** The rules of a school for marks, as everybody there may know them. */
export const readMarksSettings = bind<AssessmentServices>()(marksOperations.readMarksSettings, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayReadMarksSettings,
  async run({ actor, subject, services }) {
    return { ...(await marksSettingsOf(subject.schoolId, services)), mayChange: mayChangeMarksSettings(actor, subject) };
  },
});
