import type { HandInView } from '@preau/shared/homework/hand-in-views.ts';
import { FormChecks, FormChoices, FormText } from '@/ui/action-form.tsx';
import type { HandInTexts } from './texts.ts';

type Asked = NonNullable<HandInView['terms']['questions']>[number];

interface QuestionFieldProps {
  readonly question: Asked;
  readonly answer: string | readonly string[] | undefined;
  readonly texts: HandInTexts;
}

/** One question of a questionnaire, with native fields only. */
export const QuestionField = ({ question: { key, kind, prompt, points, choices = [] }, answer, texts }: QuestionFieldProps) => {
  const name = `q-${key}`;
  const title = `${prompt} (${texts.points(points)})`;
  const options = choices.map((choice) => ({ value: choice.key, label: choice.label }));
  const alone = typeof answer === 'string' ? answer : undefined;
  if (kind === 'single') return <FormChoices name={name} legend={title} options={options} chosen={alone} />;
  if (kind === 'multiple')
    return <FormChecks name={name} legend={title} options={options} chosen={typeof answer === 'object' ? answer : []} />;
  return (
    <FormText
      name={name}
      label={title}
      inputMode={kind === 'numeric' ? 'decimal' : 'text'}
      maxLength={300}
      autoComplete="off"
      width="max-w-md"
      defaultValue={alone ?? ''}
    />
  );
};
