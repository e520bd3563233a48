import { mayJustify } from '@preau/shared/attendance/policy.ts';
import { isOfficeOf } from '@preau/shared/directory/relations.ts';
import { absentHours, intervalsOf, observationsOf } from '@preau/shared/attendance/rules.ts';
import type { Declaration, Decision, FormerDecision, Justification, PupilDay } from '@preau/shared/attendance/schema.ts';
import type { DayLesson, DayView, DecisionView, DeclarationView, JustificationView } from '@preau/shared/attendance/views.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';

const viewLessons = (day: PupilDay): DayLesson[] => {
  const treatments = new Map(absentHours(day).map((hour) => [hour.lessonId, hour.treatment]));
  return observationsOf(day).map(({ lessonId, start, end, subject, kind, minutesLate }) => {
    const treatment = treatments.get(lessonId);
    return {
      lessonId,
      start,
      end,
      subject,
      kind,
      ...(minutesLate === undefined ? {} : { minutesLate }),
      ...(treatment === undefined ? {} : { treatment }),
    };
  });
};

const viewDeclaration = ({ by: _by, byName, ...declaration }: Declaration, isOffice: boolean): DeclarationView => ({
  ...declaration,
  ...(isOffice ? { byName } : {}),
});

const viewDecision = (decision: Decision | FormerDecision, isOffice: boolean): DecisionView => ({
  accepted: decision.accepted,
  ...(decision.reason === undefined ? {} : { reason: decision.reason }),
  decidedAt: decision.decidedAt,
  ...('reopenedAt' in decision ? { reopenedAt: decision.reopenedAt } : {}),
  ...(isOffice ? { decidedByName: decision.decidedByName } : {}),
});

const viewJustification = (justification: Justification, actor: Actor, isOffice: boolean): JustificationView => {
  const { by, byName, decision, formerDecisions, ...rest } = justification;
  return {
    ...rest,
    mine: by === actor.personId,
    ...(decision === undefined ? {} : { decision: viewDecision(decision, isOffice) }),
    formerDecisions: formerDecisions.map((former) => viewDecision(former, isOffice)),
    ...(isOffice ? { byName } : {}),
  };
};

/** A day as its reader may see it: both guardians read the same, and only the office reads who in person wrote what. */
export const viewDay = (day: PupilDay, actor: Actor): DayView => {
  const isOffice = isOfficeOf(actor, day.schoolId);
  return {
    absenceId: day.absenceId,
    pupilId: day.pupilId,
    firstName: day.firstName,
    lastName: day.lastName,
    ...(day.className === undefined ? {} : { className: day.className }),
    schoolId: day.schoolId,
    date: day.date,
    status: day.status,
    intervals: [...intervalsOf(day)],
    lessons: viewLessons(day),
    declarations: day.declarations.map((declaration) => viewDeclaration(declaration, isOffice)),
    justifications: day.justifications.map((justification) => viewJustification(justification, actor, isOffice)),
    mayJustify: mayJustify(actor, day),
    mayDecide: isOffice,
  };
};
