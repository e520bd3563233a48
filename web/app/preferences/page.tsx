import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { ObjectionView } from '@preau/shared/directory/views.ts';
import { ReminderChoice } from '@/features/alerts/reminders/reminder-choice.tsx';
import { reminderPageTexts } from '@/features/alerts/reminders/texts.ts';
import { OwnObjection } from '@/features/directory/objection/own-objection.tsx';
import { objectionTexts } from '@/features/directory/objection/texts.ts';
import { savePreferences } from '@/features/directory/preferences/actions.ts';
import { preferencesTexts } from '@/features/directory/preferences/texts.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { readCookie } from '@/lib/cookie-jar.ts';
import type { Search } from '@/lib/search.ts';
import { lightMode, load, pageLanguage } from '@/lib/session.ts';
import { ActionForm, FormChoices } from '@/ui/action-form.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

/** An adult pupil's switch; a minor has none. */
const ownObjection = async (): Promise<ObjectionView | undefined> => {
  const home = await load(directoryOperations.readHome, {});
  return home.ok && home.output.role === 'pupil' ? home.output.objection : undefined;
};

const PreferencesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const pages = await pageLanguage();
  const texts = preferencesTexts(pages);
  const search = await searchParams;
  const objection = visit.role === 'pupil' ? await ownObjection() : undefined;
  const isStaff = visit.person.kind === 'staff' || visit.person.kind === 'operator';
  const language = (await readCookie('language')) ?? visit.person.language;
  return (
    <Shell visit={visit} current="preferences">
      <FormsTab title={texts.title}>
        <Page title={texts.title}>
          <Outcome
            search={search}
            said={{
              enregistre: texts.saved,
              rappels: reminderPageTexts(pages).saved,
              opposition: objectionTexts(pages).objected,
              levee: objectionTexts(pages).lifted,
            }}
          />
          <ActionForm
            id="preferences"
            action={savePreferences}
            faultTitle={texts.fault}
            className="card flex max-w-xl flex-col gap-6 p-5 sm:p-6"
          >
            {isStaff ? (
              <input type="hidden" name="language" value={language} />
            ) : (
              <FormChoices
                name="language"
                legend={texts.language}
                chosen={language}
                options={[
                  { value: 'fr', label: 'Français' },
                  { value: 'en', label: 'English' },
                ]}
              />
            )}
            <FormChoices
              name="light"
              legend={texts.light}
              chosen={(await lightMode()) ? '1' : '0'}
              options={[
                { value: '0', label: texts.full },
                { value: '1', label: texts.lightMode, detail: texts.lightDetail },
              ]}
            />
            <button type="submit" className="btn btn-primary self-start">
              {texts.save}
            </button>
          </ActionForm>
          {visit.role === 'guardian' || visit.role === 'pupil' ? (
            <ReminderChoice language={pages} isGuardian={visit.role === 'guardian'} />
          ) : null}
          {objection === undefined ? null : <OwnObjection pupilId={visit.person.personId} objection={objection} language={pages} />}
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default PreferencesPage;
