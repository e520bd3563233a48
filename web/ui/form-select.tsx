'use client';
import { useField } from './action-form.tsx';
import { SelectField, type SelectFieldProps } from './select-field.tsx';

export const FormSelect = (props: Omit<SelectFieldProps, 'id' | 'error'>) => {
  const { id, value, error } = useField(props.name, props.defaultValue);
  return <SelectField key={value ?? ''} {...props} id={id} defaultValue={value} error={error} />;
};
