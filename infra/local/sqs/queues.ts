import { createHash, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { atomically } from '../database.ts';
import { numberIn, parseJson, textIn } from '../json.ts';
import type { LocalResource } from '../template/local-template.ts';

export interface QueueSpec {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilitySeconds: number;
  readonly delaySeconds: number;
  readonly redrive: { readonly queueName: string; readonly maxReceives: number } | undefined;
}

export interface NewMessage {
  readonly body: string;
  /** Message attributes as the SDK writes them: `{ name: { DataType, StringValue } }`. */
  readonly attributes: string;
  readonly group: string | undefined;
  readonly delaySeconds: number | undefined;
}

export interface QueuedMessage {
  readonly messageId: string;
  readonly receipt: string;
  readonly body: string;
  readonly attributes: string;
  readonly group: string | undefined;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly receives: number;
}

export interface Queues {
  readonly find: (nameOrUrlOrArn: string) => QueueSpec | undefined;
  readonly names: () => readonly string[];
  readonly send: (queue: QueueSpec, message: NewMessage) => string;
  readonly receive: (queue: QueueSpec, max: number, visibilitySeconds: number | undefined) => readonly QueuedMessage[];
  /** Waits for a message up to a delay, as a long poll does. */
  readonly receiveOrWait: (
    queue: QueueSpec,
    max: number,
    visibilitySeconds: number | undefined,
    waitMs: number,
    signal: AbortSignal,
  ) => Promise<readonly QueuedMessage[]>;
  readonly remove: (queue: QueueSpec, receipt: string) => void;
  readonly postpone: (queue: QueueSpec, receipt: string, seconds: number) => boolean;
  readonly counts: (queue: QueueSpec) => { readonly ready: number; readonly inFlight: number; readonly delayed: number };
  readonly purge: (queue: QueueSpec) => void;
  /** Messages, without taking them, for tests and people. */
  readonly peek: (
    queue: QueueSpec,
    max: number,
  ) => readonly { readonly messageId: string; readonly body: string; readonly receives: number }[];
}

const POLL_MS = 250;

const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);

