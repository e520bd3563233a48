import { settingsOf } from '@preau/shared/directory/settings.ts';
import { assessmentOperations } from '@preau/shared/assessment/api.ts';
import type { Absences } from '@preau/shared/assessment/council.ts';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, Child, RosterPupil, School } from '@preau/shared/directory/schema.ts';
import { ClassId, GroupId, PersonId, SchoolId, SlotId, type ServiceId } from '@preau/shared/kernel/ids.ts';
import { instantOf } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { subjectsTaught } from '@preau/shared/timetable/taught.ts';
import { apiHandler } from '../runtime/api.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { play, type Answer, type Asked } from '../testing/play.ts';
import { believed } from './believed.ts';
import { operations } from './operations.ts';
import { serviceOf } from './service-of.ts';
import { assessmentStores } from './stores.ts';

const TODAY = '2026-11-23';
const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
const CLASS_A = ClassId.parse('cls_troisiemetroisiemea');
export const CLASS_B = ClassId.parse('cls_troisiemetroisiemeb');
export const EMPTY_CLASS = ClassId.parse('cls_troisiemesansseleve');
const GROUP = GroupId.parse('grp_troisiemeallemand01');

const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);

const CLASSES = [
  { classId: CLASS_A, name: '3A', label: '3A' },
  { classId: CLASS_B, name: '3B', label: '3B' },
  { classId: EMPTY_CLASS, name: '3C', label: '3C' },
];

const slot = (subject: string, teacher: string, change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse(`slo_${`${subject}${teacher}`.replaceAll(/[^A-Za-z]/g, '').padEnd(20, 'x')}`),
  schoolId: SCHOOL,
  weekday: 1,
  start: '08:00',
  end: '09:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject,
  teachers: [{ personId: person(teacher), name: `Mme ${teacher}` }],
  classes: [{ classId: CLASS_A, name: '3A' }],
  groups: [],
  ...change,
});

const SLOTS: readonly Slot[] = [
  slot('Français', 'french'),
  slot('Mathématiques', 'maths'),
  slot('Français', 'frenchB', { classes: [{ classId: CLASS_B, name: '3B' }] }),
  slot('Allemand', 'german', {
    classes: [
      { classId: CLASS_A, name: '3A' },
      { classId: CLASS_B, name: '3B' },
    ],
    groups: [{ groupId: GROUP, name: '3ALL1' }],
  }),
];

/** The name that a service has, by its subject and its class or group. */
export const serviceIdNamed = (subject: string, to: string): ServiceId => {
  const found = subjectsTaught(SLOTS, TODAY)
    .flatMap((taught) => serviceOf(taught) ?? [])
    .find((service) => service.subject === subject && service.to === to);
  if (found === undefined) throw new Error(`No service of ${subject} in ${to}`);
  return found.serviceId;
};

export const pupil = (name: string, classId: ClassId = CLASS_A, groupIds: GroupId[] = []): RosterPupil => ({
  pupilId: person(name),
  firstName: name,
  lastName: 'Keller',
  classId,
  className: classId === CLASS_A ? '3A' : '3B',
  groupIds,
});

export const LEA = pupil('lea', CLASS_A, [GROUP]);
export const TOM = pupil('tom');
export const ZOE = pupil('zoe', CLASS_B, [GROUP]);

const anActor = (name: string, change: Partial<Actor> = {}): Actor => ({
  personId: person(name),
  kind: 'staff',
  firstName: name,
  lastName: 'Roux',
  language: 'fr',
  sessionsValidFrom: 0,
  children: [],
  posts: [],
  grants: [],
  operator: false,
  ...change,
});

const post = { schoolId: SCHOOL, schoolName: 'Collège', functions: [], classIds: [], groupIds: [], principalOf: [] };
const teacher = (name: string, classIds: ClassId[] = [CLASS_A], principalOf: ClassId[] = []): Actor =>
  anActor(name, { posts: [{ ...post, functions: ['ENS'], classIds, principalOf }] });
const serving = (name: string, role: 'DIR' | 'CPE'): Actor => anActor(name, { posts: [{ ...post, functions: [role] }] });

