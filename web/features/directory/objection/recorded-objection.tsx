import type { PupilFile } from '@preau/shared/directory/views.ts';
import { longDate } from '@/lib/dates.ts';
import { ActionForm, FormArea } from '@/ui/action-form.tsx';
import { Notice } from '@/ui/notice.tsx';
import { recordObjection } from './actions.ts';

/** An adult pupil's objection on his file: where it stands and, for the head, the record of a written one. */
export const RecordedObjection = ({ file }: { readonly file: PupilFile }) => {
  const active = file.objection?.active === true;
  if (!active && !file.mayRecordObjection) return null;
  return (
    <div className="flex flex-col gap-3">
      {active ? (
        <Notice tone="warning">
          {`${file.firstName}, majeur, s’oppose à l’information de ses responsables${file.objection === undefined ? '' : ` depuis le ${longDate(file.objection.since)}`}. Ils ne voient rien et ne reçoivent rien.`}
        </Notice>
      ) : (
        <p>{`${file.firstName} est majeur et ne s’oppose pas à l’information de ses responsables.`}</p>
      )}
      {file.mayRecordObjection ? (
        <ActionForm
          id="opposition"
          action={recordObjection}
          faultTitle="L’opposition n’a pas changé"
          opener={active ? 'Lever l’opposition, sur écrit de l’élève…' : 'Enregistrer une opposition écrite de l’élève…'}
          className="flex flex-col gap-5"
        >
          <input type="hidden" name="pupilId" value={file.pupilId} />
          <FormArea
            name="evidence"
            label="Écrit de l’élève"
            hint="Courrier ou courriel : nature et date. L’élève peut aussi choisir lui-même, dans ses préférences."
            maxLength={1000}
            rows={2}
          />
          <button type="submit" name="active" value={active ? 'non' : 'oui'} className="btn btn-primary self-start">
            {active ? 'Lever l’opposition' : 'Enregistrer l’opposition'}
          </button>
        </ActionForm>
      ) : null}
    </div>
  );
};
