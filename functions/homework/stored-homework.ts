import * as z from 'zod';
import { Audience } from '@preau/shared/homework/audience.ts';
import { paragraphOf, plainParagraphOf } from '@preau/shared/homework/content.ts';
import { partsOfHomeworkId } from '@preau/shared/homework/homework-id.ts';
import { Homework, HomeworkContent } from '@preau/shared/homework/schema.ts';
import { ClassId, HomeworkId } from '@preau/shared/kernel/ids.ts';
import { EMPTY_RICH_TEXT } from '@preau/shared/kernel/rich-text.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { packed, unpacked } from '../runtime/packed-item.ts';

/** Work in the list of one of its classes. */
export interface PlacedHomework {
  readonly holder: ClassId;
  readonly homework: Homework;
}

/** Left at the first date of work whose date changed: the name of the work leads there, and from there to the date of today. */
export interface DatePointer {
  readonly holder: ClassId;
  readonly homeworkId: HomeworkId;
  readonly firstDueOn: LocalDate;
  readonly movedTo: LocalDate;
}

/** Most texts are one plain paragraph. */
export const StoredContent = HomeworkContent.partial().extend({ text: z.string().optional() });
export type StoredContent = z.infer<typeof StoredContent>;

/** What a row keeps beside its keys, which already tell the class, the due date and the name: a class's week is read in as few bytes as can be. */
const StoredHomework = Homework.omit({ homeworkId: true, dueOn: true, audience: true, content: true }).extend({
  /** Absent: the whole class. */
  audience: Audience.optional(),
  beginning: z.strictObject({ text: z.string(), links: z.int(), files: z.int() }).optional(),
  ...StoredContent.shape,
});
type StoredHomework = z.infer<typeof StoredHomework>;

const Keys = z.object({ pk: z.string(), sk: z.string() });
const StoredPointer = z.object({ movedTo: LocalDate });

/** The class and date part of a row's keys, and the name. */
export const holderKey = (holder: ClassId): string => `CLASS#${holder}`;
export const rowKey = (dueOn: LocalDate, homeworkId: HomeworkId): string => `DUE#${dueOn}#${homeworkId.slice(4)}`;

/** A content in as few bytes as can be. */
export const toStoredContent = ({ body, links, files }: HomeworkContent): StoredContent => {
  const text = plainParagraphOf(body);
  return {
    ...(text === undefined ? { body } : { text }),
    ...(links.length === 0 ? {} : { links }),
    ...(files.length === 0 ? {} : { files }),
  };
};

export const fromStoredContent = ({ text, body, links = [], files = [] }: StoredContent): HomeworkContent => ({
  body: text === undefined ? (body ?? EMPTY_RICH_TEXT) : paragraphOf(text),
  links,
  files,
});

const storedContent = ({ content }: Homework): Pick<StoredHomework, keyof StoredContent | 'beginning'> =>
  content.kind === 'whole' ? toStoredContent(content) : { beginning: { text: content.text, links: content.links, files: content.files } };

const shownContent = ({ beginning, ...stored }: StoredHomework): Homework['content'] =>
  beginning === undefined ? { kind: 'whole', ...fromStoredContent(stored) } : { kind: 'beginning', ...beginning };

export const toItem = (placed: PlacedHomework | DatePointer): Record<string, unknown> => {
  if ('movedTo' in placed) return { movedTo: placed.movedTo };
  const { homeworkId: _id, dueOn: _due, audience, content: _content, ...kept } = placed.homework;
  const stored: StoredHomework = { ...kept, ...(audience.kind === 'class' ? {} : { audience }), ...storedContent(placed.homework) };
  return packed(stored);
};

export const fromItem = (kept: Readonly<Record<string, unknown>>): PlacedHomework | DatePointer => {
  const item = unpacked(kept);
  const { pk, sk } = Keys.parse(item);
  const holder = ClassId.parse(pk.slice('CLASS#'.length));
  const dueOn = LocalDate.parse(sk.slice(4, 14));
  const homeworkId = HomeworkId.parse(`hwk_${sk.slice(15)}`);
  const pointer = StoredPointer.safeParse(item);
  if (pointer.success) return { holder, homeworkId, firstDueOn: dueOn, movedTo: pointer.data.movedTo };
  const { pk: _pk, sk: _sk, _et: _type, ...values } = item;
  const stored = StoredHomework.parse(values);
  const { text: _text, body: _body, links: _links, files: _files, beginning: _beginning, audience, ...card } = stored;
  return {
    holder,
    homework: { ...card, homeworkId, dueOn, content: shownContent(stored), audience: audience ?? { kind: 'class', classId: holder } },
  };
};

export const firstPlaceOf = (homeworkId: string): { readonly holder: ClassId; readonly firstDueOn: LocalDate } | undefined => {
  const parts = partsOfHomeworkId(homeworkId);
  return parts === undefined ? undefined : { holder: parts.classId, firstDueOn: parts.firstDueOn };
};
