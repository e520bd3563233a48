import { MAX_DELTA_DAYS } from '@preau/shared/imports/rules.ts';
import { academyName } from '@preau/shared/kernel/academies.ts';
import { daysBetween, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { aafNameOf, headerOf, REQUIRED_TYPES, type AafName } from './aaf-names.ts';
import { readAafFile } from './aaf-reader.ts';
import { openArchive, type ArchiveLimits } from './archive.ts';
import type { FaultBook } from './fault-book.ts';
import { DeliveryRefused, type OnFault } from './faults.ts';
import type { Stage } from './stage.ts';
import { stageRecord } from './stage-record.ts';

/** What is known of the deliveries applied before this one. */
interface LastApplied {
  readonly date?: LocalDate | undefined;
  readonly complete: boolean;
}

export interface DeliveryContext {
  readonly stage: Stage;
  readonly book: FaultBook;
  /** Numbers of the academy, the first being the one whose people the feed names. */
  readonly academyNumbers: readonly string[];
  readonly last: LastApplied;
  readonly limits?: ArchiveLimits;
  /** Called before the first record of a Delta is staged, to lay out what the directory holds. */
  readonly onDelta: () => Promise<void>;
  /** Called as records are staged. */
  readonly onRecords: (count: number) => Promise<void>;
}

export interface DeliveryFacts {
  readonly date?: LocalDate;
  readonly delta: boolean;
}

const checkHeader = (comment: string, file: string, numbers: readonly string[], onFault: OnFault): void => {
  const { academy, degree } = headerOf(comment);
  const names = new Set(numbers.map(academyName));
  if (academy !== undefined && !names.has(academyName(academy))) onFault({ file, code: 'other-academy', details: { code: academy } });
  if (degree !== undefined && !/2/.test(degree)) onFault({ file, code: 'first-degree' });
};

const checkFirst = (name: AafName, { last, book }: DeliveryContext): void => {
  const add = (code: Parameters<OnFault>[0]['code'], details: Readonly<Record<string, string>> = {}) =>
    book.add({ file: '', code, details });
  if (last.date !== undefined && name.date < last.date) add('older-delivery', { date: name.date, last: last.date });
  if (!name.delta) return;
  if (!last.complete) add('delta-without-complete');
  else if (last.date !== undefined && daysBetween(last.date, name.date) > MAX_DELTA_DAYS)
    add('delta-too-far', { days: String(MAX_DELTA_DAYS), date: name.date, last: last.date });
};

const checkAll = (names: readonly AafName[], { book }: DeliveryContext): void => {
  const add = (code: Parameters<OnFault>[0]['code'], details: Readonly<Record<string, string>> = {}) =>
    book.add({ file: '', code, details });
  if (names.length === 0) return add('archive-empty');
  const dates = [...new Set(names.map((name) => name.date))];
  if (dates.length > 1) add('dates-differ', { dates: dates.toSorted().join(', ') });
  if (new Set(names.map((name) => name.delta)).size > 1) add('modes-differ');
  const types = new Set(names.map((name) => name.type));
  for (const type of REQUIRED_TYPES) if (names[0]?.delta === false && !types.has(type)) add('file-missing', { type });
};

/** Drains what nobody reads, so that the archive goes on to its next member. */
const drain = async (bytes: AsyncIterable<Buffer>): Promise<void> => {
  for await (const chunk of bytes) if (chunk.length < 0) return;
};

const stageMembers = async (path: string, context: DeliveryContext): Promise<AafName[]> => {
  const { stage, book } = context;
  const names: AafName[] = [];
  let records = 0;
  for await (const member of openArchive(path, context.limits)) {
    const name = aafNameOf(member.name);
    if (name === undefined) {
      if (!/\.dtd$/i.test(member.name)) book.add({ file: member.name.slice(0, 120), code: 'file-ignored' });
      await drain(member.bytes);
      continue;
    }
    if (names.length === 0) {
      checkFirst(name, context);
      if (name.delta && book.refusal() === undefined) await context.onDelta();
    }
    names.push(name);
    const file = member.name.split('/').at(-1) ?? member.name;
    const read = await readAafFile(
      { name: file, type: name.type, bytes: member.bytes },
      {
        onRecord: (record) => {
          stageRecord(stage, record, { file, delta: name.delta, onFault: book.add });
          records += 1;
        },
        onComment: (comment) => checkHeader(comment, file, context.academyNumbers, book.add),
        onFault: book.add,
        onPart: () => context.onRecords(records),
      },
    );
    if (!read) await drain(member.bytes).catch(() => undefined);
  }
  return names;
};

/** Reads a whole delivery onto the stage; whatever is wrong goes to the book, and nothing throws for a bad delivery. */
export const readDelivery = async (path: string, context: DeliveryContext): Promise<DeliveryFacts> => {
  try {
    const names = await stageMembers(path, context);
    checkAll(names, context);
    const [first] = names;
    return { ...(first === undefined ? {} : { date: first.date }), delta: first?.delta ?? false };
  } catch (error) {
    if (!(error instanceof DeliveryRefused)) throw error;
    context.book.add(error.fault);
    return { delta: false };
  }
};
