import { writeCsv } from '../kernel/csv.ts';
import { PUPIL, readPeopleCsv, type CsvFault } from './people-csv.ts';
import type { RemarkRow } from './remarks-api.ts';
import { FinalAverage, Position, REMARK_MAX, type WrittenRemark } from './remarks.ts';
import { lengthOf } from './written-text.ts';

const COMPUTED = ['Moyenne calculée', 'Positionnement proposé'] as const;
const POSITION = 'Positionnement retenu';
const AVERAGE = 'Moyenne retenue';
const REMARK = 'Appréciation';
/** What was read when the file was made: whatever was written since is told, never overwritten. */
const VERSION = 'Version';

/** As the file names a row: a pupil, or « Classe 4B ». */
const lineName = ({ name, isClass }: CsvRemark): string => (isClass ? `Classe ${name}` : name);

/** A row of the grid of remarks. */
export interface CsvRemark extends Pick<RemarkRow, 'name' | 'average' | 'automatic' | 'remark'> {
  readonly isClass: boolean;
}

/** The remarks of a service and period as a file, which can be filled in and read again. */
export const writeRemarksCsv = (rows: readonly CsvRemark[]): string =>
  writeCsv([
    [PUPIL, ...COMPUTED, POSITION, AVERAGE, REMARK, VERSION],
    ...rows.map((row) => [
      lineName(row),
      row.average?.shown ?? '',
      String(row.automatic?.position ?? ''),
      String(row.remark?.position ?? ''),
      (row.remark?.finalAverage ?? '').replace('.', ','),
      row.remark?.text ?? '',
      String(row.remark?.revision ?? 0),
    ]),
  ]);

/** One row of the file that says something: what it leaves empty stays as it is. */
export interface ReadRemark extends WrittenRemark {
  /** Its rank in the grid. */
  readonly row: number;
  readonly revision: number;
}

/** « 13,50 » is kept as `13.5`. */
export const decimalOf = (typed: string): string => {
  const text = typed.trim().replace(',', '.');
  return /^\d+\.\d*0$/.test(text) ? text.replace(/\.?0+$/, '') : text;
};

/** Reads such a file: an empty cell changes nothing, and what cannot be taken is told line by line. */
export const readRemarksCsv = (
  text: string,
  rows: readonly CsvRemark[],
): { readonly remarks: readonly ReadRemark[]; readonly faults: readonly CsvFault[] } => {
  const { rows: read, faults } = readPeopleCsv(text, {
    columns: [POSITION, AVERAGE, REMARK, VERSION],
    ignored: COMPUTED,
    names: rows.map(lineName),
    what: 'une colonne des appréciations',
  });
  const wrong: CsvFault[] = [];
  const remarks = read.flatMap(({ line, person, cells }): readonly ReadRemark[] => {
    const [position = '', average = '', remark = '', version = ''] = cells;
    const kept = rows[person]?.remark;
    const chosen = position.trim() === '' ? kept?.position : Position.safeParse(Number(position.trim()));
    const decided = average.trim() === '' ? kept?.finalAverage : FinalAverage.safeParse(decimalOf(average));
    const fault = (message: string): void => void wrong.push({ line, message });
    if (typeof chosen === 'object' && !chosen.success) fault(`Positionnement « ${position} » : écrivez 1, 2, 3 ou 4.`);
    if (typeof decided === 'object' && !decided.success) fault(`Moyenne « ${average} » : écrivez une moyenne de 0 à 20.`);
    if (lengthOf(remark) > REMARK_MAX)
      fault(`${lengthOf(remark)} caractères, pour ${REMARK_MAX} au plus. Raccourcissez cette appréciation.`);
    const number = typeof chosen === 'object' ? chosen.data : chosen;
    const mark = typeof decided === 'object' ? decided.data : decided;
    return [
      {
        row: person,
        revision: /^\d{1,6}$/.test(version.trim()) ? Number(version.trim()) : (kept?.revision ?? 0),
        text: remark.trim() === '' ? (kept?.text ?? '') : remark,
        ...(number === undefined ? {} : { position: number }),
        ...(mark === undefined ? {} : { finalAverage: mark }),
      },
    ];
  });
  return { remarks: wrong.length + faults.length > 0 ? [] : remarks, faults: [...faults, ...wrong].toSorted((a, b) => a.line - b.line) };
};
