import type { ReactNode } from 'react';
import type { HoldView } from '@preau/shared/alerts/api.ts';
import { capital, moment } from '@/lib/dates.ts';
import { ActionForm, FormArea, FormChoices, FormText } from '@/ui/action-form.tsx';
import { Status } from '@/ui/status.tsx';
import { decideHold } from './actions.ts';

const STATUS = {
  open: (
    <Status tone="brick" icon="warning">
      Attend votre décision
    </Status>
  ),
  releasing: (
    <Status tone="sky" icon="send">
      Envoi en cours
    </Status>
  ),
  cancelling: (
    <Status tone="sky" icon="hourglass">
      Annulation en cours
    </Status>
  ),
  released: (
    <Status tone="leaf" icon="check">
      Envoyé
    </Status>
  ),
  cancelled: (
    <Status tone="plain" icon="cross">
      Annulé
    </Status>
  ),
} as const satisfies Record<HoldView['status'], ReactNode>;

const DecideForm = ({ schoolId, hold }: { readonly schoolId: string; readonly hold: HoldView }) => (
  <ActionForm id={hold.holdId} action={decideHold} faultTitle="La décision n’est pas enregistrée" className="flex max-w-xl flex-col gap-5">
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="holdId" value={hold.holdId} />
    <FormChoices
      name="decision"
      legend="Que faire de ces alertes ?"
      options={[
        { value: 'release', label: 'Les envoyer', detail: 'Elles disent vrai' },
        { value: 'cancel', label: 'Les annuler', detail: 'Personne n’est prévenu' },
      ]}
    />
    <FormText
      name="typedCount"
      label={`Pour confirmer, tapez le nombre d’alertes en attente : ${hold.waiting}`}
      autoComplete="off"
      width="max-w-sm"
    />
    <FormArea name="reason" label="Raison" hint="Elle est gardée dans l’historique de l’établissement." maxLength={300} rows={2} />
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer la décision
    </button>
  </ActionForm>
);

const titleOf = (hold: HoldView): string => {
  if (hold.cause === 'switchedOff') return 'Alertes retenues pendant la suspension';
  // Once decided nothing waits any more, and the warning would count zero.
  return hold.waiting === 0 ? 'Envoi inhabituel' : hold.warning;
};

interface HoldProps {
  readonly schoolId: string;
  readonly hold: HoldView;
  readonly mayDecide: boolean;
}

const whenResumed = (waiting: number): string =>
  waiting > 1
    ? `${waiting} alertes attendent : celles qui disent encore vrai partiront quand la direction reprendra les alertes.`
    : 'Une alerte attend : si elle dit encore vrai, elle partira quand la direction reprendra les alertes.';

const StatusOf = ({ hold }: { readonly hold: HoldView }) => {
  if (hold.status !== 'open') return STATUS[hold.status];
  if (hold.waiting === 0) return null;
  return hold.cause === 'switchedOff' ? (
    <Status tone="amber" icon="hourglass">
      Attend la reprise
    </Status>
  ) : (
    STATUS.open
  );
};

const Decision = ({ schoolId, hold, mayDecide }: HoldProps) => {
  if (hold.waiting === 0) return <p>Aucune alerte n’attend pour le moment.</p>;
  if (hold.cause === 'switchedOff') return <p>{whenResumed(hold.waiting)}</p>;
  if (!mayDecide) return <p>Un CPE ou la direction décide de les envoyer ou de les annuler. Prévenez-les.</p>;
  return <DecideForm schoolId={schoolId} hold={hold} />;
};

/** One burst kept back: why, how many, and what was decided. */
export const HoldCard = ({ schoolId, hold, mayDecide }: HoldProps) => (
  <li className="card flex flex-col gap-4 p-4 sm:p-5">
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div>
        <h3 className="text-lg">{titleOf(hold)}</h3>
        <p className="text-soft">{capital(moment(hold.openedAt))}</p>
      </div>
      <StatusOf hold={hold} />
    </div>
    {hold.status === 'open' ? <Decision schoolId={schoolId} hold={hold} mayDecide={mayDecide} /> : null}
    {hold.decidedAt === undefined ? null : (
      <p>
        {[hold.decidedByName, moment(hold.decidedAt), hold.reason === undefined ? undefined : `«\u00A0${hold.reason}\u00A0»`]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
    )}
  </li>
);
