import { describe, expect, it } from 'vitest';
import { AbsenceId, PersonId } from '../kernel/ids.ts';
import { absenceIdOf, partsOfAbsenceId } from './absence-id.ts';
import { changesBetween, fitRoster, keepMarksOfDeparted } from './register.ts';

const LEA = PersonId.parse('per_lea0000');
const TOM = PersonId.parse('per_tom0000');
const absent = (pupilId: PersonId) => ({ pupilId, kind: 'absent' }) as const;
const late = (pupilId: PersonId, minutesLate: number) => ({ pupilId, kind: 'late', minutesLate }) as const;

describe('changes between two versions', () => {
  it('name whoever differs, minutes included, and nobody else', () => {
    expect(changesBetween([absent(LEA), late(TOM, 5)], [absent(LEA), late(TOM, 10)])).toEqual([
      { pupilId: TOM, before: late(TOM, 5), after: late(TOM, 10) },
    ]);
    expect(changesBetween([], [absent(LEA)])).toEqual([{ pupilId: LEA, after: absent(LEA) }]);
    expect(changesBetween([absent(LEA)], [])).toEqual([{ pupilId: LEA, before: absent(LEA) }]);
    expect(changesBetween([absent(LEA)], [absent(LEA)])).toEqual([]);
  });
});

describe('a submitted page and the roster of now', () => {
  it('tell who left with a mark and who joined', () => {
    expect(fitRoster([{ pupilId: LEA }], { called: [TOM], marks: [absent(TOM)] })).toEqual({ left: [TOM], joined: [{ pupilId: LEA }] });
    expect(fitRoster([{ pupilId: LEA }], { called: [LEA, TOM], marks: [] })).toEqual({ left: [], joined: [] });
  });

  it('keep what was recorded of a pupil who left since', () => {
    expect(keepMarksOfDeparted([absent(TOM), absent(LEA)], [], [{ pupilId: LEA }])).toEqual([absent(TOM)]);
  });
});

describe('the name of a day', () => {
  it('leads back to the pupil and the date', () => {
    expect(partsOfAbsenceId(absenceIdOf(LEA, '2026-11-23'))).toEqual({ pupilId: LEA, date: '2026-11-23' });
  });

  it.each(['abs_lea0000-20261399', 'abs_-20261123', 'abs_lea0000', 'les_lea0000-20261123'])('is no day when it is %s', (name) => {
    expect(partsOfAbsenceId(name)).toBeUndefined();
  });

  it('is an absence’s id', () => {
    expect(AbsenceId.safeParse(absenceIdOf(LEA, '2026-11-23')).success).toBe(true);
  });
});
