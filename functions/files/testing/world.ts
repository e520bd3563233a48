import { randomUUID } from 'node:crypto';
import { anActor } from '@preau/shared/directory/actors.testing.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { filesOperations } from '@preau/shared/files/api.ts';
import { filesTable } from '@preau/shared/files/table.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { apiHandler } from '../../runtime/api.ts';
import type { FileStore } from '../../runtime/file-store.ts';
import type { ObjectStore } from '../../runtime/object-store.ts';
import { freshTable } from '../../testing/tables.ts';
import { judgeFile } from '../judge-file.ts';
import { operations } from '../operations.ts';
import { filesReads } from '../reads.ts';
import type { Scanner } from '../scanner.ts';
import { filesStore } from '../store.ts';
import { structuralScanner } from '../structural-scanner.ts';
import { play, type Answer } from '../../testing/play.ts';

const NOW = '2026-11-23T07:20:00.000Z';

const someone = (name: string, kind: Actor['kind']): Actor =>
  anActor({ personId: PersonId.parse(`per_${name.padEnd(20, '0')}`), kind, firstName: name, lastName: 'Keller' });

const people = { lea: someone('lea', 'pupil'), tom: someone('tom', 'pupil'), teacher: someone('teacher', 'staff') };
export type Who = keyof typeof people;

const memoryBucket = () => {
  const objects = new Map<string, Uint8Array>();
  const store: ObjectStore = {
    read: async (key, maxBytes) => {
      const bytes = objects.get(key);
      if (bytes === undefined) return undefined;
      return bytes.byteLength > maxBytes ? 'too-large' : { bytes };
    },
    write: async (key, bytes) => void objects.set(key, bytes),
    remove: async (key) => void objects.delete(key),
    readTags: async () => new Map(),
  };
  const files: FileStore = {
    signUpload: async ({ key, maxBytes }) => ({ url: 'https://bucket.example.fr/', fields: { key, maxBytes: String(maxBytes) } }),
    inspect: async () => undefined,
    signDownload: async ({ key, name, mediaType }) => `https://bucket.example.fr/${key}?name=${encodeURIComponent(name)}&type=${mediaType}`,
  };
  return { objects, store, files };
};

/** The files of a school on the real engine, with a bucket in memory and a clock that the test moves. */
export const filesWorld = async (scanners: readonly Scanner[] = [structuralScanner]) => {
  const table = await freshTable(filesTable);
  const store = filesStore(table.name, table.client);
  const bucket = memoryBucket();
  const clock = { now: NOW };
  const now = (): string => clock.now;
  const findActor = async (personId: string) => Object.values(people).find((one) => one.personId === personId);
  const randomName = (): string => randomUUID().replaceAll('-', '');
  const services = { now, findActor, store, files: bucket.files, objects: bucket.store, webOrigin: 'https://www.example.fr', randomName };
  const handler = apiHandler(operations, services, findActor);

  const send = <K extends keyof typeof filesOperations>(
    name: K,
    who: Who,
    {
      fileId,
      body,
      query,
    }: { readonly fileId?: string | undefined; readonly body?: unknown; readonly query?: Readonly<Record<string, string>> },
  ): Promise<Answer<(typeof filesOperations)[K]>> =>
    play(
      handler,
      filesOperations[name],
      { body, ...(query === undefined ? {} : { query }), ...(fileId === undefined ? {} : { path: { fileId } }) },
      people[who].personId,
    );

  const prepare = (who: Who, body: Readonly<Record<string, unknown>> = {}) =>
    send('prepareUpload', who, { body: { purpose: 'hand-in', ...body } });

  /** What the browser does with the signed form. */
  const post = (
    prepared: { readonly body: { readonly form?: { readonly fields: Readonly<Record<string, string>> } | undefined } },
    bytes: Uint8Array | string,
  ): void => void bucket.objects.set(prepared.body.form?.fields['key'] ?? 'no form', Buffer.from(bytes));

  const judge = judgeFile({ now, store, objects: bucket.store, scanners });

  return {
    send,
    prepare,
    post,
    judge,
    bucket,
    store,
    clock,
    meter: table.meter,
    reads: filesReads(store, bucket.files, bucket.store, randomName),
    people,
  };
};
