import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import type { HandIn } from '@preau/shared/homework/hand-in-schema.ts';
import type { HandInRow } from '@preau/shared/homework/hand-in-views.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { bind } from '../runtime/bind.ts';
import { listedName } from './audiences.ts';
import { listConcerned, withPlan } from './hand-ins.ts';
import { viewPlan } from './plan-view.ts';
import type { HomeworkServices } from './services.ts';

const rowOf = (pupilId: PersonId, name: string, handIn: HandIn | undefined): HandInRow => {
  if (handIn === undefined) return { pupilId, name, late: false, files: [], hasText: false };
  const { at, late, files, hasText, score, correctedAt } = handIn;
  return {
    pupilId,
    name,
    handedInAt: at,
    late,
    files: [...files],
    hasText,
    ...(handIn.pupilId === pupilId ? {} : { with: handIn.pupilId }),
    ...(score === undefined ? {} : { score }),
    ...(correctedAt === undefined ? {} : { correctedAt }),
  };
};

/** Those who left the class after they handed in. */
const nameLeavers = async (pupilIds: readonly PersonId[], { directory }: HomeworkServices) => {
  const pupils = await Promise.all(pupilIds.map((pupilId) => directory.findPupil(pupilId)));
  return pupils.flatMap((pupil) => (pupil === undefined ? [] : [{ pupilId: pupil.pupilId, name: listedName(pupil) }]));
};

/** Who has handed in and who has not: one query for the work, one for its class. */
export const listHandIns = bind<HomeworkServices>()(handInOperations.listHandIns, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId, { consistentRead: false }),
  may: mayFollowHandIns,
  async run({ subject: work, services }) {
    const [{ plan, rows }, concerned, settings] = await Promise.all([
      services.handIns.listHandIns(work.homeworkId),
      listConcerned(work, services),
      services.directory.findSchoolSettings(work.schoolId),
    ]);
    const handIns = rows.filter((row): row is HandIn => !('with' in row));
    const ofPupil = new Map(handIns.flatMap((handIn) => handIn.members.map((pupilId) => [pupilId, handIn] as const)));
    const known = new Set(concerned.map(({ pupilId }) => pupilId));
    const leavers = await nameLeavers(
      [...ofPupil.keys()].filter((pupilId) => !known.has(pupilId)),
      services,
    );
    const here = concerned.map((pupil) => ({ pupilId: pupil.pupilId, name: listedName(pupil) }));
    const shown = [...here, ...leavers].map(({ pupilId, name }) => rowOf(pupilId, name, ofPupil.get(pupilId)));
    const count = (is: (row: HandInRow) => boolean): number => shown.filter(is).length;
    return {
      plan: await viewPlan(withPlan(work, plan, settings), services),
      rows: shown,
      counts: {
        expected: shown.length,
        handedIn: count((row) => row.handedInAt !== undefined),
        late: count((row) => row.late),
        corrected: count((row) => row.correctedAt !== undefined),
      },
    };
  },
});
