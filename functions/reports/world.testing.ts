import { createHash } from 'node:crypto';
import { Envelope } from '@preau/shared/kernel/event.ts';
import type { AnyOperation } from '@preau/shared/kernel/operation.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { directoryTable } from '@preau/shared/directory/table.ts';
import { aCard } from '@preau/shared/reports/cards.testing.ts';
import { ClassSealingAsked } from '@preau/shared/reports/events.ts';
import type { Card, CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { reportsTable } from '@preau/shared/reports/table.ts';
import * as z from 'zod';
import type { Socle } from '@preau/shared/assessment/socle.ts';
import { directoryImport } from '../directory/import-people.ts';
import { directoryReads } from '../directory/reads.ts';
import { directoryStore } from '../directory/store.ts';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { play, type Answer, type Asked } from '../testing/play.ts';
import { CLASS_HERE, directoryWrites, people, person, restrictions, SCHOOL_HERE } from '../testing/small-academy.ts';
import { freshTable } from '../testing/tables.ts';
import { operations } from './operations.ts';
import type { Papers } from './papers.ts';
import { sealClass } from './seal-class.ts';
import type { SealingServices } from './services.ts';
import { reportsStore } from './store.ts';

export const PERIOD: CardPeriodKey = '2026-T1';

/** Monday 7 December 2026, 10:00 in Nancy: the window is open. */
const MONDAY = '2026-12-07T09:00:00.000Z';

/** The card of one of the small academy. */
export const cardOf = (name: string, over: Partial<Card> = {}): Card => {
  const found = people[name];
  return aCard({
    school: { schoolId: SCHOOL_HERE, uai: '0540001A', name: 'Collège des Tilleuls', city: 'Nancy' },
    class: { classId: CLASS_HERE, name: '6e A' },
    pupil: { pupilId: person(name), firstName: found?.firstName ?? name, lastName: found?.lastName ?? '' },
    headTeachers: [{ personId: person('headTeacher'), name: 'headTeacher' }],
    ...over,
  });
};

/** One school on the real engine, cards that the test decides, papers in memory. */
export const reportsWorld = async (over: Partial<SealingServices> = {}) => {
  const [table, directoryAt] = await Promise.all([freshTable(reportsTable), freshTable(directoryTable)]);
  let now: Instant = MONDAY;
  let cards: readonly Card[] | undefined = ['pupil', 'classmate', 'adult'].map((name) => cardOf(name));
  const papers = new Map<string, Uint8Array>();
  const once = new Map<string, Uint8Array>();

  const peopleStore = directoryStore(directoryAt.name, directoryAt.client);
  await directoryImport(peopleStore).putAll(directoryWrites);
  await Promise.all(restrictions.map((restriction) => peopleStore.putRestriction(restriction, [])));
  const directory = directoryReads(peopleStore, () => now.slice(0, 10));
  const store = reportsStore(tableStore(reportsTable, table.name, table.client));

  const inMemory: Papers = {
    put: async (key, pdf) => void papers.set(key, pdf),
    read: async (key) => papers.get(key),
    link: async (key, name) => `https://files.example.fr/${key}?name=${encodeURIComponent(name)}`,
    linkOnce: async (bytes, name) => {
      once.set(name, bytes);
      return `https://files.example.fr/once?name=${encodeURIComponent(name)}`;
    },
  };
  const services: SealingServices = {
    now: () => now,
    store,
    directory,
    papers: inMemory,
    source: { cardsOfClass: async () => cards },
    toPaper: (sealed) => createHash('sha256').update(JSON.stringify(sealed)).digest(),
    ...over,
  };
  let socles: readonly Socle[] = [];
  let drawn = 0;
  const handler = apiHandler(
    operations,
    {
      now: () => now,
      findActor: directory.findActor,
      store,
      directory,
      assessment: { listSocle: async (pupilId) => socles.filter((one) => one.pupilId === pupilId) },
      papers: inMemory,
      randomBytes: (count) => {
        drawn += 1;
        return createHash('sha512').update(String(drawn)).digest().subarray(0, count);
      },
    },
    directory.findActor,
  );
  const ask = <O extends AnyOperation>(operation: O, who: string, asked: Asked): Promise<Answer<O>> =>
    play(handler, operation, asked, person(who));

  /** What the relay would carry to the workers. */
  const waiting = async (): Promise<readonly Envelope[]> => {
    const { Items = [] } = await table.client.scanOnePage({ TableName: table.name });
    return Items.flatMap((item) => (typeof item['outbox'] === 'string' ? z.array(Envelope).parse(JSON.parse(item['outbox'])) : []));
  };

  return {
    store,
    table,
    papers,
    once,
    directory,
    peopleStore,
    services,
    ask,
    setNow: (instant: Instant) => {
      now = instant;
    },
    setSocles: (decided: readonly Socle[]) => {
      socles = decided;
    },
    setCards: (wanted: readonly Card[] | undefined) => {
      cards = wanted;
    },
    waiting,
    /** Runs the workers on everything that was asked so far, once more for what was done already: events come at least once. */
    work: async (using: SealingServices = services): Promise<void> => {
      const asked = (await waiting()).filter(({ type }) => type === ClassSealingAsked.type);
      for (const envelope of asked) await sealClass(using)(ClassSealingAsked.schema.parse(envelope.data));
    },
  };
};

export type ReportsWorld = Awaited<ReturnType<typeof reportsWorld>>;
