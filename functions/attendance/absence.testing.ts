import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { absent, guardian, LEA, lessonIdAt, NO_RIGHT, SCHMITT, staff, type worldOn } from './world.testing.ts';

export const ABSENCE = `abs_${LEA.pupilId.slice(4)}-20261123`;
export const path = { absenceId: ABSENCE };
export const answer = (change: Record<string, unknown> = {}) => ({
  lessonIds: [lessonIdAt('08:00')],
  restOfDay: false,
  reason: 'illness',
  comment: '',
  files: [],
  requestId: 'justification-1',
  ...change,
});

/** Léa was absent at 08:00, and it is known. */
export const withAbsence = async <W extends Pick<ReturnType<typeof worldOn>, 'take' | 'deliver'>>(world: W): Promise<W> => {
  await world.take(SCHMITT, '08:00', [absent(LEA)]);
  await world.deliver();
  return world;
};

export const OTHER_OFFICE = staff('other', ['CPE'], SchoolId.parse('sch_other0'));
export const UNINFORMED = guardian('uncle', LEA, 'family', NO_RIGHT);
export const INFORMED_ONLY = guardian('aunt', LEA, 'family', { ...NO_RIGHT, informed: true });
