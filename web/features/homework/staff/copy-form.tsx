import type { GivenRow } from '@preau/shared/homework/views.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { copyWork } from './actions.ts';
import { DueFields, type Chosen } from './due-fields.tsx';

interface CopyFormProps {
  readonly row: GivenRow;
  readonly chosen: Chosen;
  readonly today: string;
  readonly requestId: string;
  readonly tab: string;
}

/** The same work for another class or group: only its date is to be chosen. */
export const CopyForm = ({ row, chosen, today, requestId, tab }: CopyFormProps) => (
  <ActionForm
    id="copie"
    action={copyWork}
    tab={tab}
    faultTitle="Le travail n’est pas copié"
    className="card flex flex-col gap-6 p-4 sm:p-6"
  >
    <input type="hidden" name="homeworkId" value={row.homeworkId} />
    <input type="hidden" name="of" value={chosen.audience.groupId ?? chosen.audience.classId ?? ''} />
    <input type="hidden" name="requestId" value={requestId} />
    <DueFields chosen={{ ...chosen, subject: row.subject }} today={today} />
    <div className="flex flex-wrap gap-3">
      <button type="submit" name="as" value="publish" className="btn btn-primary">
        Donner ce travail
      </button>
      <button type="submit" name="as" value="draft" className="btn btn-quiet">
        Copier en brouillon
      </button>
    </div>
  </ActionForm>
);
