interface Option {
  readonly value: string;
  readonly label: string;
}

interface FindFormProps {
  readonly date: string;
  readonly classId: string | undefined;
  readonly teacherId: string | undefined;
  readonly classes: readonly Option[];
  readonly teachers: readonly Option[];
}

const Select = ({
  name,
  label,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly Option[];
}) => (
  <label className="flex min-w-48 flex-1 flex-col gap-1.5 font-semibold">
    {label}
    <select name={name} defaultValue={chosen ?? ''} className="field font-normal">
      <option value="">—</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);

/** A lesson is looked for by its day, and by who attends it or who gives it: a plain address, without a script. */
export const FindForm = ({ date, classId, teacherId, classes, teachers }: FindFormProps) => (
  <form method="get" action="/vie-scolaire/cours" className="card flex flex-wrap items-end gap-4 p-4 sm:p-5">
    <label className="flex flex-col gap-1.5 font-semibold">
      Jour
      <input type="date" name="jour" defaultValue={date} required className="field w-48 font-normal" />
    </label>
    <Select name="classe" label="Classe" chosen={classId} options={classes} />
    <Select name="prof" label="ou professeur" chosen={teacherId} options={teachers} />
    <button type="submit" className="btn btn-primary">
      Chercher
    </button>
  </form>
);
