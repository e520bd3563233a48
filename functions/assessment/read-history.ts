import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import type { HistoryEntry } from '@preau/shared/assessment/marks-views.ts';
import { mayReadEvaluation, readsMarksOf } from '@preau/shared/assessment/policy.ts';
import type { KnownAttendee } from '@preau/shared/assessment/roster.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { valueOf } from '@preau/shared/assessment/seen.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { listAttendees, loadEvaluation } from './desk.ts';
import type { AssessmentServices } from './services.ts';

type NameOf = (personId: PersonId) => string;

/** Each change after publication; of a cell that had none, who wrote it last. */
const ofPupil = ({ cells, saves }: Evaluation, { pupilId, name }: KnownAttendee, nameOf: NameOf): HistoryEntry[] => {
  const cell = cells[pupilId];
  if (cell === undefined) return [];
  const { changed, version } = cell;
  const save = saves.find((one) => one.version === version);
  if (changed.length === 0) {
    return save === undefined ? [] : [{ what: 'cell', at: save.at, by: nameOf(save.by), pupilId, name, after: valueOf(cell) }];
  }
  return changed.map(({ at, by, before, visibleFrom }, index) => ({
    what: 'cell',
    at,
    by: nameOf(by),
    pupilId,
    name,
    before,
    after: changed[index + 1]?.before ?? valueOf(cell),
    visibleFrom,
  }));
};

const ofWhole = ({ terms, termsChanged, publication, withdrawn }: Evaluation, nameOf: NameOf): HistoryEntry[] => [
  ...termsChanged.map(({ at, by, before, visibleFrom }, index) => ({
    what: 'terms' as const,
    at,
    by: nameOf(by),
    before,
    after: termsChanged[index + 1]?.before ?? terms,
    visibleFrom,
  })),
  ...(publication === undefined
    ? []
    : [
        {
          what: 'published' as const,
          at: publication.publishedAt,
          by: nameOf(publication.publishedBy),
          pupilFrom: publication.pupilFrom,
          guardianFrom: publication.guardianFrom,
        },
      ]),
  ...(withdrawn === undefined ? [] : [{ what: 'withdrawn' as const, at: withdrawn.at, by: nameOf(withdrawn.by) }]),
];

/** Who did what to an evaluation, for those who read its marks. */
export const readHistory = bind<AssessmentServices>()(marksOperations.readHistory, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: mayReadEvaluation,
  async run({ actor, subject: { service, evaluation }, services, now }) {
    const attendees = (await listAttendees(service, localDateOf(now), services)).filter(({ classId }) =>
      readsMarksOf(actor, service, classId),
    );
    const nameOf: NameOf = (personId) => evaluation.authors.find((author) => author.personId === personId)?.name ?? '';
    const entries = [...attendees.flatMap((attendee) => ofPupil(evaluation, attendee, nameOf)), ...ofWhole(evaluation, nameOf)];
    return { entries: entries.toSorted((one, other) => other.at.localeCompare(one.at)) };
  },
});
