import { defaultPeriods, kindOfSchool, periodOn } from '@preau/shared/assessment/periods.ts';
import type { KnownAttendee } from '@preau/shared/assessment/roster.ts';
import type { Evaluation, Service } from '@preau/shared/assessment/schema.ts';
import type { RosterPupil, School, SchoolClass, SchoolSettings } from '@preau/shared/directory/schema.ts';
import { SchoolId, type ClassId, type GroupId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import type { TaughtSubject } from '@preau/shared/timetable/taught.ts';
import type { MarksStore } from '../../functions/assessment/marks-store.ts';
import { serviceOf } from '../../functions/assessment/service-of.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { schoolDaysBefore, termOf } from './calendar.ts';
import { KEYS } from './cases.ts';
import { evaluationsOf, type Term } from './marks-plan.ts';
import type { Population } from './model.ts';
import { demoPersonId } from './past-attendance.ts';

interface World {
  readonly main: Population;
  readonly seed: number;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly store: Pick<MarksStore, 'addEvaluation' | 'putRoster' | 'putService' | 'putCoefficients'>;
  readonly people: {
    readonly findSchool: (schoolId: SchoolId) => Promise<School | undefined>;
    readonly findSchoolSettings: (schoolId: SchoolId) => Promise<SchoolSettings>;
    readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
    readonly listRoster: (query: {
      readonly classIds: readonly ClassId[];
      readonly groupIds: readonly GroupId[];
    }) => Promise<readonly RosterPupil[]>;
  };
  /** What the reaction makes of them for readers. */
  readonly rebuild: (made: Pick<Evaluation, 'schoolId' | 'serviceId' | 'period'>) => Promise<void>;
  /** The same for councils alone, without the item of each pupil: a write of the local engine costs more with each record that its stream keeps. */
  readonly rebuildClass: World['rebuild'];
  readonly timetable: { readonly listServicesOfClass: (classId: ClassId, today: LocalDate) => Promise<readonly TaughtSubject[]> };
}

const DAYS_BACK = 48;
const AT_ONCE = 8;
/** Counted in school days from the oldest one. */
const ARRIVAL = 18;
const DEPARTURE = 30;

/** In his class since the autumn only; her class without her since: their marks begin, and stay. */
const LATE = { pupilId: demoPersonId(KEYS.minh) };
const GONE = { className: '4B', pupilId: demoPersonId('3000090'), name: 'ROUSSEL Maëlle' };
const MET = '4B';
/** Where those whom everybody meets are: their classmates' results are made too. */
const READ: ReadonlySet<string> = new Set(['6A', '5A', '4B', '3A', '22', 'TG1', '2CGEA', '1CGEA']);
/** The class says 2 and its group says 1: the averages of these pupils are withheld until somebody settles it. */
const CONFLICT = { className: '3D', group: '3ESP2' };

const SUB_SUBJECTS = [
  { subSubjectId: 'oral', name: 'Oral', coefficient: '1' },
  { subSubjectId: 'ecrit', name: 'Écrit', coefficient: '2' },
] as const;

/** What was decided of a service; of most of them, nothing. */
const settled = (service: Service): Service => {
  const decided = {
    ...(/anglais/iu.test(service.subject) ? { subSubjects: [...SUB_SUBJECTS] } : {}),
    ...(/agronomie/iu.test(service.subject) ? { coefficient: '3' } : {}),
    ...(service.to === CONFLICT.group ? { coefficient: '1' } : {}),
  };
  return Object.keys(decided).length === 0 ? service : { ...service, version: 1, settings: { ...service.settings, ...decided } };
};

const attendeesOf = (service: Service, roster: readonly RosterPupil[], days: readonly LocalDate[]): readonly KnownAttendee[] => {
  const [arrivedOn, leftOn] = [days[ARRIVAL], days[DEPARTURE]];
  const present = roster.map(({ pupilId, firstName, lastName, classId, className }) => ({
    pupilId,
    name: `${lastName} ${firstName}`,
    ...(classId === undefined ? {} : { classId }),
    ...(className === undefined ? {} : { className }),
    ...(pupilId === LATE.pupilId && arrivedOn !== undefined ? { arrivedOn } : {}),
  }));
  const [whole] = service.classes;
  if (service.groupId !== undefined || whole?.name !== GONE.className || leftOn === undefined) return present;
  return [...present, { pupilId: GONE.pupilId, name: GONE.name, classId: whole.classId, className: whole.name, leftOn }];
};

const writeService = async (service: Service, term: Term, { people, store, rebuild, rebuildClass }: World): Promise<number> => {
  const groupIds = service.groupId === undefined ? [] : [service.groupId];
  const roster = await people.listRoster({ classIds: service.classes.map(({ classId }) => classId), groupIds });
  const attendees = attendeesOf(service, roster, term.days);
  const { teachers: _teachers, ...known } = service;
  if (service.version > 0) await store.putService(known, []);
  if (attendees.some(({ arrivedOn, leftOn }) => arrivedOn !== undefined || leftOn !== undefined)) {
    await store.putRoster({ serviceId: service.serviceId, version: 1, pupils: [...attendees] });
  }
  const { schoolId, serviceId } = service;
  const evaluations = evaluationsOf(service, attendees, term);
  let written = 0;
  for (const evaluation of evaluations) if (await store.addEvaluation(evaluation)) written += 1;
  const make = service.classes.some(({ name }) => READ.has(name)) ? rebuild : rebuildClass;
  // A start that was interrupted may have left them unmade.
  for (const period of new Set(evaluations.map((one) => one.period))) await make({ schoolId, serviceId, period });
  return written;
};

const servicesOf = async (classes: readonly SchoolClass[], { timetable, today }: World): Promise<readonly Service[]> => {
  const taught = await Promise.all(classes.map(({ classId }) => timetable.listServicesOfClass(classId, today)));
  const services = taught.flat().flatMap((subject) => serviceOf(subject) ?? []);
  return [...new Map(services.map((service) => [service.serviceId, settled(service)])).values()];
};

const sayOtherwise = async (classes: readonly SchoolClass[], services: readonly Service[], world: World): Promise<void> => {
  const service = services.find(({ to }) => to === CONFLICT.group);
  const whole = classes.find(({ name }) => name === CONFLICT.className);
  if (service === undefined || whole === undefined) return;
  const { classId } = whole;
  const by = service.teachers[0]?.personId;
  if (by !== undefined)
    await world.store.putCoefficients({ classId, version: 1, coefficients: { [service.serviceId]: '2' }, by, at: world.now }, []);
};

const writeSchool = async (schoolId: SchoolId, world: World): Promise<number> => {
  const { people, seed, now, today } = world;
  const [school, settings, classes] = await Promise.all([
    people.findSchool(schoolId),
    people.findSchoolSettings(schoolId),
    people.listClasses(schoolId),
  ]);
  const kind = kindOfSchool(school?.kind);
  const term: Term = {
    seed,
    now,
    days: schoolDaysBefore(termOf(today), today, DAYS_BACK).toReversed(),
    periodOf: (date) => periodOn(defaultPeriods(kind, schoolYearOf(date)).periods, date)?.key,
    school: settings,
    isMet: ({ groupId, classes: [whole] }) => groupId === undefined && whole?.name === MET,
  };
  const services = await servicesOf(classes, world);
  await sayOtherwise(classes, services, world);
  const waiting = [...services];
  let evaluations = 0;
  const worker = async (): Promise<void> => {
    for (let service = waiting.shift(); service !== undefined; service = waiting.shift()) {
      const written = await writeService(service, term, world);
      evaluations += written;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return evaluations;
};

/** A term of evaluations in every service, as its teachers would have entered and published them; writing twice is writing once, and nobody is told. */
export const writePastMarks = async (world: World): Promise<{ readonly evaluations: number }> => {
  let evaluations = 0;
  for (const { uai } of world.main.schools) evaluations += await writeSchool(SchoolId.parse(derivedId('sch', uai)), world);
  return { evaluations };
};
