import type { SwitchView } from '@preau/shared/alerts/api.ts';
import { moment } from '@/lib/dates.ts';
import { ActionForm, FormArea, FormText } from '@/ui/action-form.tsx';
import { Notice } from '@/ui/notice.tsx';
import { changeSettings, setSwitch } from './actions.ts';

interface SwitchProps {
  readonly schoolId: string;
  readonly state: SwitchView;
}

/** The school's switch: whether alerts leave at all. */
export const SwitchForm = ({ schoolId, state, mayGovern }: SwitchProps & { readonly mayGovern: boolean }) => (
  <div className="card flex flex-col gap-4 p-4 sm:p-5">
    {state.sending ? (
      <Notice tone="done">Les alertes de l’établissement partent normalement.</Notice>
    ) : (
      <Notice tone="warning">{`Les alertes sont suspendues${state.since === undefined ? '' : ` depuis le ${moment(state.since)}`}${state.byName === undefined ? '' : `, par ${state.byName}`}${state.reason === undefined ? '' : `\u00A0: «\u00A0${state.reason}\u00A0»`}.`}</Notice>
    )}
    {mayGovern ? (
      <ActionForm id="suspension" action={setSwitch} faultTitle="Rien n’a changé" className="flex max-w-xl flex-col gap-4">
        <input type="hidden" name="schoolId" value={schoolId} />
        <input type="hidden" name="sending" value={state.sending ? 'non' : 'oui'} />
        <FormArea name="reason" label={state.sending ? 'Raison de la suspension' : 'Raison de la reprise'} maxLength={300} rows={2} />
        <button type="submit" className={`btn self-start ${state.sending ? 'btn-danger' : 'btn-primary'}`}>
          {state.sending ? 'Suspendre les alertes' : 'Reprendre les alertes'}
        </button>
      </ActionForm>
    ) : (
      <p className="text-soft">{`Seule la direction peut ${state.sending ? 'les suspendre' : 'les reprendre'} et changer leurs réglages.`}</p>
    )}
  </div>
);

/** How long an alert may be undone, and when an SMS follows. */
export const SettingsForm = ({ schoolId, state }: SwitchProps) => (
  <ActionForm
    id="reglages"
    action={changeSettings}
    faultTitle="Les réglages ne sont pas enregistrés"
    className="card flex max-w-2xl flex-col gap-5 p-4 sm:p-5"
  >
    <input type="hidden" name="schoolId" value={schoolId} />
    <FormText
      name="holdSeconds"
      label="Délai avant l’envoi, en secondes"
      hint="Une correction faite dans ce délai n’alerte personne. 900 secondes (un quart d’heure) au plus."
      defaultValue={String(state.settings.alertHoldSeconds)}
      width="max-w-md"
    />
    <FormText
      name="smsAfterMinutes"
      label="SMS sans réponse au courriel, après combien de minutes"
      hint="Laissez vide pour n’envoyer un SMS que si le courriel ne peut pas être remis."
      defaultValue={state.settings.smsAfterMinutes === undefined ? '' : String(state.settings.smsAfterMinutes)}
      width="max-w-md"
    />
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer les réglages
    </button>
  </ActionForm>
);
