'use client';
import { createContext, use, type ReactNode } from 'react';
import { BLANK, type FormState } from '@/lib/form-state.ts';
import { ErrorSummary } from './error-summary.tsx';
import {
  Checks,
  Choices,
  TextArea,
  TextField,
  type ChecksProps,
  type ChoicesProps,
  type TextAreaProps,
  type TextFieldProps,
} from './field.tsx';
import { SharedTab } from './forms-tab.tsx';
import { Tab } from './page.tsx';
import { useSubmit } from './use-submit.ts';

const Context = createContext<{ readonly id: string; readonly state: FormState }>({ id: '', state: BLANK });

interface ActionFormProps {
  /** Unique on the page: it begins the ids of the fields. */
  readonly id: string;
  readonly action: (state: FormState, data: FormData) => Promise<FormState>;
  readonly faultTitle: string;
  /** Given, the form alone writes the title of the tab, which tells of an error; several forms on a page share a `FormsTab`. */
  readonly tab?: string;
  readonly className?: string;
  /** Given, the form is folded behind this button, and unfolded by itself when it comes back refused. */
  readonly opener?: ReactNode;
  readonly openerLook?: 'btn-danger' | 'btn-quiet';
  readonly children: ReactNode;
}

/** A form that works without a script: refused, it comes back with its faults, each leading to its field, and with what was typed. */
export const ActionForm = ({
  id,
  action,
  faultTitle,
  tab,
  className = 'flex flex-col gap-5',
  opener,
  openerLook = 'btn-quiet',
  children,
}: ActionFormProps) => {
  const { state, run, formProps } = useSubmit(action, BLANK);
  const shared = use(SharedTab);
  const faulty = state.faults.length > 0;
  const title = tab ?? (faulty ? shared : undefined);
  const form = (
    <Context value={{ id, state }}>
      {title === undefined ? null : <Tab title={title} faulty={faulty} />}
      {faulty ? (
        <ErrorSummary
          title={faultTitle}
          faults={state.faults.map((fault) => ({ ...fault, field: fault.field === '' ? '' : `${id}-${fault.field}` }))}
        />
      ) : null}
      <form id={id} action={run} {...formProps} noValidate className={className}>
        {children}
      </form>
    </Context>
  );
  if (opener === undefined) return form;
  return (
    <details open={faulty} className="min-w-40 flex-1">
      <summary className={`btn ${openerLook} inline-flex`}>{opener}</summary>
      <div className="mt-4 flex max-w-xl flex-col gap-4">{form}</div>
    </details>
  );
};

export const useFormState = (): FormState => use(Context).state;

/** What a field of the form shows, and what is wrong with it, when the form has come back. */
export const useField = (name: string, given: string | undefined) => {
  const { id, state } = use(Context);
  return { id: `${id}-${name}`, value: state.typed[name] ?? given, error: state.faults.find((fault) => fault.field === name)?.message };
};

export const FormText = (props: Omit<TextFieldProps, 'id' | 'error'>) => {
  const { id, value, error } = useField(props.name, props.defaultValue);
  return <TextField {...props} id={id} defaultValue={value} error={error} />;
};

export const FormArea = (props: Omit<TextAreaProps, 'id' | 'error'>) => {
  const { id, value, error } = useField(props.name, props.defaultValue);
  return <TextArea {...props} id={id} defaultValue={value} error={error} />;
};

export const FormChoices = (props: Omit<ChoicesProps, 'id' | 'error'>) => {
  const { id, value, error } = useField(props.name, props.chosen);
  return <Choices key={value ?? ''} {...props} id={id} chosen={value} error={error} />;
};

/** What a form must be sent back with, and that a refusal may have changed. */
export const FormHidden = ({ name, value }: { readonly name: string; readonly value: string }) => {
  const { state } = use(Context);
  return <input key={state.typed[name] ?? value} type="hidden" name={name} defaultValue={state.typed[name] ?? value} />;
};

interface FormCheckProps {
  readonly name: string;
  readonly label: string;
  readonly checked?: boolean;
}

/** One box of a list; ticked again when the form comes back. */
export const FormCheck = ({ name, label, checked = false }: FormCheckProps) => {
  const { state } = use(Context);
  const isBack = Object.keys(state.typed).length > 0;
  const ticked = isBack ? state.typed[name] !== undefined : checked;
  return (
    <label className="choice">
      <input key={String(ticked)} type="checkbox" name={name} value="oui" defaultChecked={ticked} />
      {label}
    </label>
  );
};

/** Boxes of one question; ticked again as they were when the form comes back. */
export const FormChecks = (props: Omit<ChecksProps, 'id' | 'error'>) => {
  const { id: form, state } = use(Context);
  const { id, error } = useField(props.name, undefined);
  const ticked = props.options.map(({ value }) => value).filter((value) => `${props.name}-${value}` in state.typed);
  const chosen = Object.keys(state.typed).length === 0 ? props.chosen : ticked;
  return <Checks key={`${form}${chosen.join()}`} {...props} id={id} chosen={chosen} error={error} />;
};
