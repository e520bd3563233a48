import { anActor as actorWith } from '@preau/shared/directory/actors.testing.ts';
import type { Actor, Child, Post, StaffFunction } from '@preau/shared/directory/schema.ts';
import { settingsOf } from '@preau/shared/directory/settings.ts';
import type { KnownFile } from '@preau/shared/files/schema.ts';
import { ClassId, FileId, GroupId, PersonId, SchoolId, SlotId, type LessonId } from '@preau/shared/kernel/ids.ts';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { instantOf, type LocalTime } from '@preau/shared/kernel/school-time.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { notebookTable } from '@preau/shared/notebook/table.ts';
import { isHeld, termsOf } from '@preau/shared/timetable/changes.ts';
import { lessonIdOf, lessonsOn } from '@preau/shared/timetable/rules.ts';
import type { Lesson, Slot } from '@preau/shared/timetable/schema.ts';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { freshTable } from '../testing/tables.ts';
import { followLesson } from './follow-lesson.ts';
import { operations } from './operations.ts';
import { preparationStore } from './preparation-store.ts';
import { notebookStore } from './store.ts';
import { play, type Answer, type Asked } from '../testing/play.ts';

/** A Monday. */
export const TODAY = '2026-11-23';
export const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
export const THIRD_A = ClassId.parse('cls_troisiemetroisiemea');
export const THIRD_B = ClassId.parse('cls_troisiemetroisiemeb');
export const LATIN = GroupId.parse('grp_latinlatinlatinlati');

export const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);
export const at = (time: LocalTime, date = TODAY): string => instantOf(date, time);

const teacher = (name: string) => ({ personId: person(name), name: `Mme ${name}` });

const slot = (name: string, start: LocalTime, end: LocalTime, change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse(`slo_${name.padEnd(20, 'x')}`),
  schoolId: SCHOOL,
  weekday: 1,
  start,
  end,
  from: '2025-09-01',
  until: '2027-07-02',
  except: [],
  subject: 'Français',
  teachers: [teacher('schmitt')],
  classes: [{ classId: THIRD_A, name: '3A' }],
  groups: [],
  ...change,
});

const slots = {
  first: slot('first', '08:00', '09:00'),
  together: slot('together', '09:00', '10:00', { teachers: [teacher('schmitt'), teacher('muller')] }),
  latin: slot('latin', '10:00', '11:00', {
    classes: [
      { classId: THIRD_A, name: '3A' },
      { classId: THIRD_B, name: '3B' },
    ],
    groups: [{ groupId: LATIN, name: '3LAT' }],
  }),
  other: slot('other', '11:00', '12:00', { classes: [{ classId: THIRD_B, name: '3B' }] }),
};
export type SlotName = keyof typeof slots;
export const lessonIdAt = (name: SlotName, date = TODAY): LessonId => lessonIdOf(slots[name].slotId, date);

const anActor = (name: string, change: Partial<Actor>): Actor =>
  actorWith({ personId: person(name), kind: 'guardian', firstName: name, lastName: 'Keller', ...change });

const ALL = { informed: true, decides: true, contact: true, payer: false };

const childIn = (name: string, classId: ClassId, groupIds: GroupId[], relationship: Child['relationship']): Child => ({
  pupilId: person(name),
  firstName: name,
  lastName: 'Keller',
  schoolId: SCHOOL,
  schoolName: 'Collège',
  classId,
  className: '3',
  groupIds,
  relationship,
  rights: ALL,
});

export const pupilOf = (name: string, classId = THIRD_A, groupIds: GroupId[] = []): Actor =>
  anActor(name, { kind: 'pupil', self: childIn(name, classId, groupIds, 'self') });
export const parentOf = (name: string, classId = THIRD_A, groupIds: GroupId[] = [], rights = ALL): Actor =>
  anActor(`parent${name}`, { children: [{ ...childIn(name, classId, groupIds, 'mother'), rights }] });
export const staff = (name: string, functions: StaffFunction[] = ['ENS'], post: Partial<Post> = {}, change: Partial<Actor> = {}): Actor =>
  anActor(name, {
    kind: 'staff',
    posts: [{ schoolId: SCHOOL, schoolName: 'Collège', functions, classIds: [], groupIds: [], principalOf: [], ...post }],
    ...change,
  });

export const SCHMITT = staff('schmitt', ['ENS'], { classIds: [THIRD_A, THIRD_B], groupIds: [LATIN] });
export const MULLER = staff('muller', ['ENS'], { classIds: [THIRD_A] });
export const HEAD = staff('head', ['DIR']);
export const LEA = pupilOf('lea');
export const MOTHER = parentOf('lea');

export const said = (markdown: string) => ({
  title: '',
  sections: { content: fromMarkdown(markdown) },
  fileIds: [] as FileId[],
  links: [] as { label: string; href: string }[],
});