/** A queue of the template. */
export const queueSpec = (resource: LocalResource): QueueSpec => {
  const policy = resource.properties['RedrivePolicy'];
  const redrive = typeof policy === 'string' ? parseJson(policy) : policy;
  const target = textIn(redrive, 'deadLetterTargetArn');
  const maxReceives = numberIn(redrive, 'maxReceiveCount');
  const name = lastPart(resource.arn);
  if (name.endsWith('.fifo')) throw new Error(`The local cloud does not play FIFO queues: ${name}`);
  return {
    name,
    arn: resource.arn,
    url: resource.ref,
    visibilitySeconds: numberIn(resource.properties, 'VisibilityTimeout') ?? 30,
    delaySeconds: numberIn(resource.properties, 'DelaySeconds') ?? 0,
    redrive: target === undefined || maxReceives === undefined ? undefined : { queueName: lastPart(target), maxReceives },
  };
};

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Standard queues with redelivery, delay and dead letters; every acknowledged message is in the database first. */
export const openQueues = (database: DatabaseSync, specs: readonly QueueSpec[], now: () => number): Queues => {
  database.exec(`CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, grp TEXT,
    sent INTEGER NOT NULL, visible INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0, first INTEGER NOT NULL DEFAULT 0, receipt TEXT);
    CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible, seq);
    CREATE INDEX IF NOT EXISTS messages_receipt ON messages (receipt);`);
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const waiting = new Map<string, Set<() => void>>();

  const insert = database.prepare('INSERT INTO messages (id, queue, body, attributes, grp, sent, visible) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const bury = database.prepare(
    'UPDATE messages SET queue = ?, visible = ?, receives = 0, receipt = NULL WHERE queue = ? AND visible <= ? AND receives >= ?',
  );
  const due = database.prepare('SELECT * FROM messages WHERE queue = ? AND visible <= ? ORDER BY visible, seq LIMIT ?');
  const take = database.prepare('UPDATE messages SET receipt = ?, visible = ?, receives = receives + 1, first = ? WHERE seq = ?');
  const removal = database.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?');
  const postponement = database.prepare('UPDATE messages SET visible = ? WHERE queue = ? AND receipt = ?');
  const count = database.prepare(
    'SELECT SUM(visible <= ?) AS ready, SUM(visible > ? AND receipt IS NOT NULL) AS flight, SUM(visible > ? AND receipt IS NULL) AS delayed FROM messages WHERE queue = ?',
  );
  const purging = database.prepare('DELETE FROM messages WHERE queue = ?');
  const peeking = database.prepare('SELECT id, body, receives FROM messages WHERE queue = ? ORDER BY seq LIMIT ?');

  const wake = (name: string): void => {
    for (const resume of waiting.get(name) ?? []) resume();
  };

  const receive: Queues['receive'] = (queue, max, visibilitySeconds) =>
    atomically(database, () => {
      const at = now();
      const { redrive } = queue;
      if (redrive !== undefined && Number(bury.run(redrive.queueName, at, queue.name, at, redrive.maxReceives).changes) > 0)
        wake(redrive.queueName);
      return due.all(queue.name, at, Math.min(10, max)).map((row) => {
        const receipt = randomUUID();
        const firstReceivedAt = Number(row['first']) || at;
        take.run(receipt, at + (visibilitySeconds ?? queue.visibilitySeconds) * 1000, firstReceivedAt, row['seq'] ?? 0);
        return {
          messageId: String(row['id']),
          receipt,
          body: String(row['body']),
          attributes: String(row['attributes']),
          group: row['grp'] === null ? undefined : String(row['grp']),
          sentAt: Number(row['sent']),
          firstReceivedAt,
          receives: Number(row['receives']) + 1,
        };
      });
    });

  const woken = async (name: string, ms: number, signal: AbortSignal): Promise<void> => {
    const resumes = waiting.get(name) ?? new Set();
    waiting.set(name, resumes);
    const stop = new AbortController();
    const resume = (): void => stop.abort();
    resumes.add(resume);
    // Messages also become visible by time alone.
    await pause(Math.min(ms, POLL_MS), undefined, { signal: AbortSignal.any([stop.signal, signal]), ref: false }).catch(() => undefined);
    resumes.delete(resume);
  };

  return {
    find: (name) => byName.get(lastPart(name)),
    names: () => [...byName.keys()],
    send: (queue, message) => {
      const id = randomUUID();
      const at = now();
      insert.run(
        id,
        queue.name,
        message.body,
        message.attributes,
        message.group ?? null,
        at,
        at + (message.delaySeconds ?? queue.delaySeconds) * 1000,
      );
      wake(queue.name);
      return id;
    },
    receive,
    receiveOrWait: async (queue, max, visibilitySeconds, waitMs, signal) => {
      const deadline = Date.now() + waitMs;
      for (;;) {
        const messages = receive(queue, max, visibilitySeconds);
        const left = deadline - Date.now();
        if (messages.length > 0 || left <= 0 || signal.aborted) return messages;
        await woken(queue.name, left, signal);
      }
    },
    remove: (queue, receipt) => {
      removal.run(queue.name, receipt);
    },
    postpone: (queue, receipt, seconds) => {
      const changed = Number(postponement.run(now() + seconds * 1000, queue.name, receipt).changes) > 0;
      if (changed && seconds === 0) wake(queue.name);
      return changed;
    },
    counts: (queue) => {
      const at = now();
      const row = count.get(at, at, at, queue.name);
      return { ready: Number(row?.['ready'] ?? 0), inFlight: Number(row?.['flight'] ?? 0), delayed: Number(row?.['delayed'] ?? 0) };
    },
    purge: (queue) => {
      purging.run(queue.name);
    },
    peek: (queue, max) =>
      peeking
        .all(queue.name, max)
        .map((row) => ({ messageId: String(row['id']), body: String(row['body']), receives: Number(row['receives']) })),
  };
};
