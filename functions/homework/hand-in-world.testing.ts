import { anActor as actorWith } from '@preau/shared/directory/actors.testing.ts';
import { settingsOf } from '@preau/shared/directory/settings.ts';
import type { Actor, Child, RosterPupil } from '@preau/shared/directory/schema.ts';
import type { KnownFile } from '@preau/shared/files/schema.ts';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { homeworkIdOf } from '@preau/shared/homework/homework-id.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import { Envelope } from '@preau/shared/kernel/event.ts';
import { ClassId, FileId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import * as z from 'zod';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { freshTable } from '../testing/tables.ts';
import { handInStore } from './hand-in-store.ts';
import { nobodyAway } from './catch-up.testing.ts';
import { operations } from './operations.ts';
import { homeworkStore } from './store.ts';
import { tell } from './tell.ts';
import { TELLING_SHARDS } from './shards.ts';
import { play, type Answer } from '../testing/play.ts';

/** Monday 23 November 2026, 18:00 in Nancy: the window is open. */
export const MONDAY = '2026-11-23T17:00:00.000Z';
/** Thursday 26 November, after the last minute of the day. */
export const FRIDAY = '2026-11-27T07:00:00.000Z';

const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
const CLASS = ClassId.parse('cls_troisiemetroisiemea');
const id = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);

export const pupilId = (index: number): PersonId => id(`pupil${String(index).padStart(2, '0')}`);

const roster: readonly RosterPupil[] = Array.from({ length: 30 }, (_, index) => ({
  pupilId: pupilId(index),
  firstName: `Prénom${index}`,
  lastName: `Nom${String(index).padStart(2, '0')}`,
  classId: CLASS,
  className: '3A',
  groupIds: [],
}));

const childOf = (pupil: RosterPupil, relationship: Child['relationship']): Child => ({
  ...pupil,
  groupIds: [],
  schoolId: SCHOOL,
  schoolName: 'Collège',
  relationship,
  rights: { informed: true, decides: relationship !== 'self', contact: true, payer: false },
});

const anActor = (personId: PersonId, change: Partial<Actor>): Actor =>
  actorWith({ personId, kind: 'guardian', lastName: 'Weber', ...change });

const post = (classIds: ClassId[]): Actor['posts'][number] => ({
  schoolId: SCHOOL,
  schoolName: 'Collège',
  functions: ['ENS'],
  classIds,
  groupIds: [],
  principalOf: [],
});

const people = new Map<string, Actor>([
  ['teacher', anActor(id('teacher'), { kind: 'staff', posts: [post([CLASS])] })],
  ['colleague', anActor(id('colleague'), { kind: 'staff', posts: [post([CLASS])] })],
  ['mother', anActor(id('mother'), { children: roster.slice(0, 1).map((pupil) => childOf(pupil, 'mother')) })],
  ...roster.map((pupil, index) => [`pupil${index}`, anActor(pupil.pupilId, { kind: 'pupil', self: childOf(pupil, 'self') })] as const),
]);

export const WORK = homeworkIdOf({ classId: CLASS, firstDueOn: '2026-11-26', key: 'abcdefghijklmnop' });

const theWork: Homework = {
  homeworkId: WORK,
  schoolId: SCHOOL,
  audience: { kind: 'class', classId: CLASS },
  to: '3A',
  subject: 'Français',
  teachers: [{ personId: id('teacher'), name: 'Mme Weber' }],
  kind: 'handIn',
  givenOn: '2026-11-20',
  dueOn: '2026-11-26',
  publishedAt: '2026-11-20T10:00:00.000Z',
  revision: 1,
  content: { kind: 'whole', body: { type: 'doc', content: [] }, links: [], files: [] },
};

interface AboutTheWork {
  readonly pupil?: number;
  readonly fileId?: string;
  readonly body?: unknown;
}

