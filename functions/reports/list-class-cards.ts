import { reportsOperations } from '@preau/shared/reports/api.ts';
import { mayReadClassCards, maySeal } from '@preau/shared/reports/policy.ts';
import { inForce, type PeriodCards, type Seen } from '@preau/shared/reports/versions.ts';
import type { ClassCardRow } from '@preau/shared/reports/views.ts';
import type { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { bind } from '../runtime/bind.ts';
import { lineOf, seenByOf } from './lines.ts';
import type { ReportsServices } from './services.ts';

/** A class of that school, or nothing. */
export const findClass = async (
  { schoolId, classId }: { readonly schoolId: SchoolId; readonly classId: ClassId },
  { directory }: Pick<ReportsServices, 'directory'>,
) => {
  const found = await directory.findClass(schoolId, classId);
  return found === undefined ? undefined : { schoolId, classId, name: found.name };
};

const rowOf = (
  pupil: Pick<ClassCardRow, 'pupilId' | 'firstName' | 'lastName'>,
  cards: PeriodCards | undefined,
  seen: readonly Seen[],
): ClassCardRow => {
  const { pupilId, firstName, lastName } = pupil;
  const last = cards === undefined ? undefined : (inForce(cards) ?? cards.versions.at(-1));
  if (cards === undefined || last === undefined) return { pupilId, firstName, lastName, seenBy: [] };
  return {
    pupilId,
    firstName,
    lastName,
    line: lineOf(cards, last, []),
    ...(last.generalAverage === undefined ? {} : { generalAverage: last.generalAverage }),
    seenBy: seenByOf(cards, last.version, seen),
  };
};

/** The cards of a class for one period: its pupils of today, then those who have left it since theirs was sealed. */
export const listClassCards = bind<ReportsServices>()(reportsOperations.listClassCards, {
  subject: ({ input, services }) => findClass(input.path, services),
  may: mayReadClassCards,
  async run({ actor, subject, input: { query }, services }) {
    const [roster, { cards, seen }] = await Promise.all([
      services.directory.listRoster({ classIds: [subject.classId], groupIds: [] }),
      services.store.listOfClass(subject.classId, query.period),
    ]);
    const byPupil = new Map(cards.map((one) => [one.pupilId, one]));
    const gone = cards.filter(({ pupilId }) => !roster.some((pupil) => pupil.pupilId === pupilId));
    return {
      className: subject.name,
      period: query.period,
      rows: [...roster, ...gone].map((pupil) => rowOf(pupil, byPupil.get(pupil.pupilId), seen)),
      maySeal: maySeal(actor, subject),
    };
  },
});
