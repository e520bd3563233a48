'use client';
import { useActionState } from 'react';
import type { FormState } from '@/lib/form.ts';
import { ErrorSummary } from '@/ui/error-summary.tsx';
import { Choices } from '@/ui/field.tsx';
import { Tab } from '@/ui/page.tsx';
import { chooseProfile } from './actions.ts';
import type { SignInTexts } from './texts.ts';

const BLANK: FormState = { faults: [], typed: {} };

interface ProfileFormProps {
  readonly texts: SignInTexts;
  readonly ticket: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly detail: string }[];
}

export const ProfileForm = ({ texts, ticket, options }: ProfileFormProps) => {
  const [state, action] = useActionState(chooseProfile, BLANK);
  return (
    <>
      <Tab title={texts.chooseTitle} faulty={state.faults.length > 0} />
      {state.faults.length === 0 ? null : <ErrorSummary title={texts.faultTitle} faults={state.faults} />}
      <form action={action} noValidate className="flex max-w-xl flex-col gap-5">
        <input type="hidden" name="ticket" value={ticket} />
        <Choices name="choice" legend={texts.chooseLegend} options={options} chosen={state.typed['choice'] ?? options[0]?.value} error={state.faults.find((fault) => fault.field === 'choice')?.message} />
        <button type="submit" className="btn btn-primary self-start">
          {texts.enter}
        </button>
      </form>
    </>
  );
};
