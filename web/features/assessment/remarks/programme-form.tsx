import { ELEMENT_MAX, ELEMENTS_MAX } from '@preau/shared/assessment/programme.ts';
import type { GridView } from '@preau/shared/assessment/remarks-api.ts';
import { moment } from '@/lib/dates.ts';
import { ActionForm, FormArea, FormHidden } from '@/ui/action-form.tsx';
import { FormSaid } from '@/ui/form-outcome.tsx';
import { writeProgramme } from './programme-action.ts';

const Written = ({ programme: { written } }: Pick<GridView, 'programme'>) =>
  written === undefined ? null : <p className="text-soft">{`Écrits par ${written.byName}, ${moment(written.at)}.`}</p>;

/** What the class worked on, one element a line, the same for all its pupils. */
export const ProgrammeForm = ({ grid }: { readonly grid: GridView }) => (
  <ActionForm
    id="programme"
    action={writeProgramme}
    faultTitle="Les éléments du programme ne sont pas enregistrés"
    className="card flex flex-col gap-3 p-4 sm:p-5"
  >
    <input type="hidden" name="serviceId" value={grid.serviceId} />
    <input type="hidden" name="period" value={grid.period} />
    <FormHidden name="revision" value={String(grid.programme.revision)} />
    <FormArea
      name="elements"
      label="Éléments du programme travaillés"
      hint={`Un par ligne, ${ELEMENT_MAX} caractères au plus chacun, ${ELEMENTS_MAX} lignes au plus. Ils figurent sur le bilan de chaque élève.`}
      rows={4}
      defaultValue={grid.programme.elements.join('\n')}
    />
    <Written programme={grid.programme} />
    <button type="submit" className="btn btn-quiet self-start">
      Enregistrer les éléments
    </button>
    <FormSaid />
  </ActionForm>
);

/** The same for whoever reads them. */
export const ProgrammeList = ({ grid }: { readonly grid: GridView }) =>
  grid.programme.elements.length === 0 ? (
    <p className="text-soft">Aucun élément du programme n’est écrit.</p>
  ) : (
    <ul className="card list-disc p-4 ps-8">
      {grid.programme.elements.map((element) => (
        <li key={element}>{element}</li>
      ))}
    </ul>
  );