const aFile = (name: string, change: Partial<KnownFile> = {}): KnownFile => ({
  fileId: FileId.parse(`fil_${name.padEnd(20, 'x')}`),
  ownerId: SCHMITT.personId,
  purpose: 'resource',
  status: 'clean',
  name: `${name}.pdf`,
  mediaType: 'application/pdf',
  bytes: 1000,
  sha256: '0'.repeat(64),
  ...change,
});

export const files = {
  clean: aFile('clean'),
  waiting: aFile('waiting', { status: 'waiting' }),
  refused: aFile('refused', { status: 'refused' }),
  mullers: aFile('mullers', { ownerId: MULLER.personId }),
  handIn: aFile('handin', { purpose: 'hand-in' }),
};

/** A few lessons of two classes, their notebook on the real engine, and a clock that tests set. */
export const aWorld = async () => {
  const table = await freshTable(notebookTable);
  const opened = tableStore(notebookTable, table.name, table.client);
  const changed = new Map<string, Lesson>();
  const people = new Map<string, Actor>();
  let clock = at('12:00');

  const lessonsNow = (date: string): readonly Lesson[] => {
    const planned = lessonsOn(Object.values(slots), date).filter(({ lessonId }) => !changed.has(lessonId));
    return [...planned, ...[...changed.values()].filter((lesson) => lesson.date === date)];
  };
  const findLesson = async (lessonId: string): Promise<Lesson | undefined> => {
    const date = lessonId.slice(-8);
    const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
    return changed.get(lessonId) ?? lessonsOn(Object.values(slots), day).find((lesson) => lesson.lessonId === lessonId);
  };

  const services = {
    now: () => clock,
    findActor: async (personId: string) => people.get(personId),
    store: notebookStore(opened),
    preparation: preparationStore(opened),
    directory: {
      findPupil: async (pupilId: PersonId) => ({ pupilId, schoolId: SCHOOL, classId: THIRD_A, groupIds: [] }),
      findSchoolSettings: async () => settingsOf(undefined, undefined, TODAY),
      listClasses: async () => [
        { classId: THIRD_A, name: '3A', label: '3A' },
        { classId: THIRD_B, name: '3B', label: '3B' },
      ],
      listGroups: async () => [{ groupId: LATIN, name: '3LAT', label: 'Latin', classIds: [THIRD_A, THIRD_B] }],
    },
    timetable: {
      findLesson,
      listLessonsOfClass: async (classId: ClassId, date: string) =>
        lessonsNow(date).filter((lesson) => lesson.classes.some((one) => one.classId === classId)),
      listLessonsOfTeacher: async (personId: PersonId, date: string) =>
        lessonsNow(date).filter((lesson) => lesson.teachers.some((one) => one.personId === personId)),
      readDayTaughtBy: async (actor: Actor, date: string) => ({
        lessons: lessonsNow(date).filter((lesson) => lesson.teachers.some((one) => one.personId === actor.personId)),
      }),
    },
    files: {
      listFiles: async (fileIds: readonly FileId[]) => Object.values(files).filter(({ fileId }) => fileIds.includes(fileId)),
      downloadLink: async (fileId: FileId) => (fileId === files.clean.fileId ? 'https://files.example/clean' : undefined),
    },
  };

  const call = <K extends keyof typeof notebookOperations>(
    actor: Actor,
    key: K,
    asked: Asked = {},
  ): Promise<Answer<(typeof notebookOperations)[K]>> => {
    people.set(actor.personId, actor);
    return play(
      apiHandler(operations, services, async () => actor),
      notebookOperations[key],
      asked,
      actor.personId,
    );
  };

  return {
    table,
    services,
    call,
    setClock: (instant: string) => {
      clock = instant;
    },
    know: (actor: Actor) => people.set(actor.personId, actor),
    read: (actor: Actor, recordId: string) => call(actor, 'readRecord', { path: { recordId } }),
    list: (actor: Actor, query: Record<string, string> = {}) =>
      call(actor, 'listRecords', { query: { from: TODAY, until: TODAY, ...query } }),
    write: (actor: Actor, recordId: string, markdown: string, change: Record<string, unknown> = {}) =>
      call(actor, 'writeRecord', { path: { recordId }, body: { revision: 0, ...said(markdown), publication: 'now', ...change } }),
    /** The office changes a lesson; the notebook hears of it, once or twice. */
    change: async (lessonId: LessonId, to: (lesson: Lesson) => Lesson, times = 1): Promise<void> => {
      const before = await findLesson(lessonId);
      if (before === undefined) throw new Error('No such lesson');
      const after = to(before);
      changed.set(lessonId, after);
      const stateOf = (lesson: Lesson) => ({ ...termsOf(lesson), held: isHeld(lesson) });
      for (let time = 0; time < times; time += 1)
        await followLesson(services)({ lessonId, schoolId: SCHOOL, kind: 'moved', before: stateOf(before), after: stateOf(after) });
    },
  };
};

export type World = Awaited<ReturnType<typeof aWorld>>;
export const wordsOf = (view: { readonly sections: { readonly content?: unknown } }): string => JSON.stringify(view.sections.content ?? '');
