const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Paris in winter: the sequences stay within it. */
const OFFSET = HOUR;

type Who = 'pupils' | 'guardians';

const dayStart = (moment: number): number => Math.floor((moment + OFFSET) / DAY) * DAY - OFFSET;
const isWeekday = (moment: number): boolean => ![0, 6].includes(new Date(moment + OFFSET).getUTCDay());
const isOpen = (moment: number): boolean => {
  const since = moment - dayStart(moment);
  return isWeekday(moment) && since >= 7 * HOUR && since < 20 * HOUR;
};

/** The next instant at a school hour of a weekday, this one included. */
const nextAt = (moment: number, hour: number): number => {
  let found = dayStart(moment) + hour * HOUR;
  while (found < moment || !isWeekday(found)) found += DAY;
  return found;
};
const nextOpening = (moment: number): number => (isOpen(moment) ? moment : nextAt(moment, 7));

interface Value {
  readonly at: number;
  readonly value: number | undefined;
}

interface Column {
  version: number;
  coefficient: number;
  withdrawn: boolean;
  publication: Readonly<Record<Who, number>> | undefined;
  readonly cells: Map<string, { value: number | undefined; version: number }>;
  /** What readers have to see, and from when, since the publication. */
  readonly shown: Map<string, Value[]>;
  coefficients: Value[];
}

const heldAt = (values: readonly Value[], moment: number): number | undefined => values.findLast(({ at }) => at <= moment)?.value;

/** Marks as anybody would explain them: columns, hours, and who sees what from when; knows nothing of how they are kept. */
export const marksModel = () => {
  const columns = new Map<string, Column>();
  const get = (id: string): Column => {
    const found = columns.get(id);
    if (found === undefined) throw new Error(`No column ${id}`);
    return found;
  };
  const visible = (column: Column, moment: number): number => Math.max(nextOpening(moment), column.publication?.pupils ?? 0);

  const seen = (pupil: string, who: Who, moment: number) =>
    [...columns].flatMap(([id, { publication, withdrawn, shown, coefficients }]) => {
      if (publication === undefined || withdrawn || publication[who] > moment) return [];
      const value = heldAt(shown.get(pupil) ?? [], moment);
      return value === undefined ? [] : [{ id, value, coefficient: heldAt(coefficients, moment) ?? 1 }];
    });

  const average = (pupil: string, who: Who, moment: number): number | undefined => {
    const marks = seen(pupil, who, moment);
    const weight = marks.reduce((sum, mark) => sum + mark.coefficient, 0);
    return weight === 0 ? undefined : marks.reduce((sum, { value, coefficient }) => sum + value * coefficient, 0) / weight;
  };

  return {
    columns,
    get,
    seen,
    average,

    /** Of five averages at least. */
    mean(pupils: readonly string[], who: Who, moment: number): number | undefined {
      const known = pupils.map((pupil) => average(pupil, who, moment)).filter((one) => one !== undefined);
      return known.length < 5 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length;
    },

    add(id: string): void {
      columns.set(id, {
        version: 1,
        coefficient: 1,
        withdrawn: false,
        publication: undefined,
        cells: new Map(),
        shown: new Map(),
        coefficients: [],
      });
    },

    /** The pupils whose cell somebody changed since that version; every other one is saved. */
    save(
      id: string,
      read: number,
      asked: readonly { readonly pupil: string; readonly value: number | undefined }[],
      moment: number,
    ): string[] {
      const column = get(id);
      const conflicts = asked.filter(({ pupil, value }) => {
        const held = column.cells.get(pupil);
        return held !== undefined && held.value !== value && held.version > read;
      });
      const changes = asked.filter(
        (cell) => !conflicts.includes(cell) && (column.cells.get(cell.pupil)?.value ?? undefined) !== cell.value,
      );
      if (changes.length > 0) column.version += 1;
      for (const { pupil, value } of changes) {
        column.cells.set(pupil, { value, version: column.version });
        if (column.publication !== undefined) {
          column.shown.set(pupil, [...(column.shown.get(pupil) ?? []), { at: visible(column, moment), value }]);
        }
      }
      return conflicts.map(({ pupil }) => pupil);
    },

    weigh(id: string, coefficient: number, moment: number): void {
      const column = get(id);
      if (column.coefficient === coefficient) return;
      column.version += 1;
      column.coefficient = coefficient;
      if (column.publication !== undefined) column.coefficients.push({ at: visible(column, moment), value: coefficient });
    },

    publish(id: string, moment: number, notBefore: number): void {
      const column = get(id);
      const pupils = nextAt(Math.max(moment, notBefore), 14);
      column.publication = { pupils, guardians: nextOpening(pupils + DAY) };
      column.version += 1;
      column.shown.clear();
      for (const [pupil, { value }] of column.cells) column.shown.set(pupil, [{ at: 0, value }]);
      column.coefficients = [{ at: 0, value: column.coefficient }];
    },

    unpublish(id: string): void {
      const column = get(id);
      column.publication = undefined;
      column.version += 1;
    },

    withdraw(id: string, withdrawn: boolean): void {
      const column = get(id);
      column.withdrawn = withdrawn;
      column.version += 1;
      if (!withdrawn) column.publication = undefined;
    },
  };
};
