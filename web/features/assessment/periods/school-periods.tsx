import type { PeriodsView } from '@preau/shared/assessment/periods-api.ts';
import { periodName, type PeriodKey } from '@preau/shared/assessment/periods.ts';
import { ActionForm, FormChecks } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { closeForMany } from './actions.ts';

/** Every class with its periods, in one table. */
export const SchoolPeriods = ({ classes }: { readonly classes: readonly PeriodsView[] }) => (
  <div className="card">
    <table className="data">
      <caption className="sr-only">Périodes de chaque classe</caption>
      <thead>
        <tr>
          <th scope="col">Classe</th>
          <th scope="col">Périodes</th>
          <th scope="col">Closes</th>
        </tr>
      </thead>
      <tbody>
        {classes.map(({ classId, className, kind, periods }) => (
          <tr key={classId}>
            <th scope="row">
              <Anchor href={`/etablissement/periodes/${classId}`} className="inline-block min-w-6">
                {className}
              </Anchor>
            </th>
            <td>{kind === 'trimester' ? 'Trimestres' : 'Semestres'}</td>
            <td>
              {periods
                .filter(({ closed }) => closed !== undefined)
                .map(({ key }) => periodName(key))
                .join(', ') || 'Aucune'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Closes one period for many classes at once: those where it is still open. */
export const CloseForMany = ({
  schoolId,
  period,
  classes,
}: {
  readonly schoolId: string;
  readonly period: PeriodKey;
  readonly classes: readonly PeriodsView[];
}) => (
  <ActionForm
    id={`clore-${period}`}
    action={closeForMany}
    faultTitle="Toutes les classes ne sont pas closes"
    opener={`Clore le ${periodName(period)} de plusieurs classes`}
  >
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="period" value={period} />
    <FormChecks
      name="classes"
      legend="Classes"
      hint="Notes et appréciations de ces classes ne changeront plus pour cette période."
      columns="grid-cols-2 sm:grid-cols-4"
      chosen={classes.map(({ classId }) => classId)}
      options={classes.map(({ classId, className }) => ({ value: classId, label: className }))}
    />
    <button type="submit" className="btn btn-primary self-start">
      {`Clore le ${periodName(period)}`}
    </button>
  </ActionForm>
);
