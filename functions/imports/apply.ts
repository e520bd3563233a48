import {
  ClassListRecord,
  ClassRecord,
  ContactRecord,
  GroupRecord,
  SchoolRecord,
  TaughtSubjectsRecord,
  type PersonRecord,
} from '@preau/shared/directory/record.ts';
import { addSeconds, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { DirectoryImport, ImportWrite } from '../directory/import-people.ts';
import { isCounted, listDifferences, listGone, type Difference } from './compare.ts';
import { groupEvents } from './group-events.ts';
import { rightsEvents, type RightsMoment } from './rights-events.ts';
import type { Stage } from './stage.ts';

export interface ApplyServices {
  readonly directory: DirectoryImport;
  /** False near the end of the function's time: the rest is left to the next run. */
  readonly hasTime: () => boolean;
  /** Called after each round with the records written since the start of this run. */
  readonly onWritten: (written: number) => Promise<void>;
}

const NOBODY = '[]';
const CHUNK = 25;
const PARALLEL = 8;

/** Detached people are erased within three months of leaving; the engine takes up to two days to do it. @see arrêté du 30 novembre 2006, art. 6 */
const erasedAt = (now: string): number => {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() + 3);
  return Math.floor(Date.parse(addSeconds(date.toISOString(), -3 * 86_400)) / 1000);
};

const schoolOf = (person: PersonRecord) => person.place?.schoolId ?? person.posts?.[0]?.schoolId ?? person.children?.[0]?.schoolId;

const detachedPerson = (person: PersonRecord, now: string, today: LocalDate): PersonRecord => {
  const from = schoolOf(person);
  const ttl = erasedAt(now);
  const erasedAfter = new Date(ttl * 1000).toISOString().slice(0, 10);
  return { ...person, status: 'detached', detachedOn: today, erasedAfter, ttl, ...(from === undefined ? {} : { detachedFrom: from }) };
};

const detachedContact = (body: string, { now, today }: RightsMoment): ContactRecord =>
  ContactRecord.parse({ ...JSON.parse(body), detachedOn: today, ttl: erasedAt(now) });

const unitWrite = (type: string, body: string, detachedOn?: LocalDate): ImportWrite => {
  const record = { ...JSON.parse(body), ...(detachedOn === undefined ? {} : { detachedOn }) };
  if (type === 'school') return { type, record: SchoolRecord.parse(record) };
  if (type === 'contact') return { type, record: ContactRecord.parse(record) };
  if (type === 'taughtSubjects') return { type, record: TaughtSubjectsRecord.parse(record) };
  if (type === 'class') return { type, record: ClassRecord.parse(record) };
  // A class that left the feed calls nobody.
  if (type === 'classList')
    return { type, record: ClassListRecord.parse(detachedOn === undefined ? record : { ...record, pupils: NOBODY }) };
  return { type: 'group', record: GroupRecord.parse(record) };
};

function* chunksOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** Writes what differs and nothing else; true when all is written. Running it again, whole or after a crash, writes only what is still missing. */
export const applyDifferences = async (stage: Stage, moment: RightsMoment, services: ApplyServices): Promise<boolean> => {
  const { eventsOf, inherited } = rightsEvents(stage, moment);

  const personWrite = (before: PersonRecord | undefined, record: PersonRecord): ImportWrite => ({
    type: 'person',
    record,
    outbox: record.kind === 'guardian' ? eventsOf(before, record) : [],
  });

  const groupWrite = (before: string | undefined, body: string): ImportWrite => {
    const record = GroupRecord.parse(JSON.parse(body));
    return {
      type: 'group',
      record,
      outbox: before === undefined ? [] : groupEvents(GroupRecord.parse(JSON.parse(before)), record, moment),
    };
  };

  const writeOf = (difference: Difference): ImportWrite => {
    if (difference.type === 'group') return groupWrite(difference.before, difference.body);
    if (difference.type !== 'person') return unitWrite(difference.type, difference.body);
    const before: PersonRecord | undefined = difference.before === undefined ? undefined : JSON.parse(difference.before);
    return personWrite(before, JSON.parse(difference.body));
  };

  const goneWrite = ({ type, body }: Difference): ImportWrite => {
    if (type === 'contact') return { type, record: detachedContact(body, moment) };
    if (type !== 'person') return unitWrite(type, body, moment.today);
    const person: PersonRecord = JSON.parse(body);
    return personWrite(person, detachedPerson(person, moment.now, moment.today));
  };

  const bindNewcomers = async (chunk: readonly Difference[]): Promise<void> => {
    for (const { kind, body, before } of chunk) {
      if (kind !== 'guardian') continue;
      for (const restriction of inherited(before === undefined ? undefined : JSON.parse(before), JSON.parse(body)))
        await services.directory.addRestriction(restriction);
    }
  };

  let written = 0;
  const writeAll = async (differences: Iterable<Difference>, toWrite: (difference: Difference) => ImportWrite): Promise<boolean> => {
    for (const round of chunksOf(differences, CHUNK * PARALLEL)) {
      if (!services.hasTime()) return false;
      await bindNewcomers(round);
      await Promise.all([...chunksOf(round, CHUNK)].map((chunk) => services.directory.putAll(chunk.map(toWrite))));
      written += round.filter(isCounted).length;
      await services.onWritten(written);
    }
    return true;
  };

  return (await writeAll(listDifferences(stage), writeOf)) && writeAll(listGone(stage), goneWrite);
};
