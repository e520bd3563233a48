import { anActor as actorWith } from '@preau/shared/directory/actors.testing.ts';
import type { Actor, Child, RosterPupil, SchoolGroup, SchoolSettings } from '@preau/shared/directory/schema.ts';
import { settingsOf } from '@preau/shared/directory/settings.ts';
import type { Grant } from '@preau/shared/directory/grant.ts';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import { ClassId, GroupId, PersonId, SchoolId, SlotId, type LessonId } from '@preau/shared/kernel/ids.ts';
import { instantOf, type LocalTime } from '@preau/shared/kernel/school-time.ts';
import { lessonIdOf, lessonOn } from '@preau/shared/timetable/rules.ts';
import type { Lesson, LessonChange, Slot } from '@preau/shared/timetable/schema.ts';
import { apiHandler } from '../runtime/api.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { releaseDue } from '../runtime/release.ts';
import { handInStore } from './hand-in-store.ts';
import { operations } from './operations.ts';
import { TELLING_SHARDS } from './shards.ts';
import { homeworkStore } from './store.ts';
import { tell } from './tell.ts';
import { play, type Answer, type Asked } from '../testing/play.ts';

/** A Monday. */
const TODAY = '2026-11-23';
export const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
export const CLASS_A = ClassId.parse('cls_troisiemetroisiemea');
export const CLASS_B = ClassId.parse('cls_troisiemetroisiemeb');
export const GROUP = GroupId.parse('grp_troisiemeallemand01');

export const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);
export const at = (time: LocalTime, date = TODAY): string => instantOf(date, time);

const NAMES: Readonly<Record<string, string>> = { [CLASS_A]: '3A', [CLASS_B]: '3B' };
const CLASSES = [CLASS_A, CLASS_B].map((classId) => ({ classId, name: NAMES[classId] ?? '', label: '' }));

const slot = (name: string, weekday: number, start: LocalTime, change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse(`slo_${name.padEnd(20, 'x')}`),
  schoolId: SCHOOL,
  weekday,
  start,
  end: '18:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject: 'Français',
  teachers: [{ personId: person('schmitt'), name: 'Mme Schmitt' }],
  classes: [{ classId: CLASS_A, name: '3A' }],
  groups: [],
  ...change,
});

const german = {
  groups: [{ groupId: GROUP, name: '3ALL1' }],
  classes: [
    { classId: CLASS_A, name: '3A' },
    { classId: CLASS_B, name: '3B' },
  ],
  subject: 'Allemand',
};

export const SLOTS = {
  mondayA: slot('mondaya', 1, '08:00'),
  thursdayA: slot('thursdaya', 4, '10:00', {
    teachers: [
      { personId: person('schmitt'), name: 'Mme Schmitt' },
      { personId: person('muller'), name: 'M. Muller' },
    ],
  }),
  tuesdayB: slot('tuesdayb', 2, '09:00', { classes: [{ classId: CLASS_B, name: '3B' }] }),
  wednesdayGerman: slot('wednesdayger', 3, '08:00', german),
} as const;

export const lessonId = (name: keyof typeof SLOTS, date: string): LessonId => lessonIdOf(SLOTS[name].slotId, date);

export interface KnownPupil extends RosterPupil {
  readonly schoolName: string;
}

export const pupil = (name: string, classId: ClassId = CLASS_A, groupIds: GroupId[] = []): KnownPupil => ({
  pupilId: person(name),
  firstName: name,
  lastName: 'Keller',
  schoolName: 'Collège',
  classId,
  className: NAMES[classId] ?? '',
  groupIds,
});

const ALL = { informed: true, decides: true, contact: true, payer: false };

const childOf = (of: KnownPupil, relationship: Child['relationship'] = 'mother', rights = ALL): Child => ({
  ...of,
  schoolId: SCHOOL,
  relationship,
  rights,
});

export const anActor = (name: string, change: Partial<Actor> = {}): Actor =>
  actorWith({ personId: person(name), kind: 'guardian', firstName: name, lastName: 'Keller', ...change });

export const teacher = (name: string, classIds: ClassId[] = [CLASS_A], groupIds: GroupId[] = []): Actor =>
  anActor(name, {
    kind: 'staff',
    posts: [{ schoolId: SCHOOL, schoolName: 'Collège', functions: ['ENS'], classIds, groupIds, principalOf: [] }],
  });
export const serving = (name: string, role: 'DIR' | 'CPE' | 'DOC' | 'AED'): Actor =>
  anActor(name, {
    kind: 'staff',
    posts: [{ schoolId: SCHOOL, schoolName: 'Collège', functions: [role], classIds: [], groupIds: [], principalOf: [] }],
  });
export const granted = (name: string, grant: Grant): Actor => anActor(name, { kind: 'staff', grants: [grant] });
export const parentOf = (...children: KnownPupil[]): Actor =>
  anActor(`parent${children.map((one) => one.firstName).join('')}`.slice(0, 20), { children: children.map((one) => childOf(one)) });
export const asPupil = (of: KnownPupil): Actor =>
  anActor(of.firstName, { personId: of.pupilId, kind: 'pupil', self: childOf(of, 'self', { ...ALL, decides: false }) });

export const SCHMITT = teacher('schmitt', [CLASS_A, CLASS_B], [GROUP]);
export const MULLER = teacher('muller');
export const LEA = pupil('lea', CLASS_A, [GROUP]);
export const TOM = pupil('tom');
export const ZOE = pupil('zoe', CLASS_B, [GROUP]);

export const text = (words: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });

