'use client';
import { useActionState } from 'react';
import type { FormState } from '@/lib/form.ts';
import { ErrorSummary } from '@/ui/error-summary.tsx';
import { TextField } from '@/ui/field.tsx';
import { Tab } from '@/ui/page.tsx';
import { signInLocally } from './actions.ts';
import type { SignInTexts } from './texts.ts';

const BLANK: FormState = { faults: [], typed: {} };

export const LocalForm = ({ texts, returnTo }: { readonly texts: SignInTexts; readonly returnTo: string }) => {
  const [state, action] = useActionState(signInLocally, BLANK);
  const faultOf = (field: string) => state.faults.find((fault) => fault.field === field)?.message;
  return (
    <>
      <Tab title={texts.localTitle} faulty={state.faults.length > 0} />
      {state.faults.length === 0 ? null : <ErrorSummary title={texts.faultTitle} faults={state.faults} />}
      <form action={action} noValidate className="card flex max-w-md flex-col gap-5 p-5 sm:p-6">
        <input type="hidden" name="returnTo" value={returnTo} />
        <TextField name="login" label={texts.login} autoComplete="username" required defaultValue={state.typed['login']} error={faultOf('login')} />
        <TextField name="password" label={texts.password} type="password" autoComplete="current-password" required error={faultOf('password')} />
        <button type="submit" className="btn btn-primary">
          {texts.signIn}
        </button>
      </form>
    </>
  );
};
