import { amountOf, averageOf, averageView, figuresOf, figuresView } from '@preau/shared/assessment/figures.ts';
import type { EvaluationStatus, GridCell, GridEvaluation, GridPupil } from '@preau/shared/assessment/marks-views.ts';
import type { KnownAttendee } from '@preau/shared/assessment/roster.ts';
import type { RoundingMode } from '@preau/shared/assessment/rounding.ts';
import type { Cell, Evaluation, Service } from '@preau/shared/assessment/schema.ts';
import { isSeenBy, valueOf } from '@preau/shared/assessment/seen.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';

const statusOf = (evaluation: Evaluation, now: Instant): EvaluationStatus => {
  if (evaluation.withdrawn !== undefined) return 'withdrawn';
  if (evaluation.publication === undefined) return 'draft';
  if (!isSeenBy(evaluation, 'pupils', now)) return 'waiting';
  return isSeenBy(evaluation, 'guardians', now) ? 'published' : 'pupils';
};

const isEmpty = ({ given, levels, comment, changed }: Cell): boolean =>
  given === undefined && levels === undefined && comment === undefined && changed.length === 0;

export const gridCell = (pupilId: PersonId, cell: Cell, now: Instant): GridCell => {
  const last = cell.changed.at(-1);
  return {
    pupilId,
    ...valueOf(cell),
    changes: cell.changed.length,
    ...(last !== undefined && Date.parse(last.visibleFrom) > Date.parse(now) ? { visibleFrom: last.visibleFrom } : {}),
  };
};

/** A column as those who read these pupils' marks find it. */
export const gridEvaluation = (
  evaluation: Evaluation,
  pupilIds: readonly PersonId[],
  now: Instant,
  rounding: RoundingMode,
): GridEvaluation => {
  const { evaluationId, terms, publication, version, authors } = evaluation;
  const cells = pupilIds.flatMap((pupilId) => {
    const cell = evaluation.cells[pupilId];
    return cell === undefined || isEmpty(cell) ? [] : [gridCell(pupilId, cell, now)];
  });
  const figures = figuresOf(
    cells.map(({ given }) => amountOf(given)),
    1,
  );
  return {
    evaluationId,
    terms,
    status: statusOf(evaluation, now),
    ...(publication === undefined
      ? {}
      : {
          publication: {
            by: authors.find(({ personId }) => personId === publication.publishedBy)?.name ?? '',
            pupilFrom: publication.pupilFrom,
            guardianFrom: publication.guardianFrom,
          },
        }),
    version,
    cells,
    ...(figures === undefined ? {} : { figures: figuresView(figures, rounding) }),
  };
};

/** The pupils of a grid, each with his average over its columns. */
export const gridPupils = (
  attendees: readonly KnownAttendee[],
  columns: readonly Evaluation[],
  { settings }: Pick<Service, 'settings'>,
  closed: ReadonlySet<PersonId>,
  rounding: RoundingMode,
): readonly GridPupil[] => {
  const counted = columns.filter(({ withdrawn }) => withdrawn === undefined);
  return attendees.map((attendee) => {
    const average = averageOf(
      counted.map(({ evaluationId, terms, cells }) => ({ evaluationId, terms, value: cells[attendee.pupilId] ?? {} })),
      settings.subSubjects,
    );
    return {
      ...attendee,
      closed: closed.has(attendee.pupilId),
      ...(average === undefined ? {} : { average: averageView(average, rounding) }),
    };
  });
};
