import { assessmentOperations } from '@preau/shared/assessment/api.ts';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, Child, RosterPupil, School, SchoolSettings } from '@preau/shared/directory/schema.ts';
import { settingsOf } from '@preau/shared/directory/settings.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import { ClassId, GroupId, PersonId, SchoolId, SlotId, type ServiceId } from '@preau/shared/kernel/ids.ts';
import { instantOf, type LocalTime } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { subjectsTaught } from '@preau/shared/timetable/taught.ts';
import { apiHandler } from '../runtime/api.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { releaseDue } from '../runtime/release.ts';
import { play, type Answer, type Asked } from '../testing/play.ts';
import { TELLING_SHARDS } from './announce-marks.ts';
import { believed } from './believed.ts';
import { operations } from './operations.ts';
import { oneQuiz } from './quiz.testing.ts';
import { rebuildResults } from './rebuild-results.ts';
import { serviceOf } from './service-of.ts';
import { assessmentStores } from './stores.ts';
import { tellMarks } from './tell-marks.ts';

/** A Monday. */
const TODAY = '2026-11-23';
export const PERIOD = '2026-T1';
export const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
export const CLASS_A = ClassId.parse('cls_troisiemetroisiemea');
export const CLASS_B = ClassId.parse('cls_troisiemetroisiemeb');
const GROUP = GroupId.parse('grp_troisiemeallemand01');

const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);
export const at = (time: LocalTime, date = TODAY): string => instantOf(date, time);

const A = { classId: CLASS_A, name: '3A' };
const B = { classId: CLASS_B, name: '3B' };
const CLASSES = [A, B].map((one) => ({ ...one, label: one.name }));

const slot = (subject: string, teachers: readonly string[], change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse(`slo_${subject.replaceAll(/[^A-Za-z]/g, '').padEnd(20, 'x')}`),
  schoolId: SCHOOL,
  weekday: 1,
  start: '08:00',
  end: '09:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject,
  teachers: teachers.map((name) => ({ personId: person(name), name: `Mme ${name}` })),
  classes: [A],
  groups: [],
  ...change,
});

const SLOTS: readonly Slot[] = [
  slot('Mathématiques', ['schmitt', 'muller']),
  slot('Français', ['weber']),
  slot('Histoire-géographie', ['schmitt'], { classes: [B] }),
  slot('Allemand', ['keller'], { classes: [A, B], groups: [{ groupId: GROUP, name: '3ALL1' }] }),
];
const taught = (today: string, keep: (slot: Slot) => boolean) => subjectsTaught(SLOTS.filter(keep), today);

/** The name that a service has, by its subject and its class or group. */
export const serviceIdOf = (subject: string, to: string): ServiceId => {
  const found = subjectsTaught(SLOTS, TODAY)
    .flatMap((taught) => serviceOf(taught) ?? [])
    .find((service) => service.subject === subject && service.to === to);
  if (found === undefined) throw new Error(`No service of ${subject} in ${to}`);
  return found.serviceId;
};

export const FRENCH = serviceIdOf('Français', '3A');
export const MATHS = serviceIdOf('Mathématiques', '3A');
export const GERMAN = serviceIdOf('Allemand', '3ALL1');

export const pupil = (name: string, classId: ClassId = CLASS_A, groupIds: GroupId[] = []): RosterPupil => ({
  pupilId: person(name),
  firstName: name,
  lastName: 'Klein',
  classId,
  className: classId === CLASS_A ? '3A' : '3B',
  groupIds,
});

const anActor = (name: string, change: Partial<Actor> = {}): Actor => ({
  personId: person(name),
  kind: 'staff',
  firstName: 'Mme',
  lastName: name,
  language: 'fr',
  sessionsValidFrom: 0,
  children: [],
  posts: [],
  grants: [],
  operator: false,
  ...change,
});

const post = { schoolId: SCHOOL, schoolName: 'Collège', functions: [], classIds: [], groupIds: [], principalOf: [] };
const teacher = (name: string, principalOf: ClassId[] = []): Actor =>
  anActor(name, { posts: [{ ...post, functions: ['ENS'], classIds: [CLASS_A, CLASS_B], principalOf }] });
