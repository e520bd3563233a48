import type { AwayPupil } from '@preau/shared/homework/views.ts';
import { longDate } from '@/lib/dates.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { Section } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { setDeadline } from './deadline-actions.ts';

interface AwayProps {
  readonly homeworkId: string;
  readonly pupils: readonly AwayPupil[];
}

const FAULT = 'Le délai n’est pas enregistré';

const awayWords = ({ from, until, backOn }: AwayPupil): string =>
  from === until
    ? `Absence du ${longDate(from)}, retour le ${longDate(backOn)}`
    : `Absence du ${longDate(from)} au ${longDate(until)}, retour le ${longDate(backOn)}`;

const Hidden = ({ homeworkId, pupilId }: { readonly homeworkId: string; readonly pupilId: string }) => (
  <>
    <input type="hidden" name="homeworkId" value={homeworkId} />
    <input type="hidden" name="pupilId" value={pupilId} />
  </>
);

const AwayRow = ({ homeworkId, pupil }: { readonly homeworkId: string; readonly pupil: AwayPupil }) => {
  const { pupilId, name, proposed, decided } = pupil;
  const isDecided = decided !== undefined;
  return (
    <li className="card flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">{name}</h3>
        <Status tone={isDecided ? 'leaf' : 'amber'} icon={isDecided ? 'check' : 'hourglass'}>
          {isDecided ? `Pour ${longDate(decided)}` : 'Délai à confirmer'}
        </Status>
      </div>
      <p className="text-soft">{awayWords(pupil)}</p>
      <div className="flex flex-wrap items-start gap-3">
        {isDecided || proposed === undefined ? null : (
          <ActionForm id={`accepter-${pupilId}`} action={setDeadline} faultTitle={FAULT} className="flex">
            <Hidden homeworkId={homeworkId} pupilId={pupilId} />
            <input type="hidden" name="dueOn" value={proposed} />
            <button type="submit" className="btn btn-primary">
              {`Accepter ${longDate(proposed)}`}
              <span className="sr-only">{` pour ${name}`}</span>
            </button>
          </ActionForm>
        )}
        <ActionForm
          id={`delai-${pupilId}`}
          action={setDeadline}
          faultTitle={FAULT}
          opener={
            <>
              {isDecided ? 'Changer la date' : 'Choisir une autre date'}
              <span className="sr-only">{` pour ${name}`}</span>
            </>
          }
        >
          <Hidden homeworkId={homeworkId} pupilId={pupilId} />
          <FormText name="dueOn" type="date" label="Nouvelle date" defaultValue={decided ?? proposed} />
          <button type="submit" className="btn btn-primary self-start">
            Enregistrer cette date
          </button>
        </ActionForm>
      </div>
    </li>
  );
};

/** The pupils whom an absence kept from this work, each with a date to accept in one tap. */
export const AwayPupils = ({ homeworkId, pupils }: AwayProps) =>
  pupils.length === 0 ? null : (
    <Section id="absents" title="Élèves absents">
      <p className="text-soft">
        Ils étaient absents quand ce travail a été donné ou attendu. Tant que vous n’avez rien choisi, ils lisent « délai à confirmer ».
      </p>
      <ul className="flex flex-col gap-3">
        {pupils.map((pupil) => (
          <AwayRow key={pupil.pupilId} homeworkId={homeworkId} pupil={pupil} />
        ))}
      </ul>
    </Section>
  );
