import { Rubric } from './rubric.ts';

const LEVEL = /^(?<label>.*\S)\s+(?<points>\d+(?:[.,]\d+)?)$/;

const levelOf = (text: string) => {
  const { label, points } = LEVEL.exec(text.trim())?.groups ?? {};
  return label === undefined || points === undefined ? undefined : { label, points: Number(points.replace(',', '.')) };
};

/** Reads a rubric typed in a plain field, one criterion a line: `Langue : À revoir 0 / Correcte 2 / Précise 4`; the line that cannot be read is given back. */
export const readRubricText = (text: string): Rubric | { readonly line: number } | undefined => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  const criteria = lines.map((line, index) => {
    const at = line.indexOf(':');
    return {
      key: `c${index + 1}`,
      name: line.slice(0, Math.max(0, at)).trim(),
      levels: line
        .slice(at + 1)
        .split('/')
        .map(levelOf),
    };
  });
  const parsed = Rubric.safeParse(criteria);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0]?.path[0];
  return { line: typeof first === 'number' ? first + 1 : 1 };
};

/** The same rubric as it is typed. */
export const writeRubricText = (rubric: Rubric): string =>
  rubric
    .map(({ name, levels }) => `${name} : ${levels.map(({ label, points }) => `${label} ${String(points).replace('.', ',')}`).join(' / ')}`)
    .join('\n');
