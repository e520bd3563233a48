import type { HandInView } from '@preau/shared/homework/hand-in-views.ts';
import type { HandInTexts } from './texts.ts';

type Asked = NonNullable<HandInView['terms']['questions']>[number];

interface QuestionFieldProps {
  readonly question: Asked;
  readonly answer: string | readonly string[] | undefined;
  readonly texts: HandInTexts;
}

const isChosen = (answer: QuestionFieldProps['answer'], key: string): boolean =>
  typeof answer === 'string' ? answer === key : answer?.includes(key) === true;

/** One question of a questionnaire, with native fields only. */
export const QuestionField = ({ question: { key, kind, prompt, points, choices = [] }, answer, texts }: QuestionFieldProps) => {
  const id = `question-${key}`;
  const name = `q-${key}`;
  const title = (
    <>
      {prompt}
      <span className="font-normal text-soft">{` (${texts.points(points)})`}</span>
    </>
  );
  if (kind === 'single' || kind === 'multiple') {
    return (
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold">{title}</legend>
        {choices.map((choice) => (
          <label key={choice.key} className="choice">
            <input
              type={kind === 'single' ? 'radio' : 'checkbox'}
              name={kind === 'single' ? name : `${name}-${choice.key}`}
              value={choice.key}
              defaultChecked={isChosen(answer, choice.key)}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {title}
      </label>
      <input
        id={id}
        name={name}
        className="field max-w-md"
        inputMode={kind === 'numeric' ? 'decimal' : 'text'}
        maxLength={300}
        autoComplete="off"
        defaultValue={typeof answer === 'string' ? answer : ''}
      />
    </div>
  );
};
