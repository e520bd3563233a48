import { randomBytes, randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { parseJson, textIn, textMap } from '../json.ts';

export interface User {
  readonly username: string;
  readonly sub: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly passwordHash: string | undefined;
  readonly status: 'FORCE_CHANGE_PASSWORD' | 'CONFIRMED';
  readonly enabled: boolean;
  readonly createdAt: string;
}

/** A refresh token and the session it carries on. */
interface Session {
  readonly token: string;
  readonly username: string;
  readonly clientId: string;
  readonly authTime: number;
  readonly originJti: string;
  readonly expiresAt: number;
}

export interface Users {
  readonly find: (username: string) => User | undefined;
  readonly save: (user: User) => void;
  readonly list: () => readonly User[];
  readonly openSession: (session: Omit<Session, 'token'>) => Session;
  readonly findSession: (token: string) => Session | undefined;
  readonly endSession: (token: string) => void;
  readonly endAllSessions: (username: string) => void;
}

export const newUser = (username: string, attributes: Readonly<Record<string, string>>): User => ({
  username,
  sub: randomUUID(),
  attributes,
  passwordHash: undefined,
  status: 'FORCE_CHANGE_PASSWORD',
  enabled: true,
  createdAt: new Date().toISOString(),
});

export const hashPassword = (password: string): string => {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${scryptSync(password, salt, 32).toString('base64url')}`;
};

export const isPassword = (hash: string | undefined, password: string): boolean => {
  const [salt = '', expected = ''] = (hash ?? '.').split('.');
  if (expected === '') return false;
  return timingSafeEqual(Buffer.from(expected, 'base64url'), scryptSync(password, Buffer.from(salt, 'base64url'), 32));
};

/** The pool's people and their sessions, kept with the data. */
export const openUsers = (database: DatabaseSync): Users => {
  database.exec(`CREATE TABLE IF NOT EXISTS users (username TEXT PRIMARY KEY, content TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS sessions (token TEXT PRIMARY KEY, username TEXT NOT NULL, client TEXT NOT NULL, auth_time INTEGER NOT NULL, origin TEXT NOT NULL, expires INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS sessions_user ON sessions (username);`);
  const select = database.prepare('SELECT content FROM users WHERE username = ?');
  const all = database.prepare('SELECT content FROM users ORDER BY username');
  const upsert = database.prepare('INSERT OR REPLACE INTO users (username, content) VALUES (?, ?)');
  const insertSession = database.prepare(
    'INSERT INTO sessions (token, username, client, auth_time, origin, expires) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const selectSession = database.prepare('SELECT * FROM sessions WHERE token = ?');
  const deleteSession = database.prepare('DELETE FROM sessions WHERE token = ?');
  const deleteSessions = database.prepare('DELETE FROM sessions WHERE username = ?');

  const read = (content: unknown): User => {
    const value = parseJson(String(content));
    return {
      username: textIn(value, 'username') ?? '',
      sub: textIn(value, 'sub') ?? '',
      attributes: textMap(value['attributes']),
      passwordHash: textIn(value, 'passwordHash'),
      status: textIn(value, 'status') === 'CONFIRMED' ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
      enabled: textIn(value, 'enabled') !== 'false',
      createdAt: textIn(value, 'createdAt') ?? '',
    };
  };

  return {
    find: (username) => {
      const row = select.get(username);
      return row === undefined ? undefined : read(row['content']);
    },
    save: (user) => {
      upsert.run(user.username, JSON.stringify(user));
    },
    list: () => all.all().map((row) => read(row['content'])),
    openSession: (session) => {
      const token = randomBytes(48).toString('base64url');
      insertSession.run(token, session.username, session.clientId, session.authTime, session.originJti, session.expiresAt);
      return { ...session, token };
    },
    findSession: (token) => {
      const row = selectSession.get(token);
      if (row === undefined) return undefined;
      return {
        token,
        username: String(row['username']),
        clientId: String(row['client']),
        authTime: Number(row['auth_time']),
        originJti: String(row['origin']),
        expiresAt: Number(row['expires']),
      };
    },
    endSession: (token) => {
      deleteSession.run(token);
    },
    endAllSessions: (username) => {
      deleteSessions.run(username);
    },
  };
};
