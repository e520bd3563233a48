import type { PersonId } from '../kernel/ids.ts';
import type { Mark, MarkChange, RegisterVersion } from './schema.ts';
import type { RegisterVersionView } from './views.ts';

const isSame = (a: Mark | undefined, b: Mark | undefined): boolean =>
  a?.kind === b?.kind && (a?.kind !== 'late' || b?.kind !== 'late' || a.minutesLate === b.minutesLate);

const byPupil = (marks: readonly Mark[]): ReadonlyMap<PersonId, Mark> => new Map(marks.map((mark) => [mark.pupilId, mark]));

/** What differs from one version's marks to the next's; a pupil without a mark was present. */
export const changesBetween = (before: readonly Mark[], after: readonly Mark[]): MarkChange[] => {
  const was = byPupil(before);
  const is = byPupil(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((pupilId) => {
    const change = { before: was.get(pupilId), after: is.get(pupilId) };
    if (isSame(change.before, change.after)) return [];
    return [
      {
        pupilId,
        ...(change.before === undefined ? {} : { before: change.before }),
        ...(change.after === undefined ? {} : { after: change.after }),
      },
    ];
  });
};

export interface RosterFit<P> {
  /** Marked, but not of this lesson any more. */
  readonly left: readonly PersonId[];
  /** Of this lesson, but not on the page that was submitted. */
  readonly joined: readonly P[];
}

/** Compares what a page submitted with who is to be called now. */
export const fitRoster = <P extends { readonly pupilId: PersonId }>(
  roster: readonly P[],
  submitted: { readonly called: readonly PersonId[]; readonly marks: readonly Mark[] },
): RosterFit<P> => {
  const present = new Set(roster.map((pupil) => pupil.pupilId));
  const called = new Set(submitted.called);
  return {
    left: submitted.marks.map((mark) => mark.pupilId).filter((pupilId) => !present.has(pupilId)),
    joined: roster.filter((pupil) => !called.has(pupil.pupilId)),
  };
};

/** A correction never turns a pupil who has left the class since into a present one: his former mark stays. */
export const keepMarksOfDeparted = (
  before: readonly Mark[],
  after: readonly Mark[],
  roster: readonly { readonly pupilId: PersonId }[],
): Mark[] => {
  const present = new Set(roster.map((pupil) => pupil.pupilId));
  return [...after, ...before.filter((mark) => !present.has(mark.pupilId))];
};

const countOf = (marks: readonly Mark[], kind: Mark['kind']): number => marks.filter((mark) => mark.kind === kind).length;

/** A version as its readers see it. */
export const viewVersion = (version: RegisterVersion, reader: PersonId): RegisterVersionView => ({
  version: version.version,
  takenByName: version.takenByName,
  role: version.role,
  takenAt: version.takenAt,
  mine: version.takenBy === reader,
  marks: version.marks,
  called: version.called,
  absent: countOf(version.marks, 'absent'),
  late: countOf(version.marks, 'late'),
  exempt: countOf(version.marks, 'exempt'),
});
