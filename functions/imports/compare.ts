import type { ClassRecord, GroupRecord, PersonRecord, SchoolRecord } from '@preau/shared/directory/record.ts';
import { needsVanishConfirmation } from '@preau/shared/imports/rules.ts';
import { RecordKind, type KindPlan, type Plan } from '@preau/shared/imports/schema.ts';
import type { Stage } from './stage.ts';

const SAMPLES = 5;
const KINDS: readonly RecordKind[] = ['school', 'class', 'group', 'pupil', 'guardian', 'staff'];

/** What differs: absent before, of another fingerprint, or back after having vanished. */
const DIFFERS = "(known.id is null or known.hash <> target.hash or known.status <> 'active')";
const JOINED = 'target left join known on known.type = target.type and known.id = target.id';
const GONE = "known.status = 'active' and not exists (select 1 from target where target.type = known.type and target.id = known.id)";

const initialOf = (lastName: string): string => (lastName === '' ? '' : ` ${lastName.charAt(0)}.`);

/** Enough to recognise somebody, and no more: a first name, an initial, a place. */
const labelOf = (kind: RecordKind, body: string): string => {
  if (kind === 'school') {
    const school: SchoolRecord = JSON.parse(body);
    return `${school.name} (${school.uai})`;
  }
  if (kind === 'class' || kind === 'group') {
    const unit: ClassRecord | GroupRecord = JSON.parse(body);
    return unit.name;
  }
  const person: PersonRecord = JSON.parse(body);
  const places = [person.place?.className, person.place?.schoolName, person.posts?.[0]?.schoolName, person.children?.[0]?.schoolName];
  return [`${person.firstName}${initialOf(person.lastName)}`, ...places.filter((place) => place !== undefined)].join(', ');
};

const counter =
  (stage: Stage) =>
  (sql: string, ...values: readonly string[]): number =>
    Number(stage.db.prepare(`select count(*) as n from ${sql}`).get(...values)?.['n'] ?? 0);

const planOfKind = (stage: Stage, kind: RecordKind): KindPlan => {
  const count = counter(stage);
  const samples = (sql: string): string[] =>
    stage.db
      .prepare(`${sql} limit ${SAMPLES}`)
      .all(kind)
      .map((row) => labelOf(kind, String(row['body'])));
  const all = count('target where kind = ?', kind);
  const added = count(`${JOINED} where target.kind = ? and known.id is null`, kind);
  const changed = count(`${JOINED} where target.kind = ? and known.id is not null and ${DIFFERS}`, kind);
  return {
    kind,
    added,
    changed,
    detached: count(`known where known.kind = ? and ${GONE}`, kind),
    unchanged: all - added - changed,
    samples: {
      added: samples(`select target.body from ${JOINED} where target.kind = ? and known.id is null`),
      changed: samples(`select target.body from ${JOINED} where target.kind = ? and known.id is not null and ${DIFFERS}`),
      detached: samples(`select known.body from known where known.kind = ? and ${GONE}`),
    },
  };
};

/** What applying would do, kind by kind, and whether so many people vanish that it must be confirmed. */
export const comparePlan = (stage: Stage): Pick<Plan, 'kinds' | 'vanished' | 'knownPeople' | 'confirmVanished'> => {
  const count = counter(stage);
  const vanished = count(`known where known.type = 'person' and ${GONE}`);
  const knownPeople = count("known where known.type = 'person' and known.status = 'active'");
  return {
    kinds: KINDS.map((kind) => planOfKind(stage, kind)),
    vanished,
    knownPeople,
    confirmVanished: needsVanishConfirmation(vanished, knownPeople),
  };
};

export interface Difference {
  readonly type: string;
  readonly kind: RecordKind;
  readonly body: string;
  readonly before?: string;
}

/** How many records applying has to write. */
export const countDifferences = (stage: Stage): number =>
  counter(stage)(`${JOINED} where ${DIFFERS}`) + counter(stage)(`known where ${GONE}`);

/** Records to write, schools before pupils before guardians before staff. */
export function* listDifferences(stage: Stage): Generator<Difference> {
  const found = stage.db.prepare(
    `select target.type, target.kind, target.body, known.body as before from ${JOINED} where ${DIFFERS} order by target.rank, target.id`,
  );
  for (const row of found.iterate()) {
    yield {
      type: String(row['type']),
      kind: RecordKind.parse(row['kind']),
      body: String(row['body']),
      ...(row['before'] === null ? {} : { before: String(row['before']) }),
    };
  }
}

/** Records of the directory that the delivery does not name any more. */
export function* listGone(stage: Stage): Generator<Difference> {
  const found = stage.db.prepare(`select known.type, known.kind, known.body from known where ${GONE} order by known.type, known.id`);
  for (const row of found.iterate()) yield { type: String(row['type']), kind: RecordKind.parse(row['kind']), body: String(row['body']) };
}
