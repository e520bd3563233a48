import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { signInLocally } from './actions.ts';
import type { SignInTexts } from './texts.ts';

export const LocalForm = ({ texts, returnTo }: { readonly texts: SignInTexts; readonly returnTo: string }) => (
  <ActionForm
    id="local"
    action={signInLocally}
    tab={texts.localTitle}
    faultTitle={texts.faultTitle}
    className="card flex max-w-md flex-col gap-5 p-5 sm:p-6"
  >
    <input type="hidden" name="returnTo" value={returnTo} />
    <FormText name="login" label={texts.login} autoComplete="username" required />
    <FormText name="password" label={texts.password} type="password" autoComplete="current-password" required />
    <button type="submit" className="btn btn-primary">
      {texts.signIn}
    </button>
  </ActionForm>
);
