import type { DatabaseSync } from 'node:sqlite';
import { isJson, listIn, parseJson, textIn, type Json } from '../json.ts';

export interface SentMail {
  readonly id: string;
  readonly channel: 'email';
  readonly to: readonly string[];
  readonly at: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string;
  /** What happened to it, as published to the configuration set. */
  readonly events?: readonly string[];
}

export interface SentSms {
  readonly id: string;
  readonly channel: 'sms';
  readonly to: readonly string[];
  readonly at: string;
  readonly text: string;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly units: number;
  readonly parts: number;
  readonly attributes: Json;
}

export type Sent = SentMail | SentSms;

export interface Outbox {
  readonly add: (sent: Sent) => void;
  /** Newest first. */
  readonly list: (limit: number) => readonly Sent[];
  readonly find: (id: string) => Sent | undefined;
  /** Notes what became of a mail. */
  readonly note: (id: string, event: string) => void;
  readonly clear: () => void;
}

const isSent = (value: unknown): value is Sent =>
  isJson(value) && textIn(value, 'id') !== undefined && (value['channel'] === 'email' || value['channel'] === 'sms');

/** Everything that families would have received. */
export const openOutbox = (database: DatabaseSync): Outbox => {
  database.exec('CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, sent TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO outbox (id, sent) VALUES (?, ?)');
  const latest = database.prepare('SELECT sent FROM outbox ORDER BY seq DESC LIMIT ?');
  const one = database.prepare('SELECT sent FROM outbox WHERE id = ?');
  const replace = database.prepare('UPDATE outbox SET sent = ? WHERE id = ?');
  const parsed = (row: Record<string, unknown> | undefined): readonly Sent[] => {
    const value = parseJson(textIn(row, 'sent') ?? '');
    return isSent(value) ? [value] : [];
  };
  return {
    add: (sent) => {
      insert.run(sent.id, JSON.stringify(sent));
    },
    list: (limit) => latest.all(limit).flatMap(parsed),
    find: (id) => parsed(one.get(id))[0],
    note: (id, event) => {
      const [sent] = parsed(one.get(id));
      if (sent !== undefined) replace.run(JSON.stringify({ ...sent, events: [...listIn(sent, 'events'), event] }), id);
    },
    clear: () => {
      database.exec('DELETE FROM outbox');
    },
  };
};
