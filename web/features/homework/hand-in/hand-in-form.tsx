import { fileFamilies } from '@preau/shared/files/media-types.ts';
import { acceptOf } from '@preau/shared/files/names.ts';
import { HAND_IN_FILES_MAX, HAND_IN_TEXT_MAX } from '@preau/shared/homework/hand-in-schema.ts';
import type { HandInView } from '@preau/shared/homework/hand-in-views.ts';
import { FileField } from '@/features/files/file-field.tsx';
import type { JoinedFile } from '@/features/files/state.ts';
import { ActionForm, FormArea, FormCheck } from '@/ui/action-form.tsx';
import { handInWork } from './actions.ts';
import { QuestionField } from './question-field.tsx';
import type { HandInTexts } from './texts.ts';

interface HandInFormProps {
  readonly homeworkId: string;
  readonly view: HandInView;
  readonly joined: readonly JoinedFile[];
  readonly requestId: string;
  readonly texts: HandInTexts;
}

/** The files of a hand-in go first, so that nothing typed is lost on a page without a script. */
export const HandInForm = ({ homeworkId, view, joined, requestId, texts }: HandInFormProps) => {
  const { handIn, terms, classmates } = view;
  const chosen = new Set(handIn?.members.map(({ pupilId }) => pupilId));
  return (
    <div className="card flex flex-col gap-6 p-4 sm:p-6">
      <FileField
        form="rendre"
        purpose="hand-in"
        joined={joined}
        most={HAND_IN_FILES_MAX}
        accept={acceptOf(fileFamilies)}
        returnTo={`/devoirs/${homeworkId}`}
        label={texts.file}
        withCamera
      />
      <ActionForm id="rendre" action={handInWork} faultTitle={texts.fault} className="flex flex-col gap-6">
        <input type="hidden" name="homeworkId" value={homeworkId} />
        <input type="hidden" name="requestId" value={requestId} />
        {terms.questions?.map((question) => (
          <QuestionField key={question.key} question={question} answer={handIn?.answers?.[question.key]} texts={texts} />
        ))}
        <FormArea
          name="text"
          label={texts.textLabel}
          hint={texts.textHint}
          rows={5}
          maxLength={HAND_IN_TEXT_MAX}
          defaultValue={handIn?.text ?? ''}
        />
        {classmates.length === 0 ? null : (
          <details open={chosen.size > 1}>
            <summary className="font-semibold">{texts.groupLegend(terms.groupOf)}</summary>
            <div className="mt-2 grid gap-2 sm:grid-cols-2">
              {classmates.map(({ pupilId, name }) => (
                <FormCheck key={pupilId} name={`avec-${pupilId}`} label={name} checked={chosen.has(pupilId)} />
              ))}
            </div>
          </details>
        )}
        <button type="submit" className="btn btn-primary self-start text-lg">
          {handIn === undefined ? texts.send : texts.replace}
        </button>
      </ActionForm>
    </div>
  );
};
