import { ClassId, HomeworkId } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/school-time.ts';

/** What a piece of work's name holds: no index is needed to find it. */
export interface HomeworkName {
  readonly classId: ClassId;
  /** The date that it was due when it was written, whatever became of it. */
  readonly firstDueOn: LocalDate;
  readonly key: string;
}

/** A piece of work keeps one name for life, `hwk_<class>-<yyyymmdd>-<key>`, whatever is changed about it. */
export const homeworkIdOf = ({ classId, firstDueOn, key }: HomeworkName): HomeworkId =>
  HomeworkId.parse(`hwk_${classId.slice(4)}-${firstDueOn.replaceAll('-', '')}-${key}`);

/** The parts of a piece of work's name; undefined when it names no possible one. */
export const partsOfHomeworkId = (homeworkId: string): HomeworkName | undefined => {
  const parts = /^hwk_(?<of>.+)-(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})-(?<key>[A-Za-z0-9]+)$/.exec(homeworkId)?.groups;
  if (parts === undefined) return undefined;
  const classId = ClassId.safeParse(`cls_${parts['of']}`);
  const date = LocalDate.safeParse(`${parts['year']}-${parts['month']}-${parts['day']}`);
  return classId.success && date.success ? { classId: classId.data, firstDueOn: date.data, key: parts['key'] ?? '' } : undefined;
};
