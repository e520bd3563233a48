import { HOMEWORK_MINUTES_MAX, type HomeworkKind } from '@preau/shared/homework/schema.ts';
import { FormArea, FormChoices, FormText } from '@/ui/action-form.tsx';
import { RichTextField } from '@/ui/rich-text-field.tsx';
import { homeworkTexts } from '../texts.ts';

interface WorkFieldsProps {
  readonly kind?: HomeworkKind;
  readonly minutes?: number | undefined;
  readonly body?: string;
  readonly links?: string;
}

const KINDS: readonly HomeworkKind[] = ['do', 'handIn', 'learn', 'read'];

/** What is to be done, how long it takes and what it is done with. */
export const WorkFields = ({ kind = 'do', minutes, body = '', links = '' }: WorkFieldsProps) => (
  <>
    <FormChoices
      name="kind"
      legend="De quoi s’agit-il ?"
      chosen={kind}
      columns="grid-cols-2 sm:grid-cols-4"
      options={KINDS.map((value) => ({ value, label: homeworkTexts('fr').kinds[value] }))}
    />
    <RichTextField name="body" label="Consigne" rows={6} defaultValue={body} />
    <FormText
      name="minutes"
      type="number"
      label="Durée estimée, en minutes (facultatif)"
      min={1}
      max={HOMEWORK_MINUTES_MAX}
      defaultValue={minutes === undefined ? '' : String(minutes)}
      width="w-full max-w-72"
    />
    <FormArea
      name="links"
      label="Liens (facultatif)"
      hint="Une adresse par ligne, qui commence par https://."
      rows={2}
      defaultValue={links}
    />
  </>
);