export const HEAD = serving('head', 'DIR');
export const CPE = serving('cpe', 'CPE');
export const FRENCH = teacher('french');
export const MATHS = teacher('maths');
/** Teaches mathematics, and leads the class. */
export const PRINCIPAL = teacher('principal', [CLASS_A], [CLASS_A]);
export const GERMAN = teacher('german', [CLASS_A, CLASS_B]);

const childOf = (of: RosterPupil, informed = true): Child => ({
  ...of,
  schoolId: SCHOOL,
  schoolName: 'Collège',
  relationship: 'mother',
  rights: { informed, decides: informed, contact: true, payer: false },
});
export const parentOf = (of: RosterPupil, informed = true): Actor =>
  anActor(`p${of.firstName}`, { kind: 'guardian', children: [childOf(of, informed)] });
export const asPupil = (of: RosterPupil): Actor => anActor(of.firstName, { personId: of.pupilId, kind: 'pupil', self: childOf(of) });

type OperationKey = keyof typeof assessmentOperations;
interface TestTable {
  readonly name: string;
  readonly client: Database;
}

/** Two classes, a group across them and a class without pupils, on the real engine, with a clock that tests set. */
export const worldOn = <T extends TestTable>(table: T) => {
  const stores = assessmentStores(tableStore(assessmentTable, table.name, table.client));
  const roster: RosterPupil[] = [LEA, TOM, ZOE];
  const school: School = { schoolId: SCHOOL, uai: '0540001A', name: 'Collège', kind: 'college', city: 'Nancy', zone: 'Europe/Paris' };
  const absences = new Map<string, Absences>();
  let clock = instantOf(TODAY, '08:20');

  const base = {
    now: () => clock,
    findActor: async () => undefined,
    ...stores,
    directory: {
      findSchool: async (schoolId: SchoolId) => (schoolId === SCHOOL ? school : undefined),
      findGroup: async (groupId: GroupId) =>
        groupId === GROUP ? { groupId, name: '3ALL1', label: 'Allemand', classIds: [CLASS_A, CLASS_B] } : undefined,
      findPupil: async (pupilId: PersonId) => {
        const found = roster.find((one) => one.pupilId === pupilId);
        return found === undefined ? undefined : { ...found, schoolId: SCHOOL, schoolName: 'Collège', active: true, guardians: [] };
      },
      findTeam: async (_: SchoolId, classId: ClassId) => ({ principals: classId === CLASS_A ? [{ name: 'principal Roux' }] : [] }),
      listClasses: async () => CLASSES,
      findClass: async (_: SchoolId, classId: ClassId) => CLASSES.find((one) => one.classId === classId),
      findSchoolSettings: async () => settingsOf(undefined, school, TODAY),
      listRoster: async ({ classIds, groupIds }: { classIds: readonly ClassId[]; groupIds: readonly GroupId[] }) =>
        roster.filter(
          (one) =>
            one.classId !== undefined &&
            (classIds.length === 0 || classIds.includes(one.classId)) &&
            (groupIds.length === 0 || groupIds.some((id) => one.groupIds.includes(id))),
        ),
    },
    attendance: {
      countAbsences: async (pupilId: PersonId) => absences.get(pupilId) ?? { justified: 0, unjustified: 0, lates: 0 },
    },
    homework: { findWork: async () => undefined, findQuiz: async () => undefined },
    timetable: {
      listServicesOfClass: async (classId: ClassId, today: string) =>
        subjectsTaught(
          SLOTS.filter(({ classes }) => classes.some((one) => one.classId === classId)),
          today,
        ).filter(({ classes }) => classes.some((one) => one.classId === classId)),
      listServicesOfTeacher: async (personId: PersonId, today: string) =>
        subjectsTaught(
          SLOTS.filter(({ teachers }) => teachers.some((one) => one.personId === personId)),
          today,
        ),
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

  return {
    table,
    roster,
    absences,
    services,
    call,
    setClock: (instant: string) => {
      clock = instant;
    },
  };
};

export const classPath = { schoolId: SCHOOL, classId: CLASS_A };
