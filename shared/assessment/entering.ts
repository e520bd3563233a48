import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/school-time.ts';
import type { CellConflict, CellRefusal } from './marks-views.ts';
import { compare, ofDecimal } from './rational.ts';
import type { Cell, CellValue, Evaluation, NamedPerson } from './schema.ts';
import { valueOf } from './seen.ts';

interface AskedCell {
  readonly pupilId: PersonId;
  readonly value: CellValue;
}

/** What a save knows of the moment. */
export interface Entering {
  readonly by: NamedPerson;
  readonly now: Instant;
  readonly requestId: string;
  /** Of a published evaluation: when readers see what changes. */
  readonly visibleFrom: Instant | undefined;
  readonly isTaught: (pupilId: PersonId) => boolean;
  readonly isClosedFor: (pupilId: PersonId) => boolean;
}

export interface Entered {
  /** As it becomes; undefined when nothing changes. */
  readonly after: Evaluation | undefined;
  readonly saved: readonly AskedCell[];
  readonly previous: readonly AskedCell[];
  readonly conflicts: readonly CellConflict[];
  readonly refused: readonly CellRefusal[];
}

/** So many submits are remembered. */
const REQUESTS_KEPT = 6;

const NOTHING: Cell = { version: 1, changed: [] };

const inOrder = (value: CellValue): string => {
  const { given, levels, comment } = value;
  const shown = Object.entries(levels ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([given ?? null, shown, comment ?? null]);
};

export const isSameValue = (one: CellValue, other: CellValue): boolean => inOrder(one) === inOrder(other);

/** True when a mark passes the scale. */
export const isAbove = ({ given }: CellValue, scale: string): boolean =>
  given !== undefined && 'mark' in given && compare(ofDecimal(given.mark), ofDecimal(scale)) > 0;

const faultOf = (
  { pupilId, value }: AskedCell,
  held: CellValue,
  { terms }: Evaluation,
  entering: Entering,
): CellRefusal['reason'] | undefined => {
  if (!entering.isTaught(pupilId)) return 'not-in-roster';
  if (entering.isClosedFor(pupilId)) return 'period-closed';
  if (isAbove(value, terms.scale)) return 'out-of-range';
  // The level of a skill that was taken off the evaluation since stays as it is.
  const kept = new Map(Object.entries(held.levels ?? {}));
  const isStrange = ([skillId, level]: readonly [string, number]): boolean =>
    !terms.skillIds.some((known) => known === skillId) && kept.get(skillId) !== level;
  return Object.entries(value.levels ?? {}).some(isStrange) ? 'skill-unknown' : undefined;
};

/** The versions that cells still bear, and who wrote them. */
const keptSaves = (evaluation: Evaluation): Evaluation['saves'] => {
  const borne = new Set(Object.values(evaluation.cells).map(({ version }) => version));
  return evaluation.saves.filter(({ version }) => borne.has(version));
};

export const withAuthor = (authors: Evaluation['authors'], by: NamedPerson): Evaluation['authors'] =>
  authors.some(({ personId }) => personId === by.personId) ? authors : [...authors, by];

const write = (evaluation: Evaluation, changes: readonly AskedCell[], { by, now, requestId, visibleFrom }: Entering): Evaluation => {
  const version = evaluation.version + 1;
  const cells = Object.fromEntries(
    changes.map(({ pupilId, value }) => {
      const before = evaluation.cells[pupilId] ?? NOTHING;
      const trace = visibleFrom === undefined ? [] : [{ at: now, by: by.personId, before: valueOf(before), visibleFrom }];
      return [pupilId, { ...valueOf(value), version, changed: [...before.changed, ...trace] }];
    }),
  );
  const after = {
    ...evaluation,
    version,
    cells: { ...evaluation.cells, ...cells },
    authors: withAuthor(evaluation.authors, by),
    saves: [...evaluation.saves, { version, at: now, by: by.personId }],
    requests: [...evaluation.requests, requestId].slice(-REQUESTS_KEPT),
  };
  return { ...after, saves: keptSaves(after) };
};

const nameOf = ({ authors, saves }: Evaluation, version: number) => {
  const save = saves.find((one) => one.version === version);
  const name = authors.find(({ personId }) => personId === save?.by)?.name ?? '';
  return save === undefined ? { by: name } : { by: name, at: save.at };
};

/**
 * What a save makes of an evaluation: cells that nobody has changed since they were read are saved, the others are told with both values.
 * A cell that holds already what is sent is saved; the same submit again overwrites nothing.
 */
export const enterCells = (
  evaluation: Evaluation,
  asked: { readonly version: number; readonly cells: readonly AskedCell[] },
  entering: Entering,
): Entered => {
  const isAgain = evaluation.requests.includes(entering.requestId);
  const heldOf = (pupilId: PersonId): Cell => evaluation.cells[pupilId] ?? NOTHING;
  const judged = asked.cells.map((cell) => {
    const held = heldOf(cell.pupilId);
    const isHeld = isSameValue(held, cell.value);
    const reason = isHeld ? undefined : faultOf(cell, held, evaluation, entering);
    const isChanged = !isHeld && (isAgain || (cell.pupilId in evaluation.cells && held.version > asked.version));
    return { cell, held, isHeld, reason, isChanged };
  });
  const free = judged.filter(({ reason, isChanged }) => reason === undefined && !isChanged);
  const changes = free.filter(({ isHeld }) => !isHeld);
  return {
    after:
      changes.length === 0
        ? undefined
        : write(
            evaluation,
            changes.map(({ cell }) => cell),
            entering,
          ),
    saved: free.map(({ cell }) => cell),
    previous: changes.map(({ cell, held }) => ({ pupilId: cell.pupilId, value: valueOf(held) })),
    conflicts: judged.flatMap(({ cell, held, reason, isChanged }) =>
      reason === undefined && isChanged
        ? [{ pupilId: cell.pupilId, theirs: valueOf(held), yours: cell.value, ...nameOf(evaluation, held.version) }]
        : [],
    ),
    refused: judged.flatMap(({ cell, reason }) => (reason === undefined ? [] : [{ pupilId: cell.pupilId, reason }])),
  };
};
