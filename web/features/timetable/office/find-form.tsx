import { TextField, type Option } from '@/ui/field.tsx';
import { SelectField } from '@/ui/select-field.tsx';

interface FindFormProps {
  readonly date: string;
  readonly classId: string | undefined;
  readonly teacherId: string | undefined;
  readonly classes: readonly Option[];
  readonly teachers: readonly Option[];
}

const NOT_SAID: Option = { value: '', label: '—' };

/** A lesson is looked for by its day, and by who attends it or who gives it: a plain address, without a script. */
export const FindForm = ({ date, classId, teacherId, classes, teachers }: FindFormProps) => (
  <form method="get" action="/vie-scolaire/cours" className="card flex flex-wrap items-end gap-4 p-4 sm:p-5">
    <TextField id="jour" name="jour" type="date" label="Jour" defaultValue={date} required width="w-48" />
    <SelectField id="classe" name="classe" label="Classe" defaultValue={classId} options={[NOT_SAID, ...classes]} width="min-w-40 flex-1" />
    <SelectField
      id="prof"
      name="prof"
      label="ou professeur"
      defaultValue={teacherId}
      options={[NOT_SAID, ...teachers]}
      width="min-w-40 flex-1"
    />
    <button type="submit" className="btn btn-primary">
      Chercher
    </button>
  </form>
);
