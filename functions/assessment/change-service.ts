import { MarksChanged } from '@preau/shared/assessment/events.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayChangeService } from '@preau/shared/assessment/policy.ts';
import type { NamedPerson, Service, ServiceSettings } from '@preau/shared/assessment/schema.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { bind } from '../runtime/bind.ts';
import { loadService } from './load-service.ts';
import { periodsOfService } from './periods-of-service.ts';
import { serviceRow } from './service-rows.ts';
import type { AssessmentServices } from './services.ts';

/** Colleagues of the school by their ids; undefined when one of them is not. */
const colleaguesOf = async (
  personIds: readonly PersonId[],
  { schoolId, settings }: Service,
  { findActor }: AssessmentServices,
): Promise<readonly NamedPerson[] | undefined> => {
  const found = await Promise.all(
    personIds.map(async (personId) => {
      const known = settings.coTeachers.find((one) => one.personId === personId);
      if (known !== undefined) return known;
      const actor = await findActor(personId);
      const works = actor?.posts.some((post) => post.schoolId === schoolId && post.functions.includes('ENS')) === true;
      return actor !== undefined && works ? { personId, name: nameOf(actor) } : undefined;
    }),
  );
  const colleagues = found.filter((one) => one !== undefined);
  return colleagues.length === personIds.length ? colleagues : undefined;
};

/** True when an evaluation of this year is still under a sub-subject that is taken away. */
const isUsed = async (removed: readonly string[], service: Service, today: LocalDate, services: AssessmentServices): Promise<boolean> => {
  if (removed.length === 0) return false;
  const periods = await periodsOfService(service, schoolYearOf(today), services);
  const columns = await Promise.all(periods.map(({ key }) => services.store.listEvaluations(service.serviceId, key)));
  return columns
    .flat()
    .some(({ terms, withdrawn }) => withdrawn === undefined && terms.subSubjectId !== undefined && removed.includes(terms.subSubjectId));
};

/** Settles a service; what a class says otherwise of its coefficient is shown as a disagreement, never overwritten. */
export const changeService = bind<AssessmentServices>()(marksOperations.changeService, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayChangeService,
  async run({ actor, subject, input: { body }, services, now }) {
    const today = localDateOf(now);
    const { version: read, coTeacherIds, ...wanted } = body;
    const isKnown = (classId: string): boolean => subject.classes.some((one) => one.classId === classId);
    if (!Object.keys(wanted.coefficientByClass).every(isKnown)) return refuse('assessment.service-unknown');
    const coTeachers = await colleaguesOf(coTeacherIds, subject, services);
    if (coTeachers === undefined) return refuse('assessment.teacher-unknown');
    const kept = new Set(wanted.subSubjects.map(({ subSubjectId }) => subSubjectId));
    const removed = subject.settings.subSubjects.map(({ subSubjectId }) => subSubjectId).filter((one) => !kept.has(one));
    if (await isUsed(removed, subject, today, services)) return refuse('assessment.sub-subject-used');
    if (read !== subject.version) return refuse('assessment.changed-meanwhile');

    const settings: ServiceSettings = { ...wanted, coTeachers: [...coTeachers] };
    const { teachers: _teachers, ...known } = subject;
    const { serviceId, schoolId } = subject;
    const version = read + 1;
    const told = happened(MarksChanged, {
      id: `${MarksChanged.type}:${serviceId}:${version}`,
      at: now,
      schoolId,
      data: { schoolId, serviceId },
    });
    // Before the decision itself: a share that came to nothing shows nothing.
    await Promise.all(coTeachers.map(({ personId }) => services.store.putShare(personId, serviceId)));
    if (!(await services.store.putService({ ...known, settings, version }, [told]))) return refuse('assessment.changed-meanwhile');
    return { row: await serviceRow(actor, { ...subject, settings, version }, today, services) };
  },
});