const serving = (name: string, role: 'DIR' | 'CPE' | 'AED' | 'DOC'): Actor => anActor(name, { posts: [{ ...post, functions: [role] }] });
export const substituteOf = (name: string, forTeacher: string): Actor =>
  anActor(name, {
    grants: [
      {
        kind: 'substitute',
        schoolId: SCHOOL,
        from: TODAY,
        until: '2026-11-27',
        forTeacherId: person(forTeacher),
        classIds: [CLASS_A],
        groupIds: [],
      },
    ],
  });

export const SCHMITT = teacher('schmitt');
export const MULLER = teacher('muller');
export const WEBER = teacher('weber');
export const KELLER = teacher('keller');
/** Leads 3A without teaching any of these subjects. */
export const PRINCIPAL = teacher('principal', [CLASS_A]);
export const HEAD = serving('head', 'DIR');
export const CPE = serving('cpe', 'CPE');
export const AED = serving('aed', 'AED');

const childOf = (of: RosterPupil, informed: boolean): Child => ({
  ...of,
  schoolId: SCHOOL,
  schoolName: 'Collège',
  relationship: 'mother',
  rights: { informed, decides: true, contact: true, payer: false },
});
export const parentOf = (of: RosterPupil, informed = true): Actor =>
  anActor(`parent${of.firstName}`, { kind: 'guardian', children: [childOf(of, informed)] });
export const asPupil = (of: RosterPupil): Actor =>
  anActor(of.firstName, {
    personId: of.pupilId,
    kind: 'pupil',
    self: { ...childOf(of, true), relationship: 'self', rights: { ...childOf(of, true).rights, decides: false } },
  });

export const terms = (change: Record<string, unknown> = {}) => ({
  title: 'Contrôle n° 1',
  date: TODAY,
  scale: '20',
  coefficient: '1',
  rescaled: true,
  counting: 'compulsory',
  skillIds: [],
  mock: false,
  ...change,
});

export const mark = (of: RosterPupil, value: string) => ({ pupilId: of.pupilId, value: { given: { mark: value } } });
export const nothing = (of: RosterPupil) => ({ pupilId: of.pupilId, value: {} });

type OperationKey = keyof typeof assessmentOperations;
interface TestTable {
  readonly name: string;
  readonly client: Database;
}