/** One class of thirty, one piece of work to hand in, on the real engine; the test moves the clock. */
export const handInWorld = async () => {
  const table = await freshTable(homeworkTable);
  const all = tableStore(homeworkTable, table.name, table.client);
  const store = homeworkStore(all);
  const handIns = handInStore(all);
  await store.add(theWork);
  const clock = { now: MONDAY };
  const now = (): string => clock.now;
  const known = new Map<string, KnownFile>();
  const findActor = async (personId: string) => [...people.values()].find((one) => one.personId === personId);
  const directory = {
    findActor,
    findPupil: async (wanted: PersonId) => {
      const found = roster.find((pupil) => pupil.pupilId === wanted);
      return found === undefined ? undefined : { ...found, schoolName: 'Collège' };
    },
    findGroup: async () => undefined,
    listRoster: async () => roster,
    listClasses: async () => [],
    findClass: async () => undefined,
    listGroups: async () => [],
    findSchoolSettings: async () => settingsOf(undefined, { uai: '0540001A', zone: 'Europe/Paris' }, '2026-11-23'),
  };
  const files = {
    listFiles: async (fileIds: readonly FileId[]) => fileIds.flatMap((fileId) => known.get(fileId) ?? []),
    downloadLink: async (fileId: FileId, name: string) =>
      known.get(fileId)?.status === 'clean' ? `https://files.example.fr/${fileId}?name=${encodeURIComponent(name)}` : undefined,
    archiveLink: async (entries: readonly { readonly name: string }[], name: string) => ({
      location: `https://files.example.fr/${encodeURIComponent(name)}?${entries.map((entry) => encodeURIComponent(entry.name)).join('&')}`,
      left: 0,
    }),
  };
  const timetable = { findLesson: async () => undefined, listLessonsOfClass: async () => [] };
  const handler = apiHandler(operations, { now, findActor, store, handIns, directory, timetable, files, ...nobodyAway }, findActor);

  const send = <K extends keyof typeof handInOperations>(
    name: K,
    who: string,
    { pupil, fileId, body }: AboutTheWork = {},
  ): Promise<Answer<(typeof handInOperations)[K]>> => {
    const path = {
      homeworkId: WORK,
      ...(pupil === undefined ? {} : { pupilId: pupilId(pupil) }),
      ...(fileId === undefined ? {} : { fileId }),
    };
    return play(handler, handInOperations[name], { path, body }, people.get(who)?.personId ?? '');
  };

  let drawn = 0;
  /** A file that its owner has sent, judged or not. */
  const aFile = (who: string, change: Partial<KnownFile> = {}): FileId => {
    drawn += 1;
    const fileId = FileId.parse(`fil_${String(drawn).padStart(32, '0')}`);
    const ownerId = people.get(who)?.personId ?? id('nobody');
    const file = {
      fileId,
      ownerId,
      purpose: 'hand-in',
      status: 'clean',
      name: 'devoir.pdf',
      mediaType: 'application/pdf',
      bytes: 1000,
      sha256: 'a'.repeat(64),
    } as const;
    known.set(fileId, { ...file, ...change });
    return fileId;
  };

  const submit = (who: string, change: Readonly<Record<string, unknown>> = {}) => {
    drawn += 1;
    return send('handInWork', who, { body: { text: 'Mon travail', files: [], with: [], requestId: `request-${drawn}`, ...change } });
  };

  const plan = (change: Readonly<Record<string, unknown>>, revision = 0) =>
    send('planHandIns', 'teacher', { body: { closesAt: '23:59', lateAllowed: true, groupOf: 1, revision, ...change } });

  /** What the minute's release does; the events that it brings are the items that carry them. */
  const release = async (): Promise<void> => {
    for (let shard = 0; shard < TELLING_SHARDS; shard += 1) {
      for (const telling of await store.listTellings(shard, clock.now)) await tell(store, handIns)(telling, clock.now);
    }
  };

  /** Every event that the table carries at present. */
  const events = async () => {
    const pages = await table.client.scanAllPages({ TableName: table.name });
    return pages.flatMap(({ Items = [] }) => Items.flatMap((item) => z.array(Envelope).parse(JSON.parse(item['outbox'] ?? '[]'))));
  };

  return { send, submit, plan, aFile, clock, known, store, handIns, release, events, meter: table.meter, people };
};
