import { fileFamilies } from '@preau/shared/files/media-types.ts';
import { acceptOf } from '@preau/shared/files/names.ts';
import type { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { COMMENT_MAX } from '@preau/shared/homework/hand-in-schema.ts';
import type { HandInView } from '@preau/shared/homework/hand-in-views.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import { FileField } from '@/features/files/file-field.tsx';
import type { JoinedFile } from '@/features/files/state.ts';
import { ActionForm, FormArea, FormChoices, FormHidden } from '@/ui/action-form.tsx';
import { pointsWords } from '../hand-in/texts.ts';
import { correctHandIn } from './actions.ts';

interface CorrectFormProps {
  readonly homeworkId: string;
  readonly view: HandInView;
  readonly correction: OutputOf<typeof handInOperations.readCorrection>['correction'];
  readonly joined: readonly JoinedFile[];
}

/** A comment, a word on each file, an annotated copy or a voice, and the levels of the rubric. */
export const CorrectForm = ({ homeworkId, view, correction, joined }: CorrectFormProps) => (
  <div className="card flex flex-col gap-6 p-4 sm:p-6">
    <FileField
      form="corriger"
      purpose="correction"
      joined={joined}
      most={5}
      accept={acceptOf(fileFamilies)}
      returnTo={`/devoirs/${homeworkId}/rendus/${view.pupilId}`}
      label="Joindre une copie annotée ou un commentaire audio"
    />
    <ActionForm id="corriger" action={correctHandIn} faultTitle="La correction n’est pas enregistrée" className="flex flex-col gap-6">
      <input type="hidden" name="homeworkId" value={homeworkId} />
      <input type="hidden" name="pupilId" value={view.pupilId} />
      <FormHidden name="revision" value={String(correction?.revision ?? 0)} />
      {view.terms.rubric?.map(({ key, name, levels }) => (
        <FormChoices
          key={key}
          name={`critere-${key}`}
          legend={name}
          columns="sm:grid-cols-3"
          options={levels.map(({ label, points }, index) => ({
            value: String(index),
            label,
            detail: `${pointsWords(points)} ${points >= 2 ? 'points' : 'point'}`,
          }))}
          {...(correction?.marks[key] === undefined ? {} : { chosen: String(correction.marks[key]) })}
        />
      ))}
      {view.handIn?.files.map(({ fileId, name }) => (
        <FormArea
          key={fileId}
          name={`note-${fileId}`}
          label={`Annotation sur ${name}`}
          rows={2}
          maxLength={1000}
          defaultValue={correction?.notes.find((note) => note.fileId === fileId)?.note ?? ''}
        />
      ))}
      <FormArea name="comment" label="Commentaire" rows={5} maxLength={COMMENT_MAX} defaultValue={correction?.comment ?? ''} />
      <button type="submit" className="btn btn-primary self-start">
        Enregistrer la correction
      </button>
    </ActionForm>
  </div>
);
