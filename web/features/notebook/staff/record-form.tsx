import type { RecordView } from '@preau/shared/notebook/views.ts';
import { ResourceFiles } from '@/features/homework/staff/resource-files.tsx';
import type { JoinedFile } from '@/features/files/state.ts';
import { moment } from '@/lib/dates.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { FormOnFault } from '@/ui/form-outcome.tsx';
import { WrittenContent } from '../record-content.tsx';
import { notebookTexts } from '../texts.ts';
import { writeRecord } from './actions.ts';
import { WrittenFields } from './written-fields.tsx';

const FORM = 'seance';

interface RecordFormProps {
  readonly record: RecordView;
  readonly added: readonly JoinedFile[];
}

/** What a co-teacher saved while this form was open. */
const Meanwhile = ({ record }: Pick<RecordFormProps, 'record'>) => (
  <FormOnFault field="conflict">
    <div id={`${FORM}-conflict`} tabIndex={-1} className="flex flex-col gap-3 rounded-card border-2 border-amber p-4">
      <p className="font-semibold">
        {`Texte enregistré${record.backstage?.writtenBy === undefined ? '' : ` par ${record.backstage.writtenBy.name}`}${
          record.backstage?.writtenAt === undefined ? '' : `, ${moment(record.backstage.writtenAt)}`
        }`}
      </p>
      <WrittenContent recordId={record.recordId} written={record} texts={notebookTexts('fr')} />
      <p>Le vôtre est resté dans le formulaire. L’enregistrer remplace ce texte, que l’historique de la séance garde.</p>
    </div>
  </FormOnFault>
);

/** A lesson being written: documents first, so that nothing typed is lost on a page without a script. */
export const RecordForm = ({ record, added }: RecordFormProps) => {
  const kept = record.files.map(({ fileId, name }) => ({ fileId, name, status: 'clean' as const }));
  return (
    <>
      <ResourceFiles form={FORM} joined={[...kept, ...added]} returnTo={`/cahier/${record.recordId}`} />
      <ActionForm
        id={FORM}
        action={writeRecord}
        faultTitle="La séance n’est pas enregistrée"
        className="card flex flex-col gap-6 p-4 sm:p-6"
      >
        <input type="hidden" name="recordId" value={record.recordId} />
        <input type="hidden" name="revision" value={record.backstage?.revision ?? 0} />
        <Meanwhile record={record} />
        <WrittenFields written={record} />
        <div className="flex flex-wrap gap-3">
          <button type="submit" name="as" value="now" className="btn btn-primary">
            {record.publishedAt === undefined ? 'Publier' : 'Enregistrer et publier'}
          </button>
          {record.end === undefined ? null : (
            <button type="submit" name="as" value="lesson" className="btn btn-quiet">
              Publier à la fin du cours
            </button>
          )}
          <button type="submit" name="as" value="draft" className="btn btn-quiet">
            Garder en brouillon
          </button>
        </div>
      </ActionForm>
    </>
  );
};
