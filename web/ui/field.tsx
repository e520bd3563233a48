import type { ReactNode } from 'react';
import { FormIcon } from './form-icon.tsx';

const FieldError = ({ id, message }: { readonly id: string; readonly message: string | undefined }) =>
  message === undefined ? null : (
    <p id={id} className="flex items-start gap-1.5 font-semibold text-brick">
      <FormIcon name="warning" className="mt-0.5 size-5" />
      <span>{message}</span>
    </p>
  );

export const describedBy = (id: string, hint: unknown, error: unknown): { 'aria-describedby'?: string } => {
  const ids = [...(hint === undefined ? [] : [`${id}-aide`]), ...(error === undefined ? [] : [`${id}-erreur`])];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

export const invalid = (error: unknown): { 'aria-invalid'?: true } => (error === undefined ? {} : { 'aria-invalid': true });

export interface Labelled {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly defaultValue?: string | undefined;
}

export const Head = ({ id, label, hint, error }: Pick<Labelled, 'id' | 'label' | 'hint' | 'error'>) => (
  <>
    <label htmlFor={id} className="font-semibold">
      {label}
    </label>
    {hint === undefined ? null : (
      <p id={`${id}-aide`} className="text-soft">
        {hint}
      </p>
    )}
    <FieldError id={`${id}-erreur`} message={error} />
  </>
);

export interface TextFieldProps extends Labelled {
  readonly type?: 'text' | 'password' | 'number' | 'date' | 'time';
  readonly inputMode?: 'decimal' | 'text';
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly width?: string;
}

export const TextField = ({ label, hint, error, type = 'text', width = '', ...input }: TextFieldProps) => (
  <div className={`flex max-w-full flex-col gap-1.5 ${width}`}>
    <Head id={input.id} label={label} {...(hint === undefined ? {} : { hint })} error={error} />
    <input type={type} className="field" {...invalid(error)} {...describedBy(input.id, hint, error)} {...input} />
  </div>
);

export interface TextAreaProps extends Labelled {
  readonly rows?: number;
  readonly maxLength?: number;
}

export const TextArea = ({ label, hint, error, rows = 3, ...area }: TextAreaProps) => (
  <div className="flex flex-col gap-1.5">
    <Head id={area.id} label={label} {...(hint === undefined ? {} : { hint })} error={error} />
    <textarea rows={rows} className="field" {...invalid(error)} {...describedBy(area.id, hint, error)} {...area} />
  </div>
);

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

export interface ChoicesProps {
  readonly id: string;
  readonly name: string;
  readonly legend: ReactNode;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly error?: string | undefined;
  readonly columns?: string;
}

/** Native radios, each label a whole target; the first one carries the name that an error summary leads to. */
export const Choices = ({ id, name, legend, options, chosen, error, columns = '' }: ChoicesProps) => (
  <fieldset className="flex flex-col gap-2" {...describedBy(id, undefined, error)}>
    <legend className="mb-2 font-semibold">{legend}</legend>
    <FieldError id={`${id}-erreur`} message={error} />
    <div className={`grid gap-2 ${columns}`}>
      {options.map((option, index) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            id={index === 0 ? id : `${id}-${option.value}`}
            defaultChecked={chosen === option.value}
          />
          <span className="flex flex-col py-1">
            {option.label}
            {option.detail === undefined ? null : <span className="font-normal text-soft">{option.detail}</span>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);

export interface ChecksProps extends Omit<ChoicesProps, 'chosen'> {
  readonly hint?: string;
  readonly chosen: readonly string[];
}

/** Native check boxes: each is sent as `<name>-<value>` when it is ticked. */
export const Checks = ({ id, name, legend, hint, options, chosen, error, columns = '' }: ChecksProps) => (
  <fieldset className="flex flex-col gap-2" {...describedBy(id, hint, error)}>
    <legend className="mb-2 font-semibold">{legend}</legend>
    {hint === undefined ? null : (
      <p id={`${id}-aide`} className="text-soft">
        {hint}
      </p>
    )}
    <FieldError id={`${id}-erreur`} message={error} />
    <div className={`grid gap-2 ${columns}`}>
      {options.map((option, index) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            name={`${name}-${option.value}`}
            id={index === 0 ? id : `${id}-${option.value}`}
            defaultChecked={chosen.includes(option.value)}
          />
          <span className="py-1">{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
