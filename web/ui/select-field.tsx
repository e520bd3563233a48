import { describedBy, Head, invalid, type Labelled, type Option } from './field.tsx';

export interface SelectFieldProps extends Labelled {
  readonly options: readonly Option[];
  readonly width?: string;
}

/** One choice among many, by the browser's own list. */
export const SelectField = ({ label, hint, error, options, width = '', ...select }: SelectFieldProps) => (
  <div className={`flex max-w-full flex-col gap-1.5 ${width}`}>
    <Head id={select.id} label={label} {...(hint === undefined ? {} : { hint })} error={error} />
    <select className="field" {...invalid(error)} {...describedBy(select.id, hint, error)} {...select}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);
