import type { SkillId } from '../kernel/ids.ts';
import { writeCsv } from '../kernel/csv.ts';
import type { LevelsView } from './levels-api.ts';
import { PUPIL, readPeopleCsv, type CsvFault } from './people-csv.ts';

/** What was read when the file was made: whatever was decided since is told, never overwritten. */
const VERSION = 'Version';

const computedTitle = (label: string): string => `${label} (évaluations)`;

/** The levels of a service as a file: for each skill what evaluations give, and what is decided, which can be filled in and read again. */
export const writeLevelsCsv = ({ skills, pupils }: Pick<LevelsView, 'skills' | 'pupils'>): string =>
  writeCsv([
    [PUPIL, ...skills.flatMap(({ label }) => [computedTitle(label), label]), VERSION],
    ...pupils.map(({ name, levels, revision }) => [
      name,
      ...skills.flatMap(({ skillId }) => {
        const level = levels.find((one) => one.skillId === skillId);
        return [String(level?.computed?.position ?? ''), String(level?.final?.level ?? '')];
      }),
      String(revision),
    ]),
  ]);

/** What the file decides of one pupil; 0 gives a level back to the evaluations. */
export interface ReadLevels {
  /** His rank in the list. */
  readonly pupil: number;
  readonly revision: number;
  readonly set: readonly { readonly skillId: SkillId; readonly level: number }[];
}

/** Reads such a file: an empty cell changes nothing, and what cannot be taken is told line by line. */
export const readLevelsCsv = (
  text: string,
  { skills, pupils }: Pick<LevelsView, 'skills' | 'pupils'>,
): { readonly levels: readonly ReadLevels[]; readonly faults: readonly CsvFault[] } => {
  const { rows, faults } = readPeopleCsv(text, {
    columns: [...skills.map(({ label }) => label), VERSION],
    ignored: skills.map(({ label }) => computedTitle(label)),
    names: pupils.map(({ name }) => name),
    what: 'une compétence de ce service',
  });
  const wrong: CsvFault[] = [];
  const levels = rows.flatMap(({ line, person, cells }): readonly ReadLevels[] => {
    const known = pupils[person];
    const set = skills.flatMap(({ skillId, label }, index) => {
      const typed = (cells[index] ?? '').trim();
      if (typed === '') return [];
      if (!/^[0-4]$/.test(typed)) {
        wrong.push({
          line,
          message: `${known?.name ?? ''}, ${label} : « ${typed} ». Écrivez un niveau de 1 à 4, ou 0 pour celui des évaluations.`,
        });
        return [];
      }
      const level = Number(typed);
      const kept = known?.levels.find((one) => one.skillId === skillId)?.final?.level ?? 0;
      return level === kept ? [] : [{ skillId, level }];
    });
    const version = (cells[skills.length] ?? '').trim();
    return set.length === 0 ? [] : [{ pupil: person, revision: /^\d{1,6}$/.test(version) ? Number(version) : (known?.revision ?? 0), set }];
  });
  return { levels: wrong.length + faults.length > 0 ? [] : levels, faults: [...faults, ...wrong].toSorted((a, b) => a.line - b.line) };
};
