import { fileFamilies } from '@preau/shared/files/media-types.ts';
import { acceptOf } from '@preau/shared/files/names.ts';
import type { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { COMMENT_MAX } from '@preau/shared/homework/hand-in-schema.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import { FileField } from '@/features/files/file-field.tsx';
import type { JoinedFile } from '@/features/files/state.ts';
import { ActionForm, FormArea } from '@/ui/action-form.tsx';
import { correctTogether } from './actions.ts';

interface CommonFormProps {
  readonly homeworkId: string;
  readonly plan: OutputOf<typeof handInOperations.listHandIns>['plan'];
  readonly joined: readonly JoinedFile[];
}

/** One correction for the whole class. */
export const CommonForm = ({ homeworkId, plan, joined }: CommonFormProps) => (
  <div className="card flex flex-col gap-6 p-4 sm:p-6">
    <FileField
      form="commune"
      purpose="correction"
      joined={joined}
      most={5}
      accept={acceptOf(fileFamilies)}
      returnTo={`/devoirs/${homeworkId}/rendus/commune`}
      label="Joindre un corrigé"
    />
    <ActionForm
      id="commune"
      action={correctTogether}
      faultTitle="La correction n’est pas enregistrée"
      tab="Correction commune"
      className="flex flex-col gap-6"
    >
      <input type="hidden" name="homeworkId" value={homeworkId} />
      <input type="hidden" name="revision" value={plan.revision} />
      <FormArea name="comment" label="Correction" rows={8} maxLength={COMMENT_MAX} defaultValue={plan.common?.comment ?? ''} />
      <button type="submit" className="btn btn-primary self-start">
        Enregistrer la correction
      </button>
    </ActionForm>
  </div>
);
