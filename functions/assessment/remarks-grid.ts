import { mayProofread, mayRunCouncil, mayWriteRemarks } from '@preau/shared/assessment/council-policy.ts';
import { findPeriod, yearOfPeriod, type PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { About, GridView, RemarkRow } from '@preau/shared/assessment/remarks-api.ts';
import { isGiven, type Remark } from '@preau/shared/assessment/remarks.ts';
import { readsMarksOf } from '@preau/shared/assessment/policy.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import type { StoredProgramme, StoredRemark } from './council-entities.ts';
import { findPeriodsOf } from './periods-of.ts';
import { viewProgramme } from './programme-view.ts';
import { loadRemarkFacts, type RemarkFacts } from './remark-facts.ts';
import type { AssessmentServices } from './services.ts';

/** One whom a remark may be about. */
interface Subject {
  readonly about: About;
  /** Absent: a whole class. */
  readonly pupilId?: PersonId;
  readonly classId: ClassId;
  readonly name: string;
  readonly className?: string;
}

/** Remarks of a service and period, with all that decides who writes which. */
export interface RemarksGrid {
  readonly service: Service;
  readonly period: PeriodKey;
  readonly classes: readonly Subject[];
  readonly pupils: readonly Subject[];
  readonly closedFor: ReadonlySet<ClassId>;
  readonly kept: ReadonlyMap<About, StoredRemark>;
  readonly facts: RemarkFacts;
  readonly programme: StoredProgramme | undefined;
}

const pupilSubject = ({ pupilId, firstName, lastName, classId, className }: RosterPupil): readonly Subject[] =>
  classId === undefined
    ? []
    : [{ about: pupilId, pupilId, classId, name: `${lastName} ${firstName}`, ...(className === undefined ? {} : { className }) }];

/** Who is in a service today, what was written of each, and where the period is closed; undefined when none of its classes has that period. */
export const loadRemarks = async (
  service: Service,
  period: PeriodKey,
  { remarks, directory, periods, store }: Pick<AssessmentServices, 'remarks' | 'directory' | 'periods' | 'store'>,
): Promise<RemarksGrid | undefined> => {
  const { schoolId, serviceId, classes, groupId } = service;
  const classIds = classes.map(({ classId }) => classId);
  const [roster, { remarks: kept, programme }, facts, ...schemes] = await Promise.all([
    directory.listRoster({ classIds, groupIds: groupId === undefined ? [] : [groupId] }),
    remarks.readRemarks(serviceId, period),
    loadRemarkFacts(service, period, { store }),
    ...classIds.map((classId) => findPeriodsOf({ schoolId, classId }, yearOfPeriod(period), { periods, directory })),
  ]);
  const found = classIds.map((classId, index) => ({ classId, period: findPeriod(schemes[index]?.periods ?? [], period) }));
  const known = new Set(found.filter((one) => one.period !== undefined).map(({ classId }) => classId));
  if (known.size === 0) return undefined;
  return {
    service,
    period,
    classes: classes.filter(({ classId }) => known.has(classId)).map(({ classId, name }) => ({ about: classId, classId, name })),
    pupils: roster.flatMap(pupilSubject).filter(({ classId }) => known.has(classId)),
    closedFor: new Set(found.filter((one) => one.period?.closed !== undefined).map(({ classId }) => classId)),
    kept: new Map(kept.map((one) => [one.about, one])),
    facts,
    programme,
  };
};

/** As a view carries it: where it is kept is nobody's affair. */
const remarkOf = ({ serviceId: _serviceId, period: _period, about: _about, ...remark }: StoredRemark): Remark => remark;

/** A draft is its writers' own: others know that it exists, and what was asked of it. */
const asSeen = (remark: Remark, isWriter: boolean): Remark => {
  if (isWriter || isGiven(remark)) return remark;
  const { position: _position, finalAverage: _finalAverage, ...rest } = remark;
  return { ...rest, text: '' };
};

/** What one reader finds: whoever follows one class of a group reads of that class only. */
export const viewRemarks = (actor: Actor, grid: RemarksGrid, now: Instant): GridView => {
  const { service, period, kept, closedFor, facts } = grid;
  const mayWrite = mayWriteRemarks(actor, service);
  const reads = ({ classId }: Subject): boolean => readsMarksOf(actor, service, classId);
  const pupils = grid.pupils.filter(reads);
  const figures = facts.figuresFor(pupils.flatMap(({ pupilId }) => pupilId ?? []));
  const row = ({ about, pupilId, classId, name, className }: Subject): RemarkRow => {
    const remark = kept.get(about);
    return {
      about,
      name,
      ...(className === undefined ? {} : { className }),
      closed: closedFor.has(classId),
      ...(pupilId === undefined ? {} : facts.of(pupilId)),
      ...(remark === undefined ? {} : { remark: asSeen(remarkOf(remark), mayWrite) }),
    };
  };
  return {
    serviceId: service.serviceId,
    subject: service.subject,
    to: service.to,
    teachers: service.teachers.map(({ name }) => name),
    period,
    today: localDateOf(now),
    classes: grid.classes.filter(reads).map(row),
    pupils: pupils.map(row),
    ...(figures === undefined ? {} : { figures }),
    programme: viewProgramme(grid.programme),
    mayWrite,
    mayProofread: mayProofread(actor, service),
  };
};

/** True when the actor runs the council of whoever the remark is about. */
export const proofreads = (actor: Actor, { service }: RemarksGrid, { classId }: Pick<Subject, 'classId'>): boolean =>
  mayRunCouncil(actor, { schoolId: service.schoolId, classId });

/** Whom a remark of the grid may be about, by his id. */
export const subjectsOf = ({ classes, pupils }: RemarksGrid): ReadonlyMap<About, Subject> =>
  new Map([...classes, ...pupils].map((one) => [one.about, one]));
