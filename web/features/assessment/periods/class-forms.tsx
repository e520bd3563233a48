import type { PeriodsView } from '@preau/shared/assessment/periods-api.ts';
import { defaultPeriods, endsOf, periodName, type Period, type PeriodKind } from '@preau/shared/assessment/periods.ts';
import { capital } from '@/lib/dates.ts';
import { ActionForm, FormArea, FormChoices, FormText } from '@/ui/action-form.tsx';
import { Status } from '@/ui/status.tsx';
import { closePeriod, reopenPeriod, saveDates } from './actions.ts';
import { stateWords, untilWords } from './words.ts';

interface FormsProps {
  readonly schoolId: string;
  readonly view: PeriodsView;
}

const Hidden = ({ schoolId, view }: FormsProps) => (
  <>
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="classId" value={view.classId} />
    <input type="hidden" name="version" value={view.version} />
  </>
);

const endsFor = (view: PeriodsView, kind: PeriodKind): readonly string[] =>
  endsOf(view.kind === kind ? view.periods : defaultPeriods(kind, view.year).periods);

/** How the year of a class is cut: the last day of each period but the last, which ends with the year. */
export const DatesForm = ({ schoolId, view }: FormsProps) => {
  const [first, second] = endsFor(view, 'trimester');
  const [half] = endsFor(view, 'semester');
  return (
    <ActionForm
      id="dates"
      action={saveDates}
      faultTitle="Les dates ne sont pas enregistrées"
      className="card flex flex-col gap-5 p-5 sm:p-6"
    >
      <Hidden schoolId={schoolId} view={view} />
      <FormChoices
        name="kind"
        legend="L’année de cette classe se découpe en"
        chosen={view.kind}
        columns="sm:grid-cols-2"
        options={[
          { value: 'trimester', label: 'trois trimestres' },
          { value: 'semester', label: 'deux semestres' },
        ]}
      />
      <fieldset className="flex flex-wrap gap-4">
        <legend className="mb-1 font-semibold">Si ce sont des trimestres</legend>
        <FormText name="trimester1" type="date" label="Dernier jour du 1er trimestre" defaultValue={first ?? ''} width="w-64" />
        <FormText name="trimester2" type="date" label="Dernier jour du 2e trimestre" defaultValue={second ?? ''} width="w-64" />
      </fieldset>
      <fieldset className="flex flex-wrap gap-4">
        <legend className="mb-1 font-semibold">Si ce sont des semestres</legend>
        <FormText name="semester1" type="date" label="Dernier jour du 1er semestre" defaultValue={half ?? ''} width="w-64" />
      </fieldset>
      <p className="text-soft">La dernière période se termine avec l’année scolaire. Une période close garde ses dates.</p>
      <button type="submit" className="btn btn-primary self-start">
        Enregistrer les dates
      </button>
    </ActionForm>
  );
};

const CloseForm = ({ period, ...props }: FormsProps & { readonly period: Period }) => (
  <ActionForm id={`clore-${period.key}`} action={closePeriod} faultTitle="La période n’est pas close">
    <Hidden {...props} />
    <input type="hidden" name="period" value={period.key} />
    <button type="submit" className="btn btn-quiet self-start">
      {`Clore le ${periodName(period.key)}`}
    </button>
  </ActionForm>
);

const ReopenForm = ({ period, ...props }: FormsProps & { readonly period: Period }) => (
  <ActionForm
    id={`rouvrir-${period.key}`}
    action={reopenPeriod}
    faultTitle="La période n’est pas rouverte"
    opener={`Rouvrir le ${periodName(period.key)}`}
    openerLook="btn-danger"
  >
    <Hidden {...props} />
    <input type="hidden" name="period" value={period.key} />
    <FormArea name="reason" label="Pourquoi la rouvrir ?" hint="Gardé dans le journal ci-dessous, avec votre nom." rows={2} />
    <button type="submit" className="btn btn-danger self-start">
      {`Rouvrir le ${periodName(period.key)}`}
    </button>
  </ActionForm>
);

/** Each period with its state, and what the head may do of it. */
export const PeriodCards = (props: FormsProps) => (
  <ul className="flex flex-col gap-3">
    {props.view.periods.map((period) => (
      <li key={period.key} className="card flex flex-col gap-3 p-4 sm:p-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h3 className="text-lg">{capital(periodName(period.key))}</h3>
          <Status tone={period.closed === undefined ? 'leaf' : 'plain'} icon={period.closed === undefined ? 'pen' : 'check'}>
            {period.closed === undefined ? 'Ouverte' : 'Close'}
          </Status>
        </div>
        <p className="text-soft">
          {capital(untilWords(period))}
          {period.closed === undefined ? '' : ` · ${stateWords(period)}`}
        </p>
        {period.closed === undefined ? <CloseForm {...props} period={period} /> : <ReopenForm {...props} period={period} />}
      </li>
    ))}
  </ul>
);
