import type { ClassRecord, GroupRecord, PersonRecord, SchoolRecord } from '@preau/shared/directory/record.ts';
import { needsVanishConfirmation } from '@preau/shared/imports/rules.ts';
import { RecordKind, type KindPlan, type Plan } from '@preau/shared/imports/schema.ts';
import * as z from 'zod';
import type { Stage } from './stage.ts';

const SAMPLES = 5;
const KINDS: readonly RecordKind[] = ['school', 'class', 'group', 'pupil', 'guardian', 'staff'];

/** Found in one pass over thin indexes: what is absent before, of another fingerprint, or back after having vanished; then what is not named any more. */
const FIND = `
  delete from difference;
  insert into difference
    select target.rank, target.kind, target.type, target.id, case when known.id is null then 'added' else 'changed' end
    from target left join known on known.type = target.type and known.id = target.id
    where known.id is null or known.hash <> target.hash or known.status <> 'active'
    order by target.rank, target.id;
  insert into difference
    select 9, known.kind, known.type, known.id, 'detached'
    from known
    where known.status = 'active' and not exists (select 1 from target where target.type = known.type and target.id = known.id)
    order by known.type, known.id;
`;

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

const numberOf = (row: Readonly<Record<string, unknown>> | undefined): number => Number(row?.['n'] ?? 0);

const planOfKind = (stage: Stage, kind: RecordKind): KindPlan => {
  const { db } = stage;
  const count = db.prepare('select count(*) as n from difference where kind = ? and change = ?');
  const counted = (change: string): number => numberOf(count.get(kind, change));
  const samples = (table: 'target' | 'known', change: string): string[] =>
    db
      .prepare(`select body from difference join ${table} using (type, id) where difference.kind = ? and change = ? limit ${SAMPLES}`)
      .all(kind, change)
      .map((row) => labelOf(kind, String(row['body'])));
  const all = numberOf(db.prepare('select count(*) as n from target indexed by target_ref where kind = ?').get(kind));
  const [added, changed] = [counted('added'), counted('changed')];
  return {
    kind,
    added,
    changed,
    detached: counted('detached'),
    unchanged: all - added - changed,
    samples: { added: samples('target', 'added'), changed: samples('target', 'changed'), detached: samples('known', 'detached') },
  };
};

/** What applying would do, kind by kind, and whether so many people vanish that it must be confirmed. */
export const comparePlan = (stage: Stage): Pick<Plan, 'kinds' | 'vanished' | 'knownPeople' | 'confirmVanished'> => {
  const { db } = stage;
  db.exec(FIND);
  const vanished = numberOf(db.prepare("select count(*) as n from difference where type = 'person' and change = 'detached'").get());
  const knownPeople = numberOf(db.prepare("select count(*) as n from known where type = 'person' and status = 'active'").get());
  return {
    kinds: KINDS.map((kind) => planOfKind(stage, kind)),
    vanished,
    knownPeople,
    confirmVanished: needsVanishConfirmation(vanished, knownPeople),
  };
};

/** What follows from people, and operators do not read of: the lists of classes, contacts without an account, subjects taught. */
const FOLLOWING = ['classList', 'contact', 'taughtSubjects'] as const;

const DifferenceKind = z.enum([...RecordKind.options, ...FOLLOWING]);
type DifferenceKind = z.infer<typeof DifferenceKind>;

/** True of a record that plans and progress count. */
export const isCounted = ({ kind }: Difference): boolean => !FOLLOWING.some((one) => one === kind);

export interface Difference {
  readonly type: string;
  readonly kind: DifferenceKind;
  readonly body: string;
  readonly before?: string;
}

/** How many records applying has to write, once the plan is compared; those that follow are not counted. */
export const countDifferences = (stage: Stage): number =>
  numberOf(
    stage.db.prepare(`select count(*) as n from difference where kind not in (${FOLLOWING.map((kind) => `'${kind}'`).join(', ')})`).get(),
  );

/** Records to write, schools before pupils before guardians before staff. */
export function* listDifferences(stage: Stage): Generator<Difference> {
  const found = stage.db.prepare(
    `select difference.type, difference.kind, target.body, known.body as before
     from difference join target using (type, id) left join known using (type, id)
     where change <> 'detached' order by difference.rowid`,
  );
  for (const row of found.iterate()) {
    yield {
      type: String(row['type']),
      kind: DifferenceKind.parse(row['kind']),
      body: String(row['body']),
      ...(row['before'] === null ? {} : { before: String(row['before']) }),
    };
  }
}

/** Records of the directory that the delivery does not name any more. */
export function* listGone(stage: Stage): Generator<Difference> {
  const found = stage.db.prepare(
    "select difference.type, difference.kind, known.body from difference join known using (type, id) where change = 'detached' order by difference.rowid",
  );
  for (const row of found.iterate())
    yield { type: String(row['type']), kind: DifferenceKind.parse(row['kind']), body: String(row['body']) };
}
