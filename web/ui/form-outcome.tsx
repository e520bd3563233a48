'use client';
import type { ReactNode } from 'react';
import { useFormState } from './action-form.tsx';
import { Anchor } from './anchor.tsx';
import { Notice } from './notice.tsx';

/** What the form around it made, to be taken once its words are read. */
export const FormMade = () => {
  const { made } = useFormState();
  return made === undefined ? null : (
    <Notice tone="info" live="status">
      <p>{made.words}</p>
      <p className="mt-2">
        <Anchor href={made.href} className="btn btn-primary">
          {made.label}
        </Anchor>
      </p>
    </Notice>
  );
};

/** What the form around it says once it was heard. */
export const FormSaid = () => {
  const { said } = useFormState();
  return said === undefined ? null : (
    <Notice tone="info" live="status">
      <ul className="flex flex-col gap-1">
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
};

/** Shown only when the form comes back refused for that reason: what must be read before it is sent again. */
export const FormOnFault = ({ field, children }: { readonly field: string; readonly children: ReactNode }) =>
  useFormState().faults.some((fault) => fault.field === field) ? children : null;
