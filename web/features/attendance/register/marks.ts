import type { Mark } from '@preau/shared/attendance/schema.ts';
import type { RegisterPupil } from '@preau/shared/attendance/views.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { RowKind } from './words.ts';

const DEFAULT_MINUTES = 5;
const MOST_MINUTES = 240;

export type Typed = Readonly<Record<string, string>>;

export const kindField = (pupilId: string): string => `etat-${pupilId}`;
export const minutesField = (pupilId: string): string => `minutes-${pupilId}`;

const isKind = (text: string | undefined): text is RowKind =>
  text === 'present' || text === 'absent' || text === 'late' || text === 'exempt';

/** How a row starts: as it was typed, else as recorded, else present unless the pupil is known to be elsewhere. */
export const kindOfRow = (pupil: RegisterPupil, recorded: boolean, typed: Typed): RowKind => {
  const said = typed[kindField(pupil.pupilId)];
  if (isKind(said)) return said;
  if (recorded) return pupil.mark?.kind ?? 'present';
  return pupil.notExpected === undefined ? 'present' : 'absent';
};

export const minutesOfRow = (pupil: RegisterPupil, typed: Typed): number => {
  const said = Number(typed[minutesField(pupil.pupilId)]);
  if (Number.isInteger(said) && said >= 1 && said <= MOST_MINUTES) return said;
  return pupil.mark?.kind === 'late' ? pupil.mark.minutesLate : DEFAULT_MINUTES;
};

/** What a row says of a pupil: nothing when simply present; minutes only of one who is late. */
export const markOf = (pupilId: PersonId, typed: Typed): Mark | undefined => {
  const kind = typed[kindField(pupilId)];
  if (kind === 'absent' || kind === 'exempt') return { pupilId, kind };
  if (kind !== 'late') return undefined;
  const minutes = Number(typed[minutesField(pupilId)]);
  return { pupilId, kind, minutesLate: Number.isInteger(minutes) && minutes >= 1 ? Math.min(minutes, MOST_MINUTES) : DEFAULT_MINUTES };
};

/** One line of a conflict: a pupil of whom two people said something else. */
export interface Difference {
  readonly pupilId: PersonId;
  readonly name: string;
  readonly mine: Mark | undefined;
  readonly theirs: Mark | undefined;
}

const same = (a: Mark | undefined, b: Mark | undefined): boolean =>
  a?.kind === b?.kind && (a?.kind !== 'late' || (b?.kind === 'late' && a.minutesLate === b.minutesLate));

/** Where one's own submit differs from the register recorded meanwhile. */
export const differencesOf = (pupils: readonly RegisterPupil[], typed: Typed, recorded: readonly Mark[]): readonly Difference[] =>
  pupils.flatMap((pupil) => {
    const mine = markOf(pupil.pupilId, typed);
    const theirs = recorded.find((mark) => mark.pupilId === pupil.pupilId);
    return same(mine, theirs) ? [] : [{ pupilId: pupil.pupilId, name: `${pupil.lastName} ${pupil.firstName}`, mine, theirs }];
  });
