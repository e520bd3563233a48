import { SelectField } from '@/ui/select-field.tsx';
import { periodOptions } from './periods.ts';

interface PeriodFormProps {
  readonly action: string;
  readonly period: string;
  /** What the address must keep. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Another period, by a plain form. */
export const PeriodForm = ({ action, period, kept = {} }: PeriodFormProps) => (
  <form action={action} className="flex flex-wrap items-end gap-3">
    {Object.entries(kept).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <SelectField id="periode" name="periode" label="Période" options={periodOptions()} defaultValue={period} />
    <button type="submit" className="btn btn-quiet">
      Afficher
    </button>
  </form>
);
