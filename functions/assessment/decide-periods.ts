import type { ClassPeriods, PeriodsChange } from '@preau/shared/assessment/periods.ts';
import type { PeriodsView } from '@preau/shared/assessment/periods-api.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { KnownClass } from './find-class.ts';
import { viewPeriods } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

interface Decision {
  readonly actor: Actor;
  readonly subject: KnownClass;
  readonly services: AssessmentServices;
  readonly now: Instant;
  /** What was read. */
  readonly before: ClassPeriods;
  readonly next: Pick<ClassPeriods, 'kind'> & { readonly periods: readonly ClassPeriods['periods'][number][] };
  readonly change: PeriodsChange;
}

/** Keeps one decision over the one that was read, with who decided it and why. */
export const keepPeriods = async (decision: Decision): Promise<PeriodsView | Refusal<'assessment.periods-changed-meanwhile'>> => {
  const { actor, subject, services, now, before, next, change } = decision;
  const version = {
    classId: subject.classId,
    schoolId: subject.schoolId,
    year: before.year,
    version: before.version + 1,
    kind: next.kind,
    periods: [...next.periods],
    change,
    by: actor.personId,
    byName: nameOf(actor),
    at: now,
  };
  return (await services.periods.addVersion(version)) ? viewPeriods(subject, version) : refuse('assessment.periods-changed-meanwhile');
};
