import { mayReopenCouncil, mayRunCouncil, mayWriteSchoolLife } from '@preau/shared/assessment/council-policy.ts';
import type { CouncilPupil, CouncilView } from '@preau/shared/assessment/council-api.ts';
import { trendOf, type Council } from '@preau/shared/assessment/council.ts';
import type { ClassResultsRow } from '@preau/shared/assessment/marks-views.ts';
import type { ClassPeriods, Period } from '@preau/shared/assessment/periods.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import type { ClassResults } from './class-results.ts';
import type { StoredDecision } from './council-entities.ts';
import type { CouncilSubject } from './council-subject.ts';

interface Facts {
  readonly council: Council | undefined;
  /** The one of the period before. */
  readonly former: Council | undefined;
  readonly decision: StoredDecision | undefined;
}

/** One pupil of the class as the council's list shows him. */
export const councilPupil = ({ pupilId, name, general }: ClassResultsRow, { council, former, decision }: Facts): CouncilPupil => {
  const absences = council?.absences?.pupils[pupilId];
  const trend = trendOf(former?.averages?.[pupilId], general.kind === 'known' ? general.average.exact : undefined);
  return {
    pupilId,
    name,
    general,
    ...(trend === undefined ? {} : { trend }),
    ...(absences === undefined ? {} : { absences }),
    hasSynthesis: (decision?.synthesis ?? '') !== '',
    ...(decision?.mention === undefined ? {} : { mention: decision.mention }),
  };
};

interface WholeFacts {
  readonly subject: CouncilSubject & { readonly decisions: readonly StoredDecision[] };
  readonly scheme: ClassPeriods;
  readonly period: Period;
  readonly results: ClassResults;
  readonly former: Council | undefined;
}

/** The class as its council sees it. */
export const viewCouncil = (actor: Actor, facts: WholeFacts, now: Instant): CouncilView => {
  const { subject, scheme, period, results, former } = facts;
  const { council } = subject;
  const decisions = new Map(subject.decisions.map((one) => [one.pupilId, one]));
  return {
    schoolId: subject.schoolId,
    classId: subject.classId,
    className: subject.className,
    period: period.key,
    periods: scheme.periods.map(({ key }) => key),
    closed: period.closed !== undefined,
    today: localDateOf(now),
    state: subject.state,
    ...(council?.date === undefined ? {} : { date: council.date }),
    synthesis: council?.synthesis ?? '',
    ...(council?.absences === undefined ? {} : { absencesAt: council.absences.at }),
    ...(results.figures === undefined ? {} : { figures: results.figures }),
    services: results.services.map(({ weight: _weight, ...service }) => service),
    pupils: results.pupils.map((row) => councilPupil(row, { council, former, decision: decisions.get(row.pupilId) })),
    version: council?.version ?? 0,
    mayRun: mayRunCouncil(actor, subject),
    mayReopen: mayReopenCouncil(actor, subject),
    mayWriteSchoolLife: mayWriteSchoolLife(actor, subject),
  };
};
