import { DatabaseSync } from 'node:sqlite';
import type { GuardianLink } from '@preau/shared/directory/schema.ts';

/** A class or a group as feeds name it: its school's key, then its name. */
export type Named = readonly [school: string, name: string];

export interface SchoolRow {
  readonly key: string;
  readonly uai: string;
  readonly name: string;
  readonly kind: 'college' | 'lycee' | 'lyceePro' | 'lyceeAgricole' | 'other';
  readonly city: string;
}

export interface PupilRow {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly school: string;
  readonly classes: readonly Named[];
  readonly groups: readonly Named[];
  readonly adultOn?: string;
  readonly baseId?: string;
  /** Before a Delta: people bound to the pupil whose key the directory does not hold, contacts without an account. */
  readonly contacts?: readonly GuardianLink[];
}

export interface GuardianRow {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly mobile?: string;
}

export interface StaffRow {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly teacher: boolean;
  readonly attached?: string;
  readonly functions: readonly Named[];
  readonly classes: readonly Named[];
  readonly groups: readonly Named[];
  readonly principal: readonly Named[];
  readonly stsId?: string;
  readonly civility?: 'M' | 'MME';
}

interface Rows {
  readonly school: SchoolRow;
  readonly pupil: PupilRow;
  readonly guardian: GuardianRow;
  readonly staff: StaffRow;
}
export type RowType = keyof Rows;

const ROW_TABLES = ['school', 'pupil', 'guardian', 'staff'] as const;
const UNIT_TABLES = ['class', 'grp'] as const;

// Bodies are appended and only thin indexes are kept in order: keys come at random, and a fat b-tree would be rewritten at each of them.
const SCHEMA = `
  pragma journal_mode = off; pragma synchronous = off; pragma temp_store = file; pragma cache_size = -32000;
  ${ROW_TABLES.map((name) => `create table ${name} (key text primary key, file text, body text not null);`).join('\n')}
  ${UNIT_TABLES.map((name) => `create table ${name} (school text, name text, label text, primary key (school, name)) without rowid;`).join('\n')}
  create table subject (code text primary key, label text) without rowid;
  create table taught (school text, code text, primary key (school, code)) without rowid;
  create table link (guardian text, pupil text, relationship text, rights text, primary key (guardian, pupil)) without rowid;
  create index link_of_pupil on link (pupil);
  create table target (rank integer, kind text, type text, id text, hash text, body text);
  create index target_ref on target (type, id, hash, kind, rank);
  create unique index target_id on target (type, id);
  create table known (kind text, type text, id text, hash text, status text, body text, primary key (type, id));
  create index known_ref on known (type, id, hash, status, kind);
  create table listed (class text, place text, body text);
  create table difference (rank integer, kind text, type text, id text, change text);
  create table restriction (guardian text, pupil text, cause text, body text, primary key (guardian, pupil, cause)) without rowid;
  create table objection (pupil text primary key, body text) without rowid;
`;

const insertSql = (verb: string) => (name: (typeof ROW_TABLES)[number]) => `${verb} into ${name} (key, file, body) values (?, ?, ?)`;

/**
 * A delivery laid out on disk while it is read: a gigabyte of feed never stands in memory,
 * and the order of its files does not matter.
 */
export const openStage = (path: string) => {
  const db = new DatabaseSync(path);
  db.exec(SCHEMA);
  db.exec('begin');
  const prepared = <T>(make: (name: (typeof ROW_TABLES)[number]) => T): Record<RowType, T> => ({
    school: make('school'),
    pupil: make('pupil'),
    guardian: make('guardian'),
    staff: make('staff'),
  });
  const adds = prepared((name) => db.prepare(insertSql('insert or ignore')(name)));
  const puts = prepared((name) => db.prepare(insertSql('insert or replace')(name)));
  const finds = prepared((name) => db.prepare(`select body from ${name} where key = ?`));
  const drops = prepared((name) => db.prepare(`delete from ${name} where key = ?`));
  const addUnit = {
    class: db.prepare('insert or replace into class (school, name, label) values (?, ?, ?)'),
    grp: db.prepare('insert or replace into grp (school, name, label) values (?, ?, ?)'),
  };
  const dropUnits = { class: db.prepare('delete from class where school = ?'), grp: db.prepare('delete from grp where school = ?') };
  const addLink = db.prepare('insert or replace into link (guardian, pupil, relationship, rights) values (?, ?, ?, ?)');
  const addSubject = db.prepare('insert or replace into subject (code, label) values (?, ?)');
  const addTaught = db.prepare('insert or ignore into taught (school, code) values (?, ?)');
  const dropLinks = db.prepare('delete from link where pupil = ?');

  return {
    db,

    /** False when the key is already there: the first record of a key is kept. */
    add: <T extends RowType>(type: T, row: Rows[T], file: string): boolean =>
      adds[type].run(row.key, file, JSON.stringify(row)).changes === 1,

    put: <T extends RowType>(type: T, row: Rows[T], file: string): void => {
      puts[type].run(row.key, file, JSON.stringify(row));
    },

    find: <T extends RowType>(type: T, key: string): Rows[T] | undefined => {
      const found = finds[type].get(key);
      return found === undefined ? undefined : JSON.parse(String(found['body']));
    },

    /** False when there was nothing under that key. */
    drop: (type: RowType, key: string): boolean => drops[type].run(key).changes === 1,

    addUnit: (type: 'class' | 'grp', school: string, name: string, label: string): void => {
      addUnit[type].run(school, name, label);
    },
    dropUnits: (type: 'class' | 'grp', school: string): void => {
      dropUnits[type].run(school);
    },

    addLink: (guardian: string, pupil: string, relationship: string, rights: string): void => {
      addLink.run(guardian, pupil, relationship, rights);
    },
    dropLinks: (pupil: string): void => {
      dropLinks.run(pupil);
    },

    addSubject: (code: string, label: string): void => {
      addSubject.run(code, label);
    },
    addTaught: (school: string, code: string): void => {
      addTaught.run(school, code);
    },

    /** Everything staged so far is readable by other statements of this connection; commits keep the page cache small. */
    commit: (): void => {
      db.exec('commit; begin');
    },

    close: (): void => db.close(),
  };
};

export type Stage = ReturnType<typeof openStage>;
