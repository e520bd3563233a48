import type { GridView } from '@preau/shared/assessment/remarks-api.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { acceptPositions } from './accept-action.ts';

/** Takes, in one go, the suggested position of every pupil who has none yet. */
export const AcceptForm = ({ grid }: { readonly grid: GridView }) => {
  const waiting = grid.pupils.filter(
    ({ closed, automatic, remark }) => !closed && automatic !== undefined && remark?.position === undefined,
  );
  if (waiting.length === 0) return null;
  return (
    <ActionForm
      id="positionnements"
      action={acceptPositions}
      faultTitle="Les positionnements ne sont pas repris"
      className="card flex flex-col gap-3 p-4 sm:p-5"
    >
      <input type="hidden" name="serviceId" value={grid.serviceId} />
      <input type="hidden" name="period" value={grid.period} />
      <p>
        {`${waiting.length === 1 ? 'Un élève a' : `${waiting.length} élèves ont`} un positionnement proposé que vous n’avez pas retenu : il ne figure pas sur le bilan.`}
      </p>
      <button type="submit" className="btn btn-quiet self-start">
        Reprendre les positionnements proposés
      </button>
    </ActionForm>
  );
};
