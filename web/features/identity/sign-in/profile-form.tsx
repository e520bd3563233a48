import { ActionForm, FormChoices } from '@/ui/action-form.tsx';
import type { Option } from '@/ui/field.tsx';
import { chooseProfile } from './actions.ts';
import type { SignInTexts } from './texts.ts';

interface ProfileFormProps {
  readonly texts: SignInTexts;
  readonly ticket: string;
  readonly options: readonly Option[];
}

export const ProfileForm = ({ texts, ticket, options }: ProfileFormProps) => (
  <ActionForm
    id="profil"
    action={chooseProfile}
    tab={texts.chooseTitle}
    faultTitle={texts.faultTitle}
    className="flex max-w-xl flex-col gap-5"
  >
    <input type="hidden" name="ticket" value={ticket} />
    <FormChoices name="choice" legend={texts.chooseLegend} options={options} chosen={options[0]?.value} />
    <button type="submit" className="btn btn-primary self-start">
      {texts.enter}
    </button>
  </ActionForm>
);
