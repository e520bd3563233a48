import type { GivenRow } from '@preau/shared/homework/views.ts';
import type { HomeworkContent } from '@preau/shared/homework/schema.ts';
import { toMarkdown } from '@preau/shared/kernel/markdown-print.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { changeWork } from './actions.ts';
import { DueFields, type Chosen } from './due-fields.tsx';
import { WorkFields } from './work-fields.tsx';

export const CHANGE_FORM = 'modification';

interface ChangeFormProps {
  readonly row: GivenRow;
  readonly content: HomeworkContent;
  readonly chosen: Chosen;
  readonly today: string;
  readonly tab: string;
}

/** The same page as to give it, filled with what stands. */
export const ChangeForm = ({ row, content, chosen, today, tab }: ChangeFormProps) => (
  <ActionForm
    id={CHANGE_FORM}
    action={changeWork}
    tab={tab}
    faultTitle="La modification n’est pas enregistrée"
    className="card flex flex-col gap-6 p-4 sm:p-6"
  >
    <input type="hidden" name="homeworkId" value={row.homeworkId} />
    <input type="hidden" name="revision" value={row.revision} />
    <DueFields chosen={{ ...chosen, subject: row.subject }} today={today} due={{ lessonId: row.dueLessonId, date: row.dueOn }} />
    <WorkFields
      kind={row.kind}
      minutes={row.minutes}
      body={toMarkdown(content.body)}
      links={content.links.map((link) => link.url).join('\n')}
    />
    <details>
      <summary className="btn btn-quiet inline-flex">Autres dates</summary>
      <div className="mt-4 flex flex-wrap gap-4">
        <FormText name="givenOn" type="date" label="Donné le" defaultValue={row.givenOn} width="w-56" />
        {row.status === 'published' ? null : (
          <FormText name="publishOn" type="date" label="Publier plus tard, le" min={today} width="w-56" />
        )}
      </div>
    </details>
    <div className="flex flex-wrap gap-3">
      <button type="submit" name="as" value="publish" className="btn btn-primary">
        {row.status === 'draft' ? 'Donner ce travail' : 'Enregistrer'}
      </button>
      {row.status === 'published' ? null : (
        <button type="submit" name="as" value="draft" className="btn btn-quiet">
          Garder en brouillon
        </button>
      )}
    </div>
  </ActionForm>
);
