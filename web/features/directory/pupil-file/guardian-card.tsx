import type { GuardianView } from '@preau/shared/directory/views.ts';
import { RELATION_WORDS } from '@/features/attendance/family/texts.ts';
import { capital, longDate } from '@/lib/dates.ts';
import { ofName } from '@/lib/french.ts';
import { phoneWords } from '@/lib/phone.ts';
import { ActionForm, FormArea, FormChoices } from '@/ui/action-form.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Status } from '@/ui/status.tsx';
import { decideRights } from './actions.ts';

interface GuardianCardProps {
  readonly pupilId: string;
  readonly guardian: GuardianView;
  readonly mayDecide: boolean;
}

const Right = ({ has, yes, no }: { readonly has: boolean; readonly yes: string; readonly no: string }) => (
  <Status tone={has ? 'leaf' : 'plain'} icon={has ? 'check' : 'cross'}>
    {has ? yes : no}
  </Status>
);

const scopeOf = (guardian: GuardianView): string => {
  const { restriction } = guardian;
  if (restriction === undefined || (restriction.informed && restriction.decides)) return 'all';
  return restriction.informed ? 'informed' : 'none';
};

const wordsOf = ({ firstName = '', lastName = 'contact sans compte' }: GuardianView): string => `${firstName} ${lastName}`.trim();

const RightsForm = ({ pupilId, guardian }: Omit<GuardianCardProps, 'mayDecide'>) => (
  <ActionForm
    id={guardian.guardianId}
    action={decideRights}
    faultTitle="Les droits n’ont pas changé"
    className="flex flex-col gap-5"
    opener={
      <>
        Modifier les droits…<span className="sr-only">{` ${ofName(wordsOf(guardian))}`}</span>
      </>
    }
  >
    <input type="hidden" name="pupilId" value={pupilId} />
    <input type="hidden" name="guardianId" value={guardian.guardianId} />
    <input type="hidden" name="revision" value={guardian.revision} />
    <FormChoices
      name="scope"
      legend="Ce que ce responsable peut faire"
      chosen={scopeOf(guardian)}
      options={[
        { value: 'all', label: 'Ce que donne l’annuaire académique', detail: 'Aucune restriction de l’établissement' },
        { value: 'informed', label: 'Être informé, sans décider' },
        { value: 'none', label: 'Ni informé, ni décideur', detail: 'Ni page, ni alerte au sujet de cet élève' },
      ]}
    />
    <FormArea
      name="evidence"
      label="Pièce sur laquelle repose la décision"
      hint="Jugement, ordonnance, courrier daté : nature, date et auteur."
      maxLength={1000}
      rows={2}
    />
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer les droits
    </button>
  </ActionForm>
);

/** A guardian as the office reads him: how to reach him, what he may do, and why not more. */
export const GuardianCard = ({ pupilId, guardian, mayDecide }: GuardianCardProps) => (
  <li className="card flex flex-col gap-3 p-4 sm:p-5">
    <h3 className="text-lg">
      {capital(wordsOf(guardian))}
      <span className="font-normal text-soft">{` · ${capital(RELATION_WORDS.fr[guardian.relationship])}`}</span>
    </h3>
    <ul className="flex flex-wrap gap-x-6">
      {guardian.mobile === undefined ? (
        <li className="inline-flex min-h-11 items-center text-soft">Aucun mobile connu</li>
      ) : (
        <li>
          <a href={`tel:${guardian.mobile}`} className="inline-flex min-h-11 items-center font-semibold">
            {phoneWords(guardian.mobile)}
          </a>
        </li>
      )}
      {guardian.email === undefined ? (
        <li className="inline-flex min-h-11 items-center text-soft">Aucun courriel connu</li>
      ) : (
        <li>
          <a href={`mailto:${guardian.email}`} className="inline-flex min-h-11 items-center font-semibold">
            {guardian.email}
          </a>
        </li>
      )}
    </ul>
    <p className="flex flex-wrap gap-2">
      <Right has={guardian.inForce.informed} yes="Informé" no="Non informé" />
      <Right has={guardian.inForce.decides} yes="Décide" no="Ne décide pas" />
      <Right has={guardian.inForce.contact} yes="À appeler" no="Ne pas appeler" />
    </p>
    {guardian.restriction === undefined || (guardian.restriction.informed && guardian.restriction.decides) ? null : (
      <Notice tone="warning">
        {guardian.restriction.cause === 'adultPupil'
          ? `Opposition de l’élève majeur depuis le ${longDate(guardian.restriction.since)}.`
          : `Droits restreints par l’établissement depuis le ${longDate(guardian.restriction.since)}\u00A0: «\u00A0${guardian.restriction.evidence}\u00A0»`}
      </Notice>
    )}
    {mayDecide ? <RightsForm pupilId={pupilId} guardian={guardian} /> : null}
  </li>
);
