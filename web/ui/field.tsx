import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export const FieldError = ({ id, message }: { readonly id: string; readonly message: string | undefined }) =>
  message === undefined ? null : (
    <p id={id} className="flex items-start gap-1.5 font-semibold text-brick">
      <Icon name="warning" className="mt-0.5 size-5" />
      <span>{message}</span>
    </p>
  );

const describedBy = (name: string, hint: unknown, error: unknown): { 'aria-describedby'?: string } => {
  const ids = [...(hint === undefined ? [] : [`${name}-aide`]), ...(error === undefined ? [] : [`${name}-erreur`])];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'number' | 'date' | 'time' | 'search';
  readonly defaultValue?: string | undefined;
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly inputMode?: 'numeric' | 'text';
  readonly width?: string;
}

export const TextField = ({ name, label, hint, error, type = 'text', width = '', ...input }: FieldProps) => (
  <div className="flex flex-col gap-1.5">
    <label htmlFor={name} className="font-semibold">
      {label}
    </label>
    {hint === undefined ? null : (
      <p id={`${name}-aide`} className="text-soft">
        {hint}
      </p>
    )}
    <FieldError id={`${name}-erreur`} message={error} />
    <input id={name} name={name} type={type} className={`field ${width}`} {...(error === undefined ? {} : { 'aria-invalid': true })} {...describedBy(name, hint, error)} {...input} />
  </div>
);

interface AreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
}

export const TextArea = ({ name, label, hint, error, rows = 3, ...area }: AreaProps) => (
  <div className="flex flex-col gap-1.5">
    <label htmlFor={name} className="font-semibold">
      {label}
    </label>
    {hint === undefined ? null : (
      <p id={`${name}-aide`} className="text-soft">
        {hint}
      </p>
    )}
    <FieldError id={`${name}-erreur`} message={error} />
    <textarea id={name} name={name} rows={rows} className="field" {...(error === undefined ? {} : { 'aria-invalid': true })} {...describedBy(name, hint, error)} {...area} />
  </div>
);

interface ChoicesProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly options: readonly { readonly value: string; readonly label: string; readonly detail?: string }[];
  readonly chosen?: string | undefined;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly columns?: string;
}

/** Native radios, each label a whole target; the first one carries the name that an error summary leads to. */
export const Choices = ({ name, legend, options, chosen, error, hint, columns = '' }: ChoicesProps) => (
  <fieldset className="flex flex-col gap-2" {...describedBy(name, hint, error)}>
    <legend className="mb-2 font-semibold">{legend}</legend>
    {hint === undefined ? null : (
      <p id={`${name}-aide`} className="text-soft">
        {hint}
      </p>
    )}
    <FieldError id={`${name}-erreur`} message={error} />
    <div className={`grid gap-2 ${columns}`}>
      {options.map((option, index) => (
        <label key={option.value} className="choice">
          <input type="radio" name={name} value={option.value} id={index === 0 ? name : `${name}-${option.value}`} defaultChecked={chosen === option.value} />
          <span className="flex flex-col py-1">
            {option.label}
            {option.detail === undefined ? null : <span className="font-normal text-soft">{option.detail}</span>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);
