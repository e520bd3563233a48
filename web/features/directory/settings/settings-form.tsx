import type { SettingsView } from '@preau/shared/directory/settings-api.ts';
import { capital, longDate } from '@/lib/dates.ts';
import { ActionForm, FormChecks, FormChoices, FormText } from '@/ui/action-form.tsx';
import { saveSettings } from './actions.ts';
import { settingsTexts } from './texts.ts';

const BLANK_ROWS = 3;

const detailOf = (closures: SettingsView['publicHolidays']): string | undefined => {
  const [next] = closures;
  return next === undefined ? undefined : `Prochaine fermeture : ${longDate(next.from)}`;
};

const Closures = ({ closures }: { readonly closures: SettingsView['decided']['closures'] }) => (
  <fieldset className="flex flex-col gap-3">
    <legend className="mb-1 font-semibold">Fermetures de l’établissement</legend>
    <p className="text-soft">Ponts, journées banalisées : rien n’est publié ces jours-là. Videz une ligne pour la supprimer.</p>
    {Array.from({ length: Math.min(closures.length + BLANK_ROWS, 40) }, (_, row) => (
      <div key={row} className="flex flex-wrap gap-3">
        <FormText
          name={`from-${row}`}
          type="date"
          label={`Fermeture ${row + 1} : premier jour`}
          defaultValue={closures[row]?.from ?? ''}
          width="w-56"
        />
        <FormText name={`until-${row}`} type="date" label="Dernier jour" defaultValue={closures[row]?.until ?? ''} width="w-56" />
      </div>
    ))}
  </fieldset>
);

/** The head's form: the window, the closures, the limit of work and the hour for tomorrow. */
export const SettingsForm = ({ settings, tab }: { readonly settings: SettingsView; readonly tab: string }) => {
  const { decided, publicHolidays, schoolHolidays } = settings;
  const holidays = (closed: string | undefined) => [
    { value: 'open', label: 'On publie aux heures habituelles' },
    { value: 'closed', label: 'Rien n’est publié', ...(closed === undefined ? {} : { detail: closed }) },
  ];
  return (
    <ActionForm
      id="reglages"
      action={saveSettings}
      tab={tab}
      faultTitle="Les réglages ne sont pas enregistrés"
      className="card flex flex-col gap-7 p-5 sm:p-6"
    >
      <input type="hidden" name="schoolId" value={settings.schoolId} />
      <input type="hidden" name="version" value={settings.version} />
      <div className="flex flex-wrap gap-4">
        <FormText name="opens" type="time" label="Première heure de publication" defaultValue={decided.opens} width="w-64" />
        <FormText name="closes" type="time" label="Dernière heure" defaultValue={decided.closes} width="w-64" />
      </div>
      <FormChecks
        name="weekdays"
        legend="Jours de publication"
        columns="grid-cols-2 sm:grid-cols-4"
        chosen={decided.weekdays.map(String)}
        options={settingsTexts('fr').weekdays.map((day, index) => ({ value: String(index + 1), label: capital(day) }))}
      />
      <FormChoices
        name="onPublicHolidays"
        legend="Les jours fériés"
        chosen={decided.onPublicHolidays}
        options={holidays(detailOf(publicHolidays))}
      />
      <FormChoices
        name="onSchoolHolidays"
        legend="Les vacances scolaires"
        chosen={decided.onSchoolHolidays}
        options={holidays(detailOf(schoolHolidays))}
      />
      <Closures closures={decided.closures} />
      <FormText
        name="forTomorrowUntil"
        type="time"
        label="Heure limite du travail pour le lendemain"
        hint="Après cette heure, un professeur ne peut plus donner de travail nouveau pour le jour de classe suivant."
        defaultValue={decided.forTomorrowUntil}
        width="max-w-md"
      />
      <FormText
        name="dayLimitMinutes"
        type="number"
        min={10}
        max={600}
        label="Travail d’une classe pour un même jour, en minutes"
        hint="Au-delà, le professeur qui donne un travail est averti ; rien n’est empêché."
        defaultValue={String(decided.dayLimitMinutes)}
        width="max-w-md"
      />
      <FormText
        name="spreadMinutes"
        type="number"
        min={0}
        max={30}
        label="Étalement après l’ouverture, en minutes"
        hint="Ce qui attendait l’ouverture arrive peu à peu dans ce délai, de 0 à 30 minutes."
        defaultValue={String(decided.spreadMinutes)}
        width="max-w-md"
      />
      <button type="submit" className="btn btn-primary self-start">
        Enregistrer les réglages
      </button>
    </ActionForm>
  );
};