/** Six pupils of 3A and two of 3B, on the real engine, with a timetable, a list that changes and a clock that tests set. */
export const worldOn = <T extends TestTable>(table: T) => {
  const stores = assessmentStores(tableStore(assessmentTable, table.name, table.client));
  const roster: RosterPupil[] = [
    ...['ada', 'bob', 'eve', 'jim', 'leo', 'zoe'].map((name) => pupil(name, CLASS_A, name < 'c' ? [GROUP] : [])),
    pupil('max', CLASS_B, [GROUP]),
    pupil('nina', CLASS_B),
  ];
  const staff = new Map<string, Actor>([SCHMITT, MULLER, WEBER, KELLER, PRINCIPAL, HEAD, CPE].map((one) => [one.personId, one]));
  const school: School = { schoolId: SCHOOL, uai: '0540001A', name: 'Collège', kind: 'college', city: 'Nancy', zone: 'Europe/Paris' };
  const told: Envelope[] = [];
  const { homework, setQuiz } = oneQuiz();
  let clock = at('08:20');
  let settings: SchoolSettings = { ...settingsOf(undefined, school, TODAY), spreadMinutes: 0 };

  const base = {
    now: () => clock,
    findActor: async (personId: string) => staff.get(personId),
    ...stores,
    directory: {
      findPupil: async (pupilId: PersonId) => {
        const found = roster.find((one) => one.pupilId === pupilId);
        return found === undefined ? undefined : { ...found, schoolId: SCHOOL, schoolName: 'Collège', active: true, guardians: [] };
      },
      findTeam: async () => ({ principals: [] }),
      findSchool: async (schoolId: SchoolId) => (schoolId === SCHOOL ? school : undefined),
      findGroup: async (groupId: GroupId) =>
        groupId === GROUP ? { groupId, name: '3ALL1', label: 'Allemand', classIds: [CLASS_A, CLASS_B] } : undefined,
      listClasses: async () => CLASSES,
      findClass: async (_: SchoolId, classId: ClassId) => CLASSES.find((one) => one.classId === classId),
      listRoster: async ({ classIds, groupIds }: { classIds: readonly ClassId[]; groupIds: readonly GroupId[] }) =>
        roster.filter(
          (one) =>
            one.classId !== undefined &&
            classIds.includes(one.classId) &&
            (groupIds.length === 0 || groupIds.some((id) => one.groupIds.includes(id))),
        ),
      findSchoolSettings: async () => settings,
    },
    attendance: { countAbsences: async () => ({ justified: 0, unjustified: 0, lates: 0 }) },
    homework,
    timetable: {
      listServicesOfClass: async (classId: ClassId, today: string) =>
        taught(today, ({ classes }) => classes.some((one) => one.classId === classId)),
      listServicesOfTeacher: async (personId: PersonId, today: string) =>
        taught(today, ({ teachers }) => teachers.some((one) => one.personId === personId)),
    },
  };
  const services = { ...base, believed: believed(base, () => Date.parse(clock)) };

  const call = <K extends OperationKey>(actor: Actor, key: K, asked: Asked = {}): Promise<Answer<(typeof assessmentOperations)[K]>> =>
    play(
      apiHandler(operations, services, async () => actor),
      assessmentOperations[key],
      asked,
      actor.personId,
    );

  let asked = 0;
  /** Different for each submit. */
  const requestId = (): string => `request-${String((asked += 1)).padStart(6, '0')}`;

  const add = async (change: Record<string, unknown> = {}, serviceId: ServiceId = MATHS, actor: Actor = SCHMITT): Promise<string> => {
    const added = await call(actor, 'addEvaluation', {
      path: { serviceId, period: PERIOD },
      body: { terms: terms(change), requestId: requestId() },
    });
    if (added.status !== 200) throw new Error(`Not added: ${JSON.stringify(added.body)}`);
    return added.body.evaluation.evaluationId;
  };

  const save = (
    evaluationId: string,
    version: number,
    cells: readonly { readonly pupilId: PersonId; readonly value: unknown }[],
    actor: Actor = SCHMITT,
    request = requestId(),
  ) => call(actor, 'saveCells', { path: { evaluationId }, body: { version, cells, requestId: request } });

  const publish = (evaluationId: string, version: number, actor: Actor = SCHMITT, from?: string) =>
    call(actor, 'publishEvaluation', { path: { evaluationId }, body: { version, ...(from === undefined ? {} : { from }) } });

  /** One turn of the minute's function: what it told. */
  const release = async (): Promise<readonly Envelope[]> => {
    const before = told.length;
    const recording = {
      ...stores.store,
      addTold: async (...[item, outbox]: Parameters<typeof stores.store.addTold>) => {
        const isNew = await stores.store.addTold(item, outbox);
        if (isNew) told.push(...outbox);
        return isNew;
      },
    };
    await releaseDue({
      shards: TELLING_SHARDS,
      listDue: stores.store.listTellings,
      release: tellMarks(recording),
      now: () => clock,
      hasTime: () => true,
      log: () => undefined,
    });
    return told.slice(before);
  };

  /** What the reactions make of every write, in whatever order: all events of these services, as often as it pleases. */
  const rebuild = async (...serviceIds: readonly ServiceId[]): Promise<void> => {
    for (const serviceId of serviceIds) await rebuildResults(services)({ schoolId: SCHOOL, serviceId, period: PERIOD });
  };

  return {
    table,
    rebuild,
    roster,
    services,
    call,
    add,
    save,
    publish,
    release,
    setClock: (instant: string) => {
      clock = instant;
    },
    setQuiz,
    setSettings: (change: Partial<SchoolSettings>) => {
      settings = { ...settings, ...change };
    },
  };
};

export const ADA = pupil('ada', CLASS_A, [GROUP]);
export const BOB = pupil('bob', CLASS_A, [GROUP]);
export const EVE = pupil('eve');
export const MAX = pupil('max', CLASS_B, [GROUP]);
