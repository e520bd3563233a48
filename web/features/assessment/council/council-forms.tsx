import type { CouncilView } from '@preau/shared/assessment/council-api.ts';
import { SYNTHESIS_MAX } from '@preau/shared/assessment/council.ts';
import { moment } from '@/lib/dates.ts';
import { ActionForm, FormArea, FormChoices, FormText } from '@/ui/action-form.tsx';
import { LengthCounter } from '../length-counter.tsx';
import { changeCouncil, prepareCouncil } from './actions.ts';

const Hidden = ({ council }: { readonly council: CouncilView }) => (
  <>
    <input type="hidden" name="schoolId" value={council.schoolId} />
    <input type="hidden" name="classId" value={council.classId} />
    <input type="hidden" name="period" value={council.period} />
    <input type="hidden" name="version" value={council.version} />
  </>
);

/** Takes the absences of the period, once or again. */
export const PrepareForm = ({ council }: { readonly council: CouncilView }) => (
  <ActionForm id="releve" action={prepareCouncil} faultTitle="Les absences ne sont pas relevées" className="card flex flex-col gap-3 p-5">
    <Hidden council={council} />
    <p>
      {council.absencesAt === undefined
        ? 'Les demi-journées d’absence et les retards de la période ne sont pas encore relevés.'
        : `Absences et retards relevés ${moment(council.absencesAt)}. Ce qui est justifié depuis n’y est pas.`}
    </p>
    <button type="submit" className={`btn self-start ${council.absencesAt === undefined ? 'btn-primary' : 'btn-quiet'}`}>
      {council.absencesAt === undefined ? 'Relever les absences' : 'Relever à nouveau'}
    </button>
  </ActionForm>
);

const OPTIONS = [
  { value: 'preparing', label: 'En préparation', detail: 'Vous, la direction et le CPE le lisez.' },
  { value: 'open', label: 'Ouvert aux professeurs de la classe', detail: 'Ils lisent les moyennes et les synthèses.' },
  { value: 'held', label: 'Tenu : enregistrer', detail: 'Plus rien ne change ensuite, sauf si la direction le rouvre.' },
];

/** The date, where the council stands, and what it says of the class. */
export const CouncilForm = ({ council }: { readonly council: CouncilView }) => (
  <ActionForm
    id="conseil"
    action={changeCouncil}
    faultTitle="Le conseil n’est pas enregistré"
    className="card flex flex-col gap-5 p-5 sm:p-6"
  >
    <Hidden council={council} />
    <FormText name="date" type="date" label="Date du conseil" defaultValue={council.date ?? ''} width="w-64" />
    <div>
      <FormArea
        name="synthesis"
        label="Synthèse de la classe"
        hint={`${SYNTHESIS_MAX} caractères au plus.`}
        rows={5}
        defaultValue={council.synthesis}
      />
      <LengthCounter of="conseil-synthesis" most={SYNTHESIS_MAX} />
    </div>
    <FormChoices name="state" legend="Où en est le conseil" chosen={council.state} options={OPTIONS} />
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer
    </button>
  </ActionForm>
);
