import type { About, RemarkConflict } from '@preau/shared/assessment/remarks-api.ts';
import { REMARK_MAX, type Remark } from '@preau/shared/assessment/remarks.ts';
import { lengthOf } from '@preau/shared/assessment/written-text.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { StoredRemark } from './council-entities.ts';
import { subjectsOf, type RemarksGrid } from './remarks-grid.ts';
import type { AssessmentServices } from './services.ts';

/** One change asked of a remark. */
export interface AskedChange {
  readonly about: About;
  /** What the page showed; 0 for nothing. */
  readonly revision: number;
  /** Shown back when somebody else wrote in between. */
  readonly text: string;
  /** The remark that it makes of the one in force; undefined when it changes nothing. */
  readonly next: (kept: Remark | undefined) => Remark | undefined;
}

type WholeRefusal = Refusal<'assessment.not-in-service' | 'assessment.period-closed' | 'assessment.remark-too-long'>;

/** What makes a whole save impossible, before anything is written: nothing is lost, nothing is half saved. */
export const refuseSave = (grid: RemarksGrid, asked: readonly Pick<AskedChange, 'about' | 'text'>[]): WholeRefusal | undefined => {
  const subjects = subjectsOf(grid);
  const unknown = asked.filter(({ about }) => !subjects.has(about));
  if (unknown.length > 0) return refuse('assessment.not-in-service');
  const classOf = ({ about }: Pick<AskedChange, 'about'>) => subjects.get(about)?.classId;
  const isClosed = (classId: ReturnType<typeof classOf>): boolean => classId !== undefined && grid.closedFor.has(classId);
  if (asked.some((one) => isClosed(classOf(one)))) return refuse('assessment.period-closed');
  const tooLong = asked.filter(({ text }) => lengthOf(text) > REMARK_MAX);
  return tooLong.length === 0
    ? undefined
    : refuse('assessment.remark-too-long', { remarks: tooLong.map(({ about, text }) => ({ about, length: lengthOf(text) })) });
};

const conflictOf = (grid: RemarksGrid, { about, text }: AskedChange, theirs: StoredRemark): RemarkConflict => ({
  about,
  name: subjectsOf(grid).get(about)?.name ?? '',
  yours: text,
  theirs: theirs.text,
  by: theirs.proofread?.byName ?? theirs.byName,
  at: theirs.proofread?.at ?? theirs.at,
  state: theirs.state,
  revision: theirs.revision,
});

type Outcome = { readonly saved: StoredRemark } | { readonly conflict: RemarkConflict } | undefined;

const saveOne = async (grid: RemarksGrid, change: AskedChange, { remarks }: Pick<AssessmentServices, 'remarks'>): Promise<Outcome> => {
  const key = { serviceId: grid.service.serviceId, period: grid.period, about: change.about };
  const kept = grid.kept.get(change.about);
  const next = change.next(kept);
  if (next === undefined) return undefined;
  if (kept !== undefined && kept.revision !== change.revision) return { conflict: conflictOf(grid, change, kept) };
  const stored = { ...next, ...key };
  if (await remarks.putRemark(stored)) return { saved: stored };
  const theirs = await remarks.findRemark(key);
  return theirs === undefined ? undefined : { conflict: conflictOf(grid, change, theirs) };
};

/** Writes what was changed, each remark on its own: one that somebody else wrote meanwhile is told, the others are saved. */
export const saveRemarks = async (grid: RemarksGrid, asked: readonly AskedChange[], services: Pick<AssessmentServices, 'remarks'>) => {
  const outcomes = await Promise.all(asked.map((change) => saveOne(grid, change, services)));
  const saved = outcomes.flatMap((one) => (one !== undefined && 'saved' in one ? [one.saved] : []));
  return {
    saved: saved.length,
    conflicts: outcomes.flatMap((one) => (one !== undefined && 'conflict' in one ? [one.conflict] : [])),
    grid: { ...grid, kept: new Map([...grid.kept, ...saved.map((one) => [one.about, one] as const)]) },
  };
};