/** Work for 3A's lesson of next Thursday, given now; `change` says otherwise. */
export const work = (change: Record<string, unknown> = {}) => ({
  audience: { kind: 'class', classId: CLASS_A },
  due: { kind: 'lesson', lessonId: lessonId('thursdayA', '2026-11-26') },
  kind: 'do',
  minutes: 20,
  body: text('Exercice 12 page 87'),
  links: [],
  files: [],
  as: 'publish',
  requestId: 'request-0001',
  ...change,
});

type OperationKey = keyof typeof homeworkOperations;
interface TestTable {
  readonly name: string;
  readonly client: Database;
}

/** Two classes and a group across them on the real engine, a timetable that the office changes, and a clock that tests set. */
export const worldOn = <T extends TestTable>(table: T) => {
  const entities = tableStore(homeworkTable, table.name, table.client);
  const store = homeworkStore(entities);
  const handIns = handInStore(entities);
  const told: Envelope[] = [];
  const group: { current: SchoolGroup } = { current: { groupId: GROUP, name: '3ALL1', label: 'Allemand', classIds: [CLASS_A, CLASS_B] } };
  const roster: KnownPupil[] = [LEA, TOM, ZOE];
  const changes = new Map<string, { readonly lesson: Partial<Lesson>; readonly change: LessonChange }>();
  const teachers = new Map<string, Actor>([SCHMITT, MULLER].map((one) => [one.personId, one]));
  let clock = at('08:20');
  let settings: SchoolSettings = settingsOf(undefined, { uai: '0540001A', zone: 'Europe/Paris' }, TODAY);

  const asChanged = (lesson: Lesson): Lesson =>
    ({
      ...lesson,
      ...changes.get(lesson.lessonId)?.lesson,
      ...(changes.has(lesson.lessonId) ? { change: changes.get(lesson.lessonId)?.change } : {}),
    }) as Lesson;
  const findLesson = async (id: string): Promise<Lesson | undefined> => {
    for (const one of Object.values(SLOTS)) {
      const date = id.slice(-8);
      const lesson = lessonOn(one, `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
      if (lesson?.lessonId === id) return asChanged(lesson);
    }
    return undefined;
  };

  const services = {
    now: () => clock,
    findActor: async () => undefined,
    store,
    handIns,
    directory: {
      findActor: async (personId: string) => teachers.get(personId),
      findPupil: async (pupilId: PersonId) => roster.find((one) => one.pupilId === pupilId),
      findGroup: async (groupId: GroupId) => (groupId === GROUP ? group.current : undefined),
      listRoster: async ({ classIds, groupIds }: { classIds: readonly ClassId[]; groupIds: readonly GroupId[] }) =>
        roster.filter(
          (one) =>
            one.classId !== undefined &&
            classIds.includes(one.classId) &&
            (groupIds.length === 0 || groupIds.some((id) => one.groupIds.includes(id))),
        ),
      listClasses: async () => CLASSES,
      findClass: async (_: SchoolId, classId: ClassId) => CLASSES.find((one) => one.classId === classId),
      listGroups: async () => [group.current],
      findSchoolSettings: async () => settings,
    },
    timetable: {
      findLesson,
      listLessonsOfClass: async (classId: ClassId, date: string) =>
        Object.values(SLOTS)
          .flatMap((one) => lessonOn(one, date) ?? [])
          .map(asChanged)
          .filter((lesson) => lesson.classes.some((one) => one.classId === classId)),
    },
    attendance: { listDaysOf: async () => [], listDaysOfClass: async () => [] },
    notebook: { listForPupil: async () => [] },
    files: { listFiles: async () => [], downloadLink: async () => undefined, archiveLink: async () => 'too-large' as const },
  };

  const call = <K extends OperationKey>(actor: Actor, key: K, asked: Asked = {}): Promise<Answer<(typeof homeworkOperations)[K]>> =>
    play(
      apiHandler(operations, services, async () => actor),
      homeworkOperations[key],
      asked,
      actor.personId,
    );

  /** What one pupil, or whoever follows him, sees due between two dates: the texts. */
  const due = async (actor: Actor, of: KnownPupil, from = '2026-11-23', until = '2026-12-31'): Promise<string[]> => {
    const answer = await call(actor, 'listDue', { query: { from, until } });
    if (answer.status !== 200) return [];
    const found = answer.body.pupils.find((one: { pupilId: string }) => one.pupilId === of.pupilId);
    return (found?.rows ?? []).map((row: { homeworkId: string }) => row.homeworkId);
  };

  /** One turn of the minute's function. */
  const release = async (): Promise<readonly Envelope[]> => {
    const before = told.length;
    const recording = {
      ...store,
      addTold: async (...[item, outbox]: Parameters<typeof store.addTold>) => {
        const isNew = await store.addTold(item, outbox);
        if (isNew) told.push(...outbox);
        return isNew;
      },
    };
    await releaseDue({
      shards: TELLING_SHARDS,
      listDue: store.listTellings,
      release: tell(recording, handIns),
      now: () => clock,
      hasTime: () => true,
      log: () => undefined,
    });
    return told.slice(before);
  };

  return {
    services,
    store,
    table,
    told,
    roster,
    group,
    changes,
    call,
    due,
    release,
    give: (change: Record<string, unknown> = {}, actor: Actor = SCHMITT) => call(actor, 'giveWork', { body: work(change) }),
    setClock: (instant: string) => {
      clock = instant;
    },
    setSettings: (next: Partial<SchoolSettings>) => {
      settings = { ...settings, ...next };
    },
  };
};
