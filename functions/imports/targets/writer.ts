import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { GuardianRights } from '@preau/shared/directory/schema.ts';
import { joinKeyOf } from '@preau/shared/kernel/academies.ts';
import { personIdOf } from '../../directory/ids.ts';
import type { OnFault } from '../faults.ts';

const RANKS = { school: 0, class: 1, group: 2, pupil: 3, classList: 4, guardian: 5, staff: 6, contact: 7, taughtSubjects: 8 } as const;
type Kind = keyof typeof RANKS;

export interface Targets {
  readonly db: DatabaseSync;
  /** False when a record of that id is there already. */
  readonly put: (kind: Kind, id: string, record: object) => boolean;
  readonly academy: string;
  readonly onFault: OnFault;
}

const fingerprint = (body: string): string => createHash('sha256').update(body).digest('base64url').slice(0, 16);

/** A key that two kinds bear is one person, of the first kind: an adult pupil who is his own responsible stays a pupil. */
export const targetWriter = (db: DatabaseSync): Targets['put'] => {
  const addTarget = db.prepare('insert or ignore into target (rank, kind, type, id, hash, body) values (?, ?, ?, ?, ?, ?)');
  return (kind, id, record) => {
    const body = JSON.stringify(record);
    const hash = fingerprint(body);
    const type = kind === 'pupil' || kind === 'guardian' || kind === 'staff' ? 'person' : kind;
    return addTarget.run(RANKS[kind], kind, type, id, hash, `${body.slice(0, -1)},"hash":"${hash}"}`).changes === 1;
  };
};

interface PersonRow {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
}

/** What every person's record begins with. */
export const personOf = <K extends 'pupil' | 'guardian' | 'staff'>(academy: string, kind: K, row: PersonRow) => {
  const joinKey = joinKeyOf(academy, row.key);
  return {
    personId: personIdOf(joinKey),
    joinKey,
    kind,
    source: 'aaf' as const,
    status: 'active' as const,
    firstName: row.firstName,
    lastName: row.lastName,
    ...(row.email === undefined ? {} : { email: row.email }),
  };
};

/** Rights as the stage keeps them: a letter each. */
export const rightsIn = (text: string): GuardianRights => ({
  informed: text.includes('I'),
  decides: text.includes('D'),
  contact: text.includes('C'),
  payer: text.includes('P'),
});

/** Each once, in order: the same delivery gives the same record. */
export const sorted = <T extends string>(ids: Iterable<T>): T[] => [...new Set(ids)].toSorted();
